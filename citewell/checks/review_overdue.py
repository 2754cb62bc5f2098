"""A page is reviewed again before its review is over.

Readers trust a date that has passed less than none (NHS user research on review dates; health-publishing
rule G6). The page says so by itself; this says it to the editors. A typo on an overdue page can be mended
all the same.

Fails:
    next_review: 2026-03-01    # and today is later

Passes:
    next_review: 2027-03-01
"""

import datetime as dt
from collections.abc import Iterator

from citewell.article import Page
from citewell.days import in_words
from citewell.problem import Problem

ID = "review-overdue"


def check(page: Page, today: dt.date) -> Iterator[Problem]:
    """The review that is over."""
    due = page.facts.review.due
    if due is not None and due <= today:
        named = "next_review" in page.source.metadata
        place = page.source.front_matter.place("next_review") if named else (1, 1)
        advice = (
            f"Have this page reviewed again and set “last_reviewed” and “next_review”: the review was due on "
            f"{in_words(due)}"
        )
        yield Problem(page.source.path, *place, ID, advice, "warning")
