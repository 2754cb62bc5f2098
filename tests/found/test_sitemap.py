"""A sitemap that is too long becomes an index of several, which name every page once."""

import gzip
from xml.etree import ElementTree as etree  # noqa: N813

import pytest

from citewell import sitemap
from citewell.sitemap import FILE, in_files
from tests.found.test_search_engines import site
from tests.test_plugin import built

ADDRESS = "https://a.example/health/"
NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ENTRY = "\n  <url>\n    <loc>{}</loc>\n    <lastmod>2026-05-01</lastmod>\n  </url>"


def whole(number):
    entries = "".join(ENTRY.format(f"{ADDRESS}{page}/") for page in range(number))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMES[""]}">{entries}\n</urlset>'


def named(text):
    return [element.text for element in etree.fromstring(text).iterfind(".//loc", NAMES)]


def test_a_sitemap_that_is_short_enough_stays_as_it_is():
    assert in_files(whole(50_000), ADDRESS) == {FILE: whole(50_000)}


@pytest.mark.parametrize(("pages", "parts"), [(50_001, 2), (100_000, 2), (100_001, 3)])
def test_a_longer_one_is_divided(pages, parts):
    files = in_files(whole(pages), ADDRESS)
    assert named(files.pop(FILE)) == [f"{ADDRESS}{name}" for name in files]
    assert list(files) == [f"sitemap-{number}.xml" for number in range(1, parts + 1)]
    assert [page for text in files.values() for page in named(text)] == named(whole(pages))
    assert all(len(named(text)) <= 50_000 for text in files.values())


def test_one_with_long_addresses_is_divided_by_its_length(monkeypatch):
    monkeypatch.setattr(sitemap, "_MOST_CHARACTERS", 1_000)
    files = in_files(whole(20), ADDRESS)
    assert len(files) > 2
    assert all(len(text) < 1_200 for text in files.values())
    assert [page for name, text in files.items() if name != FILE for page in named(text)] == named(whole(20))


def test_one_without_a_page_stays_as_it_is():
    assert in_files(whole(0), ADDRESS) == {FILE: whole(0)}


def test_a_site_is_published_with_the_index_and_its_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 1)
    folder = site(tmp_path)
    built(folder)
    read = {path.name: path.read_text("utf-8") for path in (folder / "site").glob("sitemap*.xml")}
    assert named(read.pop(FILE)) == [f"{ADDRESS}{name}" for name in sorted(read)]
    assert sorted(page for text in read.values() for page in named(text))[:2] == [ADDRESS, f"{ADDRESS}a/"]
    assert gzip.decompress((folder / "site/sitemap.xml.gz").read_bytes()).decode() == (
        folder / "site" / FILE
    ).read_text("utf-8")
