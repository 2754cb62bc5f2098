"""The pages whose review is overdue or soon due."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from citewell.article import Page
from citewell.published_page import is_overdue


@dataclass(frozen=True, order=True)
class DuePage:
    """A page to be reviewed again, ordered by the day.

    Args:
        due: the day by which it is to be reviewed again.
        path: of the file, from the project's root.
        title: of the page; empty where it names none.
        reviewer: who reviewed it last.
        is_overdue: whether that day has come.
    """

    due: dt.date
    path: str
    title: str
    reviewer: str
    is_overdue: bool


def due_pages(pages: Iterable[Page], today: dt.date, within: int) -> list[DuePage]:
    """The pages to be reviewed again, the longest overdue first.

    A page that nobody has reviewed has no day for the next review, and is none of them.

    Args:
        pages: of the site.
        today: the day.
        within: how many days ahead to look.
    """
    last = today + dt.timedelta(days=within)
    return sorted(
        DuePage(
            review.due,
            page.source.path,
            page.facts.title,
            review.reviewer.name if review.reviewer else "",
            is_overdue(review, today),
        )
        for page in pages
        if (review := page.facts.review).due is not None and review.due <= last
    )
