import datetime as dt

import pytest

from citewell.page_facts import PageFacts, Review
from citewell.people import Person
from citewell.published_page import (
    error_report,
    is_overdue,
    lines_about,
    review_state,
)
from citewell.publisher import Publisher

DUE = dt.date(2026, 3, 1)
SOMEBODY = Person("Example Reviewer", "MPharm", "None declared", orcid="0000-0000-0000-0000")
REVIEWED = Review("reviewed", SOMEBODY, dt.date(2025, 3, 1), DUE)


@pytest.mark.parametrize(
    ("contact", "repository", "address"),
    [
        ("", "", ""),
        ("editors@example.org", "https://example.org/r", "mailto:editors@example.org"),
        ("mailto:editors@example.org", "", "mailto:editors@example.org"),
        ("https://example.org/write", "", "https://example.org/write"),
        ("javascript:alert(1)", "", "mailto:javascript:alert(1)"),
        ("", "https://example.org/r/", "https://example.org/r/issues/new/choose"),
        ("", "javascript:alert(1)", ""),
    ],
)
def test_an_error_is_reported_by_mail_or_as_an_issue(contact, repository, address):
    assert error_report(Publisher(contact=contact, repository=repository)) == address


@pytest.mark.parametrize(
    ("day", "overdue"), [(DUE - dt.timedelta(days=1), False), (DUE, True), (DUE + dt.timedelta(days=1), True)]
)
def test_a_review_is_overdue_from_its_day_on(day, overdue):
    assert is_overdue(REVIEWED, day) == overdue
    assert not is_overdue(Review(), day)


@pytest.mark.parametrize(
    ("review", "words"),
    [
        (Review(), "Not yet reviewed by a clinician."),
        (Review("in-review"), "A clinician is reviewing this. The review is not finished."),
        (Review("reviewed"), "Not yet reviewed by a clinician."),
        (
            Review("not-independently-reviewed", due=DUE),
            "Not independently reviewed: the person who keeps this site checked it alone.",
        ),
        (REVIEWED, "Reviewed by Example Reviewer, MPharm, on 1 March 2025."),
    ],
)
def test_the_state_claims_no_more_than_is_known(review, words):
    assert review_state(review) == words


def test_a_reviewer_can_be_looked_up():
    lines = {line.name: (line.words, line.address) for line in lines_about(PageFacts(review=REVIEWED))}
    assert lines["ORCID"] == ("0000-0000-0000-0000", "https://orcid.org/0000-0000-0000-0000")
    assert lines["Conflicts of interest"] == ("None declared", "")
    assert "Register" not in lines
