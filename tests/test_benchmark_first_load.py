"""What a page's first load weighs: sent compressed, and put in a table."""

import gzip
from urllib.request import Request, urlopen

import pytest

from benchmarks.browser import browser_of_the_bench
from benchmarks.first_load import Fetched, FirstLoad
from benchmarks.first_load_table import first_load_table, within_limits
from benchmarks.pages_server import pages_server
from benchmarks.published_site import PublishedSite

FILES = {"index.html": "<!doctype html><title>A</title>", "a.js": "// " + "a" * 3000}


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "project"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    with pages_server(tmp_path) as server:
        yield PublishedSite(f"{server}/project/", folder, tmp_path)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, deflate, br", "gzip"), ("br, gzip;q=0.5", "gzip"), ("br", None), ("", None)],
)
def test_text_is_compressed_for_those_who_accept_it(site, accepted, encoding):
    request = Request(site.address + "a.js", headers={"Accept-Encoding": accepted})
    with urlopen(request) as answer:
        body = answer.read()
        assert answer.headers["Content-Encoding"] == encoding
    assert (gzip.decompress(body) if encoding else body).decode() == FILES["a.js"]


def test_a_page_of_one_file_is_a_page_and_the_page_for_what_is_missing_is_none(tmp_path):
    for name in ("index.html", "404.html", "old.html", "a/index.html", "a/b/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert sorted(PublishedSite("", tmp_path, tmp_path).pages()) == ["", "a/", "a/b/", "old.html"]


def test_judged_are_home_the_article_and_its_longest_written_section(tmp_path):
    article = "sertraline-and-crying"
    sources, built = tmp_path / "docs", tmp_path / "site"
    (sources / article).mkdir(parents=True)
    for name in ("index", "short", "long"):
        (sources / article / f"{name}.md").touch()
    lengths = {"": 9, article: 8, f"{article}/short": 1, f"{article}/long": 2, f"{article}/made-of-all": 7}
    for folder, length in lengths.items():
        (built / folder).mkdir(parents=True, exist_ok=True)
        (built / folder / "index.html").write_text("x" * length, "utf-8")
    assert PublishedSite("", built, sources).pages_to_judge() == ["", f"{article}/", f"{article}/long/"]


def load(page, *sizes):
    return FirstLoad(page, [Fetched("script", f"{number}.js", size) for number, size in enumerate(sizes)])


@pytest.mark.parametrize(
    ("sizes", "within"),
    [
        ([150_000], True),
        ([150_001], False),
        ([75_000, 75_001], False),
        ([1] * 12, True),
        ([1] * 13, False),
    ],
    ids=["150 KB", "a byte more", "a byte more in two files", "12 requests", "13 requests"],
)
def test_limits(sizes, within):
    assert within_limits(load("", *sizes)) is within


def test_table_has_the_heaviest_first_the_median_and_the_kinds_of_the_heaviest():
    heavy = FirstLoad(
        "heavy/",
        [
            Fetched("document", "", 20_000),
            Fetched("font", "f", 60_040),
            Fetched("script", "s", 50_000),
            Fetched("script", "t", 50_000),
        ],
    )
    table = first_load_table([load("", 1_000), heavy, load("middle/", 2_000, 2_000)])
    assert table.splitlines()[:13] == [
        "| first load | compressed | requests |",
        "|---|--:|--:|",
        "| heavy/ | 180.0 KB | 4 |",
        "| middle/ | 4.0 KB | 2 |",
        "| home | 1.0 KB | 1 |",
        "| median of 3 pages | 4.0 KB | 2 |",
        "",
        "At most 150 KB and 12 requests a page: 1 of 3 pages need more.",
        "",
        "| heavy/, by kind | compressed | requests |",
        "|---|--:|--:|",
        "| script | 100.0 KB | 2 |",
        "| font | 60.0 KB | 1 |",
    ]


def test_table_names_ten_pages_and_says_when_the_limits_hold():
    table = first_load_table([load(f"page-{number}/", number) for number in range(20)])
    assert table.count("| page-") == 10 + 1  # and once above the kinds
    assert "| median of 20 pages |" in table
    assert "At most 150 KB and 12 requests a page: holds." in table


def test_a_missing_playwright_is_said_with_what_to_type(monkeypatch):
    monkeypatch.setattr("benchmarks.browser.find_spec", lambda _: None)
    with pytest.raises(SystemExit, match="Type: make bench"):
        browser_of_the_bench()
