import pytest

from citewell.report.review_calendar import PageReview, ReviewState
from citewell.report.search_console import SearchExport, SearchRow
from citewell.report.searches import (
    address_key,
    first_foreign_page,
    is_address,
    names_pages,
    page_key,
    pages_searched,
    search_report,
    search_table,
)

SITE = "https://example.org/help/"
REVIEWS = [
    PageReview("docs/index.md", "", "", ReviewState.NOT_REVIEWED),
    PageReview("docs/a/index.md", "", "", ReviewState.OVERDUE),
    PageReview("docs/a/b c.md", "", "", ReviewState.UP_TO_DATE),
]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (SITE, "docs/index.md"),
        ("https://example.org/help", "docs/index.md"),
        ("http://EXAMPLE.org/help/index.html", "docs/index.md"),
        (f"{SITE}a/", "docs/a/index.md"),
        (f"{SITE}a", "docs/a/index.md"),
        (f"{SITE}a/", "docs/a/README.md"),
        (f"{SITE}a/", "docs/a.md"),
        (f"{SITE}a.html", "docs/a.md"),
        (f"{SITE}a/?x=1#claim-b", "docs/a/index.md"),
        (f"{SITE}a/b%20c/", "docs/a/b c.md"),
        (f"{SITE}%C3%A9/", "docs/é.md"),
    ],
)
def test_the_address_of_a_page_and_the_path_of_its_source_have_one_key(address, path):
    assert address_key(address, SITE) == page_key(path)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "https://example.org/helpless/",
        "https://example.com/help/",
        "https://other.example.org/help/",
        "https://example.org:8000/help/",
        "https://[/help/",
        "/help/a/",
        "",
    ],
)
def test_an_address_of_another_site_has_none(address):
    assert address_key(address, SITE) is None
    export = SearchExport((SearchRow(address, "", 1, 1, 1.0),))
    assert first_foreign_page(export, SITE) == address


def test_one_page_of_the_site_is_enough():
    rows = [SearchRow(page, "", 1, 1, 1.0) for page in ("https://example.com/", SITE)]
    assert first_foreign_page(SearchExport(tuple(rows)), SITE) == ""
    assert first_foreign_page(SearchExport(()), SITE) == ""


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        (SITE, True),
        ("http://e", True),
        ("example.org", False),
        ("ftp://e", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_what_is_an_address(typed, is_one):
    assert is_address(typed) == is_one


def lines(*rows, filters=()):
    report = search_report(SearchExport(tuple(SearchRow(*row) for row in rows), filters), REVIEWS, SITE)
    return [(line.page, line.review, line.query, line.clicks) for line in report.lines]


def test_pages_come_first_then_queries_then_queries_of_pages_the_most_clicked_first():
    assert lines(
        ("", "few", 1, 10, 1.0),
        (f"{SITE}a/", "tears", 2, 10, 1.0),
        (f"{SITE}a/", "", 3, 10, 1.0),
        ("", "many", 9, 10, 1.0),
        (SITE, "", 7, 10, 1.0),
        (f"{SITE}gone/", "", 5, 10, 1.0),
    ) == [
        ("docs/index.md", "not reviewed", "", 7),
        (f"{SITE}gone/", "no page of docs/", "", 5),
        ("docs/a/index.md", "overdue", "", 3),
        ("", "", "many", 9),
        ("", "", "few", 1),
        ("docs/a/index.md", "overdue", "tears", 2),
    ]


def test_a_page_of_another_site_is_not_taken_for_the_first_page():
    assert lines(("https://example.com/", "", 3, 10, 1.0), (SITE, "", 2, 10, 1.0)) == [
        ("https://example.com/", "no page of docs/", "", 3),
        ("docs/index.md", "not reviewed", "", 2),
    ]


def test_the_addresses_of_a_page_are_counted_together():
    rows = [
        (f"{SITE}a/", "", 1, 100, 2.0),
        (f"{SITE}a/#claim-b", "", 2, 300, 6.0),
        ("http://example.org/help/a", "", 3, 0, None),
    ]
    [line] = search_report(SearchExport(tuple(SearchRow(*row) for row in rows)), REVIEWS, SITE).lines
    assert (line.clicks, line.impressions, line.position, line.click_rate) == (6, 400, 5.0, 0.015)


def test_what_was_never_shown_has_no_rate_and_no_position():
    [line] = search_report(SearchExport((SearchRow("", "a", 0, 0, 0.0),)), REVIEWS, SITE).lines
    assert (line.position, line.click_rate) == (None, None)


def test_a_page_that_is_told_by_its_queries_alone_is_their_sum():
    assert lines((f"{SITE}a/", "tears", 2, 10, 1.0), (f"{SITE}a/", "cry", 3, 10, 1.0)) == [
        ("docs/a/index.md", "overdue", "", 5),
        ("docs/a/index.md", "overdue", "cry", 3),
        ("docs/a/index.md", "overdue", "tears", 2),
    ]


def test_the_filters_of_the_export_are_told():
    export = SearchExport((), ("Search type: Web", "Date: Last 3 months"))
    assert search_report(export, REVIEWS, SITE).notes[0] == (
        "Filters of the export: Search type: Web; Date: Last 3 months."
    )


def test_the_totals_are_those_of_the_pages_where_there_are_any():
    pages = [SearchRow(SITE, "", 7, 70, 1.0), SearchRow(f"{SITE}a/", "", 3, 30, 1.0)]
    queries = [SearchRow("", "tears", 4, 40, 1.0)]
    for rows, expected in (
        (pages + queries, {"pages": 2, "queries": 1, "clicks": 10, "impressions": 100}),
        (queries, {"pages": 0, "queries": 1, "clicks": 4, "impressions": 40}),
    ):
        report = search_report(SearchExport(tuple(rows)), REVIEWS, SITE)
        assert {figure.name: figure.value for figure in search_table(report).figures} == expected
        assert len(pages_searched(report)) == expected["pages"]


def test_an_export_of_queries_names_no_page():
    assert not names_pages(SearchExport((SearchRow("", "a", 1, 1, 1.0),)))
    assert names_pages(SearchExport((SearchRow(SITE, "a", 1, 1, 1.0),)))
