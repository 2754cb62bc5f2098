"""A review holds for three years at most, and for one year where a page is about a medicine.

Evidence and labels change; a date far away promises a check that nobody makes (NHS standard for creating
health content: three years; one year is this project's own; health-publishing rule G5).

Fails:
    last_reviewed: 2026-03-01
    next_review: 2029-06-01

Passes:
    last_reviewed: 2026-03-01
    next_review: 2027-03-01
"""

import datetime as dt
from collections.abc import Iterator

from citewell.article import Page
from citewell.days import in_words
from citewell.problem import Problem

ID = "review-period"
YEARS, YEARS_FOR_A_MEDICINE = 3, 1


def check(page: Page) -> Iterator[Problem]:
    """The review that holds too long."""
    review = page.facts.review
    if review.last is None or review.due is None:
        return
    place = page.source.front_matter.place("next_review") if "next_review" in page.source.metadata else (1, 1)
    for years, level, what in (
        (YEARS, "error", "a page"),
        (YEARS_FOR_A_MEDICINE, "warning", "a page about a medicine"),
    ):
        latest = _later(review.last, years)
        if review.due > latest and (years == YEARS or page.facts.drug):
            advice = (
                f"Set “next_review” to {in_words(latest)} at the latest: {what} is reviewed again within "
                f"{years} year{'s' if years > 1 else ''}"
            )
            yield Problem(page.source.path, *place, ID, advice, "error" if level == "error" else "warning")
            return


def _later(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
