"""What the dashboard draws of the reports."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from math import ceil

from citewell.claims.certainty import CERTAINTIES
from citewell.days import in_words
from citewell.report.citation_use import WorkUse
from citewell.report.claim_ledger import ClaimEntry, counts_by_certainty
from citewell.report.dashboard.plot import Bar, Goal, Plot
from citewell.report.reading_grades import Part, PartGrade
from citewell.report.review_calendar import PageReview, ReviewState
from citewell.report.searches import OTHER_PAGE, SearchReport, pages_searched

_MONTHS = 12
_LOWEST_GRADE, _HIGHEST_GRADE = 4, 15
_YEARS = 30
_TICKS_EVERY = 5
_LATE = (ReviewState.UNREADABLE, ReviewState.NOT_REVIEWED, ReviewState.OVERDUE)


def reviews_due(reviews: Sequence[PageReview], today: dt.date) -> Plot:
    """How many reviews are due in this month and the eleven after it, what is late and what comes later."""
    counted = Counter(
        (review.due.year, review.due.month) for review in reviews if review.due and review.due > today
    )
    late = sum(review.state is ReviewState.OVERDUE for review in reviews)
    first = today.year * _MONTHS + today.month - 1
    months = [divmod(month, _MONTHS) for month in range(first, first + _MONTHS)]
    bars = [Bar(_month(year, month + 1), counted.pop((year, month + 1), 0)) for year, month in months]
    later = Bar("Later", sum(counted.values()))
    return Plot(
        "reviews-due",
        "Reviews due over the next 12 months",
        (Bar("Overdue", late, is_late=True), *bars, later),
        ("Month", "Pages"),
        note="Pages that nobody has reviewed have no day, and are not counted here.",
    )


def grade_distribution(grades: Sequence[PartGrade], part: Part, aim: int) -> Plot:
    """How many pages, or short answers, have which grade."""
    counted = Counter(_in_range(grade.grade) for grade in grades if grade.part == part and grade.grade)
    bars = [
        Bar(_of_grade(grade), counted[grade], _tick_of_grade(grade), is_late=grade > aim)
        for grade in range(_LOWEST_GRADE, _HIGHEST_GRADE + 1)
    ]
    return Plot(
        f"grades-{part.replace(' ', '-')}",
        f"Reading grades: {part}s",
        tuple(bars),
        ("Grade", f"{part.capitalize()}s"),
        "columns",
        Goal(aim - _LOWEST_GRADE + 1, f"goal: {aim}"),
    )


def citations_by_year(uses: Sequence[WorkUse], today: dt.date) -> Plot:
    """How many sentences cite works of which year."""
    counted: Counter[int] = Counter()
    for use in uses:
        if use.year is not None:
            counted[use.year] += use.sentences
    first = today.year - _YEARS
    earlier = sum(number for year, number in counted.items() if year <= first)
    later = sum(number for year, number in counted.items() if year > today.year)
    years = range(first + 1, today.year + 1)
    bars = [Bar(f"{first} and earlier", earlier, f"–{first}" if earlier else "")]  # noqa: RUF001 - as printed
    bars += [Bar(str(year), counted[year], "" if year % _TICKS_EVERY else str(year)) for year in years]
    bars += [Bar(f"{today.year + 1} and later", later)] if later else []
    without = sum(use.sentences for use in uses if use.year is None)
    note = f"Works without a year are not shown; citations of these: {without:,}." if without else ""
    return Plot(
        "citations-by-year",
        "Citations by the year of the work",
        tuple(bars),
        ("Year", "Citations"),
        "columns",
        note=note,
    )


def certainty_of_claims(claims: Sequence[ClaimEntry]) -> Plot:
    """How sure the editors are of how many claims."""
    counted = counts_by_certainty(claims)
    bars = [Bar(level.name, counted.pop(key)) for key, level in CERTAINTIES.items()]
    if others := sum(counted.values()):
        bars.append(Bar("No known level", others, is_late=True))
    return Plot("certainty", "Certainty of claims", tuple(bars), ("Certainty", "Claims"))


def clicks_by_review(report: SearchReport) -> Plot:
    """How many clicks went to pages in which state of review."""
    counted: Counter[str] = Counter()
    for line in pages_searched(report):
        counted[line.review] += line.clicks
    bars = [Bar(str(state), counted[state], is_late=state in _LATE) for state in ReviewState]
    return Plot(
        "clicks-by-review",
        "Clicks by the review of the page",
        (*bars, Bar(OTHER_PAGE, counted[OTHER_PAGE])),
        ("State", "Clicks"),
    )


def _month(year: int, month: int) -> str:
    return in_words(dt.date(year, month, 1)).removeprefix("1 ")


def _in_range(grade: float) -> int:
    return min(max(ceil(grade), _LOWEST_GRADE), _HIGHEST_GRADE)


def _of_grade(grade: int) -> str:
    if grade == _LOWEST_GRADE:
        return f"up to {grade}"
    return f"over {grade - 1}" if grade == _HIGHEST_GRADE else f"over {grade - 1}, up to {grade}"


def _tick_of_grade(grade: int) -> str:
    return f"{grade - 1}+" if grade == _HIGHEST_GRADE else str(grade)
