"""The page of the dashboard as text; tests/browser/test_dashboard.py opens it."""

import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup

from citewell.report.dashboard.document import MOST_ROWS, WARNING, dashboard
from citewell.report.reports import NAMES, Reports, make_reports
from citewell.report.review_calendar import PageReview, ReviewState
from citewell.report.search_console import read_search_export
from citewell.site import load_site
from tests.report.editors_site import ADDRESS, MARKUP, PAGES_CSV, QUERIES_CSV, TODAY, write_site


@pytest.fixture
def page(tmp_path):
    """The dashboard of the example site."""
    site, problems = load_site(write_site(tmp_path), TODAY)
    export = read_search_export([("Pages.csv", PAGES_CSV), ("Queries.csv", QUERIES_CSV)])
    reports = make_reports(site, problems, NAMES, TODAY, export=export, address=ADDRESS)
    return BeautifulSoup(dashboard(reports, site.data.publisher.name), "html.parser")


def parsed(reports, name=""):
    return BeautifulSoup(dashboard(reports, name), "html.parser")


def test_it_says_on_top_that_it_is_not_published(page):
    assert page.body.find(True).find(True).text == WARNING
    assert page.title.text == page.h1.text == "Editors\N{RIGHT SINGLE QUOTATION MARK} dashboard: Example Help"
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex, nofollow"
    assert "As of 25 November 2026." in page.header.text


def test_every_report_is_a_section_that_the_menu_leads_to(page):
    assert [link["href"] for link in page.nav.find_all("a")] == [f"#{name}" for name in NAMES]
    assert [section["id"] for section in page.find_all("section")] == list(NAMES)
    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    named = {element["aria-labelledby"] for element in page.find_all(attrs={"aria-labelledby": True})}
    assert named <= set(ids)


def test_each_plot_stands_beside_its_table(page):
    titles = [figure.h3.text for figure in page.find_all("figure") if figure.svg and figure.table]
    assert titles == [
        "Reviews due over the next 12 months",
        "Citations by the year of the work",
        "Certainty of claims",
        "Reading grades: pages",
        "Reading grades: short answers",
        "Clicks by the review of the page",
    ]


def test_the_policy_lets_in_the_style_sheet_and_nothing_else(page):
    digest = base64.b64encode(hashlib.sha256(page.style.text.encode()).digest()).decode()
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_nothing_asks_anybody_and_nothing_is_inline(page):
    assert not page.find_all(["script", "iframe", "img", "object", "form", "base"])
    assert len(page.find_all("style")) == 1
    assert "url(" not in page.style.text
    assert "@import" not in page.style.text
    assert [link["href"] for link in page.find_all("link")] == ["data:,"]
    for element in page.find_all(True):
        assert "style" not in element.attrs
        assert not [name for name in element.attrs if name.startswith("on")]
        assert str(element.get("href", "#")).startswith(("#", "data:,"))


def test_what_looks_like_markup_stays_words(page):
    words = [cell.text for cell in page.find(id="searches").find_all("td")]
    assert MARKUP in words
    assert "=cmd|' /C calc'!A0" in words


@pytest.mark.parametrize("name", [MARKUP, "</style><b>", "\x1b[31m\0"])
def test_a_name_stays_words(name):
    page = parsed(Reports(NAMES, TODAY), name)
    assert page.b is None
    assert page.script is None
    assert page.h1.text.endswith(name.replace("\x1b", " ").replace("\0", " "))


def test_a_site_without_a_name_has_a_dashboard():
    assert parsed(Reports(NAMES, TODAY)).h1.text == "Editors\N{RIGHT SINGLE QUOTATION MARK} dashboard"


def test_errors_of_the_sources_are_told_on_top():
    assert "have errors (2)" in parsed(Reports(NAMES, TODAY, errors=2)).header.text
    assert "errors" not in parsed(Reports(NAMES, TODAY)).header.text


def test_only_what_was_asked_for_is_shown():
    page = parsed(Reports(("claims",), TODAY))
    assert [section["id"] for section in page.find_all("section")] == ["claims"]


@pytest.mark.parametrize(
    ("pages", "note"), [(MOST_ROWS, None), (MOST_ROWS + 1, "The first 100 of 101 rows.")]
)
def test_a_long_table_shows_its_first_rows_and_says_so(pages, note):
    reviews = [PageReview(f"docs/{n}.md", "", "", ReviewState.NOT_REVIEWED) for n in range(pages)]
    section = parsed(Reports(("review-calendar",), TODAY, reviews=reviews)).section
    assert len(section.find(class_="rows").tbody.find_all("tr")) == MOST_ROWS
    notes = [words for words in (found.text for found in section.find_all(class_="note")) if "rows" in words]
    assert [words.startswith(note) for words in notes] == [True] * (note is not None)
    assert all("citewell report --only review-calendar --format csv" in words for words in notes)


def test_a_cell_of_several_texts_is_a_list(page):
    rows = page.find(id="citation-use").find(class_="rows").tbody.find_all("tr")
    cells = {row.th.text: [item.text for item in row.find_all("li")] for row in rows}
    assert cells["unread2015"] == ["unused", "older than 10 years", "no identifier"]
    assert cells["bare"] == []


def test_the_style_sheet_is_one_text_without_a_tag(page):
    assert not re.search(r"[<&]", page.style.text)
