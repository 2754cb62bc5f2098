"""What the templates print around the text of a page."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from citewell.about.contact import address_of
from citewell.affiliates import Programme
from citewell.days import in_words
from citewell.page_facts import ALONE, PageFacts, Review
from citewell.publisher import Publisher
from citewell.safety_strip import SafetyStrip

_STATES = {
    "not-reviewed": "Not yet reviewed by a clinician.",
    "in-review": "A clinician is reviewing this. The review is not finished.",
    ALONE: "Not independently reviewed: the person who keeps this site checked it alone.",
}


@dataclass(frozen=True)
class AboutLine:
    """A line of "About this page".

    Args:
        name: such as Published.
        words: its value.
        address: where the value can be looked up; empty where nowhere.
    """

    name: str
    words: str
    address: str = ""


@dataclass(frozen=True)
class DatedChange:
    """An entry of "What changed and why": the date as ISO 8601 has it and as it is printed."""

    date: str
    day: str
    what: str
    why: str


@dataclass(frozen=True)
class Around:
    """What stands around the text of a page. Addresses are from the site's root; empty ones lead nowhere.

    Args:
        facts: the page's own.
        in_article: whether it is a page of an article.
        state: who has reviewed it.
        due: the day by which it is to be reviewed again.
        due_in_words: the same, as it is printed.
        overdue: whether that day has come.
        about: the lines of "About this page".
        changes: what was changed, newest first.
        strip: the safety strip; None on a page that has none.
        do_not_stop: where the warning against stopping stands.
        signs: where the signs of an emergency are listed.
        crisis: where all numbers stand.
        referral: the programme whose paid link stands on the page; None where none does.
        one_page: the article on one page.
        question_sheet: the questions to take along.
        downloads: the files of the page's references, each with its label and address.
    """

    facts: PageFacts
    in_article: bool = False
    state: str = ""
    due: dt.date | None = None
    due_in_words: str = ""
    overdue: bool = False
    about: Sequence[AboutLine] = ()
    changes: Sequence[DatedChange] = ()
    strip: SafetyStrip | None = None
    do_not_stop: str = ""
    signs: str = ""
    crisis: str = ""
    referral: Programme | None = None
    one_page: str = ""
    question_sheet: str = ""
    downloads: Sequence[tuple[str, str]] = ()


def review_state(review: Review) -> str:
    """Who has reviewed the page, in one sentence that does not flatter."""
    if review.reviewer is None or review.last is None:
        return _STATES.get(review.status, _STATES["not-reviewed"])
    return f"Reviewed by {review.reviewer.name}, {review.reviewer.credential}, on {in_words(review.last)}."


def is_overdue(review: Review, today: dt.date) -> bool:
    """Whether the day by which the page was to be reviewed again has come."""
    return review.due is not None and review.due <= today


def lines_about(facts: PageFacts) -> Sequence[AboutLine]:
    """The facts of a page for its foot. What is not known is said to be so."""
    review = facts.review
    reviewer = review.reviewer
    lines = [AboutLine("Written by", facts.author)] if facts.author else []
    lines += [AboutLine("Published", in_words(facts.published))] if facts.published else []
    if reviewer is None:
        lines.append(AboutLine("Review", review_state(review)))
    else:
        lines.append(AboutLine("Reviewed by", f"{reviewer.name}, {reviewer.credential}"))
        if reviewer.number:
            lines.append(
                AboutLine("Register", f"{reviewer.register} {reviewer.number}", reviewer.register_address)
            )
        if reviewer.orcid:
            lines.append(AboutLine("ORCID", reviewer.orcid, f"https://orcid.org/{reviewer.orcid}"))
        lines.append(AboutLine("Conflicts of interest", reviewer.conflicts))
    lines += [AboutLine("Last reviewed", in_words(review.last))] if review.last else []
    lines += [AboutLine("Next review due", in_words(review.due))] if review.due else []
    return lines


def changes(facts: PageFacts) -> Sequence[DatedChange]:
    """What was changed on a page, newest first."""
    newest_first = sorted(facts.changes, key=lambda change: change.date, reverse=True)
    return [
        DatedChange(change.date.isoformat(), in_words(change.date), change.what, change.why)
        for change in newest_first
    ]


def error_report(publisher: Publisher) -> str:
    """Where a reader reports an error: by mail, or as an issue; empty where the publisher has named neither.

    Nothing is filled in beforehand: an issue that named the page would say in public what its writer reads.
    """
    if publisher.contact:
        return address_of(publisher.contact)
    repository = publisher.repository.rstrip("/")
    return f"{repository}/issues/new/choose" if repository.startswith("https://") else ""
