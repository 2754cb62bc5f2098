"""The issue that reminds of a review: one for each page and day, however often it is looked for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from citewell.days import in_words
from citewell.output import printable
from citewell.review_due.due_page import DuePage

LABEL = "review-due"
_BODY = """\
{state}

1. Read the page and look its sources up again.
2. Mend what has changed. Set `last_reviewed` and `next_review` in the page, or in its folder's `.meta.yml`.
3. Close this issue when that is published.

The page: `{path}`{reviewer}

Please write nothing about your own health here: everybody can read this.
"""


@dataclass(frozen=True)
class Issue:
    """An issue to be opened.

    Args:
        title: the page's path and the day; no other issue has the same.
        body: what to do, in Markdown.
    """

    title: str
    body: str


def issue_of(page: DuePage) -> Issue:
    """The issue for a page."""
    day = in_words(page.due)
    path = printable(page.path).replace("`", "'")
    state = (
        f"This page was to be reviewed again by {day}."
        if page.is_overdue
        else (f"This page is to be reviewed again by {day}.")
    )
    reviewer = f", last reviewed by {printable(page.reviewer)}" if page.reviewer else ""
    return Issue(f"Review by {page.due}: {path}", _BODY.format(state=state, path=path, reviewer=reviewer))


def new_issues(pages: Iterable[DuePage], known_titles: Collection[str]) -> list[Issue]:
    """The issues that nobody has opened yet.

    Args:
        pages: to be reviewed again.
        known_titles: of issues, open or closed: who has closed one is not asked again for the same day.
    """
    return [issue for issue in map(issue_of, pages) if issue.title not in known_titles]
