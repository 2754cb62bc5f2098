"""Which pages are to be reviewed again, and which issues are missing."""

import datetime as dt

import pytest

from citewell.article import Page
from citewell.page_facts import PageFacts, Review
from citewell.people import Person
from citewell.review_due.due_page import DuePage, due_pages
from citewell.review_due.issue import issue_of, new_issues
from citewell.source import read_source

TODAY = dt.date(2027, 3, 1)
REVIEWER = Person("Name Given", "MPharm", "None declared", orcid="0000-0002-1825-0097")


def page(path, due, reviewer=REVIEWER):
    review = Review("reviewed", reviewer, dt.date(2026, 3, 1), due) if due else Review()
    return Page(read_source(path, "Text.\n")[0], PageFacts(title="T", review=review))


@pytest.mark.parametrize(
    ("due", "is_listed", "is_overdue"),
    [
        (None, False, False),
        ("2027-02-28", True, True),
        ("2027-03-01", True, True),
        ("2027-03-02", True, False),
        ("2027-03-31", True, False),
        ("2027-04-01", False, False),
    ],
)
def test_a_page_is_due_from_thirty_days_before_on(due, is_listed, is_overdue):
    day = due and dt.date.fromisoformat(due)
    expected = [DuePage(day, "docs/a.md", "T", "Name Given", is_overdue)] if is_listed else []
    assert due_pages([page("docs/a.md", day)], TODAY, 30) == expected


def test_the_longest_overdue_comes_first():
    pages = [page("docs/a.md", dt.date(2027, 2, 2)), page("docs/b.md", dt.date(2027, 1, 1))]
    assert [due.path for due in due_pages(pages, TODAY, 30)] == ["docs/b.md", "docs/a.md"]


OVERDUE = DuePage(dt.date(2027, 2, 2), "docs/a/index.md", "T", "Name Given", is_overdue=True)
SOON = DuePage(dt.date(2027, 3, 20), "docs/b.md", "T", "", is_overdue=False)


def test_an_issue_says_what_to_do_and_what_not_to_write():
    issue = issue_of(OVERDUE)
    assert issue.title == "Review by 2027-02-02: docs/a/index.md"
    assert issue.body.startswith("This page was to be reviewed again by 2 February 2027.\n")
    assert "`docs/a/index.md`, last reviewed by Name Given\n" in issue.body
    assert "nothing about your own health" in issue.body
    soon = issue_of(SOON).body
    assert soon.startswith("This page is to be reviewed again by 20 March 2027.\n")
    assert "The page: `docs/b.md`\n" in soon


def test_no_issue_is_opened_twice():
    first = new_issues([OVERDUE, SOON], set())
    assert [issue.title for issue in first] == [
        "Review by 2027-02-02: docs/a/index.md",
        "Review by 2027-03-20: docs/b.md",
    ]
    assert new_issues([OVERDUE, SOON], {issue.title for issue in first}) == []


def test_the_next_review_of_a_page_is_an_issue_of_its_own():
    a_year_later = DuePage(dt.date(2028, 2, 2), OVERDUE.path, "T", "", is_overdue=False)
    assert len(new_issues([a_year_later], {issue_of(OVERDUE).title})) == 1


def test_a_path_cannot_leave_its_code():
    strange = DuePage(TODAY, "docs/`@a`\n# x.md", "T", "", is_overdue=True)
    issue = issue_of(strange)
    assert issue.title == "Review by 2027-03-01: docs/'@a' # x.md"
    assert "The page: `docs/'@a' # x.md`\n" in issue.body
