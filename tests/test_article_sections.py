"""An article that the navigation leaves out is whole: its list, its pager, the way to it, its data."""

import json

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

SITE = {
    "mkdocs.yml": """site_name: S
site_url: https://example.org/
theme: {name: material, font: false, features: [navigation.footer, navigation.path]}
nav: [index.md, {Mood: mood/index.md}]
plugins: [meta, citewell: {bib_file: references.bib, seal_pages: false}]
validation: {omitted_files: warn, not_found: warn, anchors: warn}
exclude_docs: .meta.yml
""",
    "references.bib": "@article{a, title={A}, journal={J}, year={2020}}\n",
    "docs/index.md": "# Home\n",
    "docs/mood/index.md": "# Mood\n\n- [Tears](tears/index.md)\n",
    "docs/mood/tears/.meta.yml": "article: Why do tears not come?\nauthor: The team\npublished: 2026-01-01\n"
    "evidence: basic\nsections: [why.md, what-to-do.md]\n",
    "docs/mood/tears/index.md": "---\ntitle: Tears\n---\n# Tears\n\n/// answer\nWords [@a].\n///\n\n"
    "## What is not known\n\n/// unknown\nMuch.\n///\n",
    "docs/mood/tears/what-to-do.md": "---\ntitle: What to do & when\n---\n"
    "# What to do\n\nWords of what to do.\n",
    "docs/mood/tears/why.md": "---\ntitle: Why\n---\n# Why\n\nWords of why.\n",
}


def written(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def built(folder):
    build(load_config(str(folder / "mkdocs.yml"), strict=True, site_dir=str(folder / "site")))
    return lambda page: BeautifulSoup(
        (folder / "site" / page / "index.html").read_text("utf-8"), "html.parser"
    )


@pytest.fixture
def pages(tmp_path):
    return built(written(tmp_path, SITE))


def links(found):
    return [(" ".join(link.text.split()), link["href"]) for link in found]


@pytest.mark.parametrize(
    ("path", "current"),
    [("mood/tears", "Tears"), ("mood/tears/why", "Why"), ("mood/tears/what-to-do", "What to do & when")],
)
def test_each_page_lists_the_pages_of_its_article_in_reading_order(pages, path, current):
    nav = pages(path).select_one("#site-nav")
    assert nav.select_one(".site-nav__section").text == "Why do tears not come?"
    listed = nav.select(".site-nav__list .site-nav__list .site-nav__link")
    assert [link.text.strip() for link in listed] == ["Tears", "Why", "What to do & when"]
    assert [link.text.strip() for link in nav.select("[aria-current]")] == [current]


@pytest.mark.parametrize(
    ("path", "led"),
    [
        ("mood/tears", [("Next Why", "why/")]),
        ("mood/tears/why", [("Previous Tears", "../"), ("Next What to do & when", "../what-to-do/")]),
        ("mood/tears/what-to-do", [("Previous Why", "../why/")]),
    ],
)
def test_the_pager_leads_through_the_article_and_no_farther(pages, path, led):
    assert links(pages(path).select(".pager a")) == led


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("mood", ["Home"]),
        ("mood/tears", ["Home", "Mood"]),
        ("mood/tears/why", ["Home", "Mood", "Tears"]),
        ("mood/tears/one-page", ["Home", "Mood", "Tears"]),
    ],
)
def test_the_way_to_a_page_goes_over_the_first_pages_of_its_folders(pages, path, way):
    page = pages(path)
    assert [link.text.strip() for link in page.select(".md-path a")] == way


def test_structured_data_tell_the_same_way(pages):
    data = json.loads(pages("mood/tears/why").select_one("script[type='application/ld+json']").text)
    (trail,) = [node for node in data["@graph"] if node["@type"] == "BreadcrumbList"]
    assert [(step["name"], step["item"]["@id"]) for step in trail["itemListElement"]] == [
        ("Home", "https://example.org/"),
        ("Mood", "https://example.org/mood/"),
        ("Tears", "https://example.org/mood/tears/"),
        ("Why", "https://example.org/mood/tears/why/"),
    ]


def test_on_one_page_an_article_has_the_same_order(pages):
    text = pages("mood/tears/one-page").select_one("article").text
    assert 0 < text.index("Words of why") < text.index("Words of what to do")


def test_a_page_is_as_large_however_many_articles_there_are(tmp_path):
    def size(folder, articles):
        others = {
            f"docs/mood/{number}/{name}": text
            for number in range(articles)
            for name, text in (
                (path.removeprefix("docs/mood/tears/"), text)
                for path, text in SITE.items()
                if path.startswith("docs/mood/tears/")
            )
        }
        built(written(folder, SITE | others))
        return len((folder / "site/mood/tears/why/index.html").read_bytes())

    few, many = size(tmp_path / "few", 5), size(tmp_path / "many", 12)
    assert abs(many - few) <= len("12"), "an address with a number of more digits"


def test_a_page_of_no_article_is_still_missed_in_the_navigation(tmp_path, caplog):
    with pytest.raises(Abort):
        built(written(tmp_path, SITE | {"docs/lost.md": "# Lost\n"}))
    assert "lost.md" in caplog.text
    assert "tears" not in caplog.text
