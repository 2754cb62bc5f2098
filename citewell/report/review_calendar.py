"""The review calendar: every page with its review, first the pages that nobody has reviewed."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from citewell.article import Page
from citewell.front_matter import FOLDER_FILE
from citewell.page_facts import Review
from citewell.page_text.readers import is_for_readers
from citewell.published_page import is_overdue
from citewell.report.table import Column, Figure, Table

NAME = "review-calendar"
SOON, LATER = 30, 90
"""Days ahead."""


class ReviewState(StrEnum):
    """How a page stands, in the order in which an editor looks after it."""

    UNREADABLE = "facts cannot be read"
    NOT_REVIEWED = "not reviewed"
    IN_REVIEW = "in review"
    OVERDUE = "overdue"
    DUE_SOON = f"due within {SOON} days"
    DUE_LATER = f"due within {LATER} days"
    UP_TO_DATE = f"due after {LATER} days"


@dataclass(frozen=True)
class PageReview:
    """A page in the calendar.

    Args:
        page: the path of its source.
        title: empty where it names none.
        article: the question of its article; empty where it belongs to none.
        state: how it stands.
        reviewer: who reviewed it last; empty for nobody.
        last: the day of that review.
        due: the day by which it is to be reviewed again.
        days: until then; below 0 where that day has passed.
    """

    page: str
    title: str
    article: str
    state: ReviewState
    reviewer: str = ""
    last: dt.date | None = None
    due: dt.date | None = None
    days: int | None = None


_COLUMNS = (
    Column("page", "Page"),
    Column("state", "Review"),
    Column("title", "Title", readers="programs"),
    Column("article", "Article", readers="programs"),
    Column("reviewer", "Reviewed by"),
    Column("last", "On", "day"),
    Column("due", "Next review", "day"),
    Column("days", "Days until then", readers="programs"),
)
_NOTE = "A page is overdue from the day on by which it was to be reviewed again."


def review_calendar(
    pages: Iterable[Page], today: dt.date, unreadable: Collection[str] = frozenset()
) -> list[PageReview]:
    """The pages in the order in which an editor looks after them; those written for editors are left out.

    Of those that nobody has reviewed, the pages of articles come first: they speak of health.

    Args:
        pages: of the site.
        today: what dates are held against.
        unreadable: the paths of files with faults in their facts, pages' and folders'.
    """
    reviews = [_review(page, today, unreadable) for page in pages if is_for_readers(page)]
    states = list(ReviewState)
    return sorted(
        reviews,
        key=lambda review: (
            states.index(review.state),
            review.due or today,
            not review.article,
            review.page,
        ),
    )


def review_table(reviews: Sequence[PageReview]) -> Table:
    """The calendar as a table."""
    counted = Counter(review.state for review in reviews)
    states = {str(state): counted[state] for state in ReviewState if counted[state]}
    figures = (Figure("pages", "Pages", len(reviews)), Figure("states", "Of these", states))
    return Table(NAME, "Review calendar", _COLUMNS, reviews, figures, (_NOTE,))


def _review(page: Page, today: dt.date, unreadable: Collection[str]) -> PageReview:
    path, facts = page.source.path, page.facts
    if _is_unreadable(path, unreadable):
        return PageReview(path, facts.title, facts.article, ReviewState.UNREADABLE)
    review = facts.review
    return PageReview(
        path,
        facts.title,
        facts.article,
        _state(review, today),
        review.reviewer.name if review.reviewer else "",
        review.last,
        review.due,
        (review.due - today).days if review.due else None,
    )


def _is_unreadable(path: str, unreadable: Collection[str]) -> bool:
    if not unreadable:
        return False
    folders = (str(folder / FOLDER_FILE) for folder in PurePosixPath(path).parents)
    return path in unreadable or any(folder in unreadable for folder in folders)


def _state(review: Review, today: dt.date) -> ReviewState:
    if review.status == "in-review":
        return ReviewState.IN_REVIEW
    if review.due is None:
        return ReviewState.NOT_REVIEWED
    if is_overdue(review, today):
        return ReviewState.OVERDUE
    days = (review.due - today).days
    if days <= SOON:
        return ReviewState.DUE_SOON
    return ReviewState.DUE_LATER if days <= LATER else ReviewState.UP_TO_DATE
