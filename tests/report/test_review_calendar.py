import datetime as dt

import pytest

from citewell.article import Page
from citewell.page_facts import PageFacts, Review
from citewell.people import Person
from citewell.report.review_calendar import PageReview, ReviewState, review_calendar, review_table
from citewell.source import read_source

TODAY = dt.date(2026, 11, 25)
LAST = dt.date(2026, 1, 10)
ANN = Person("Ann Example", "MPharm", "None declared", orcid="0000-0002-1825-0097")


def page(path="docs/a.md", due=None, status="reviewed", article=""):
    review = Review(status, ANN, LAST, due) if due else Review(status)
    return Page(read_source(path, "Text.\n")[0], PageFacts(title="T", article=article, review=review))


@pytest.mark.parametrize(
    ("status", "due", "state"),
    [
        ("not-reviewed", None, "not reviewed"),
        ("in-review", None, "in review"),
        ("reviewed", "2026-11-24", "overdue"),
        ("reviewed", "2026-11-25", "overdue"),
        ("reviewed", "2026-11-26", "due within 30 days"),
        ("reviewed", "2026-12-25", "due within 30 days"),
        ("reviewed", "2026-12-26", "due within 90 days"),
        ("reviewed", "2027-02-23", "due within 90 days"),
        ("reviewed", "2027-02-24", "due after 90 days"),
    ],
)
def test_the_state_of_a_page(status, due, state):
    day = due and dt.date.fromisoformat(due)
    [review] = review_calendar([page(due=day, status=status)], TODAY)
    assert review.state == state
    assert review.due == day
    assert review.days == (day and (day - TODAY).days)


def test_a_page_with_all_that_is_known_of_it():
    due = dt.date(2027, 1, 10)
    [review] = review_calendar([page("docs/a/b.md", due, article="Can you cry?")], TODAY)
    assert review == PageReview(
        "docs/a/b.md", "T", "Can you cry?", ReviewState.DUE_LATER, "Ann Example", LAST, due, 46
    )


def test_the_order_is_that_in_which_an_editor_looks_after_the_pages():
    pages = [
        page("docs/fresh.md", dt.date(2028, 1, 1)),
        page("docs/overdue-lately.md", dt.date(2026, 11, 20)),
        page("docs/about/us.md", status="not-reviewed"),
        page("docs/b/new.md", status="not-reviewed", article="Q"),
        page("docs/checking.md", status="in-review"),
        page("docs/soon.md", dt.date(2026, 12, 1)),
        page("docs/a/new.md", status="not-reviewed", article="Q"),
        page("docs/overdue-long.md", dt.date(2026, 2, 1)),
        page("docs/broken.md", dt.date(2028, 1, 1)),
        page("docs/later.md", dt.date(2027, 1, 30)),
    ]
    assert [review.page for review in review_calendar(pages, TODAY, {"docs/broken.md"})] == [
        "docs/broken.md",
        "docs/a/new.md",
        "docs/b/new.md",
        "docs/about/us.md",
        "docs/checking.md",
        "docs/overdue-long.md",
        "docs/overdue-lately.md",
        "docs/soon.md",
        "docs/later.md",
        "docs/fresh.md",
    ]


@pytest.mark.parametrize(
    ("unreadable", "is_unreadable"),
    [
        ("docs/a/b.md", True),
        ("docs/a/.meta.yml", True),
        ("docs/.meta.yml", True),
        ("docs/a/c.md", False),
        ("docs/ab/.meta.yml", False),
        ("references.bib", False),
    ],
)
def test_facts_that_cannot_be_read_are_no_state(unreadable, is_unreadable):
    [review] = review_calendar([page("docs/a/b.md", dt.date(2028, 1, 1))], TODAY, {unreadable})
    assert (review.state == "facts cannot be read") == is_unreadable
    assert (review.due is None) == is_unreadable


def test_pages_for_editors_wait_for_no_review():
    assert review_calendar([page("docs/editors/how.md", status="not-reviewed")], TODAY) == []


def test_the_table_counts_the_states():
    reviews = review_calendar(
        [page("docs/a.md", status="not-reviewed"), page("docs/b.md", dt.date(2026, 1, 1))], TODAY
    )
    figures = {figure.name: figure.value for figure in review_table(reviews).figures}
    assert figures == {"pages": 2, "states": {"not reviewed": 1, "overdue": 1}}
