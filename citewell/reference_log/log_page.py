"""The page that tells of each cited work what was asked, what was answered, and when."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citewell.bibliography.reference import Reference
from citewell.bibliography.short_name import short_name
from citewell.days import in_words
from citewell.ledger.cited_works import CitedWork
from citewell.reference_lock.lock import DATABASES, Answered, ReferenceLock
from citewell.reference_lock.standing import Standing, State, standing
from citewell.reference_log.checked_line import how_many, when

TEMPLATE = "citewell/reference-log.html"

_ORDER = (State.FLAGGED, State.UNCHECKED, State.CLEAR)
_HEADINGS: Mapping[State, str] = {
    State.FLAGGED: "With a notice",
    State.UNCHECKED: "Not checked",
    State.CLEAR: "Checked, and no notice found",
}


@dataclass(frozen=True)
class LoggedAnswer:
    """A line of the log.

    Args:
        question: "Crossref, asked for 10.1016/j.jad.2017.05.048"
        answer: "knows the work".
        date: as ISO 8601 has it.
        day: as it is printed.
    """

    question: str
    answer: str
    date: str
    day: str


@dataclass(frozen=True)
class LoggedNotice:
    """A notice: words with its day, address or an empty text, who tells of it, whether it ends trust."""

    words: str
    address: str
    told_by: str
    ends_trust: bool


@dataclass(frozen=True)
class LoggedWork:
    """A work.

    Args:
        key: of it.
        name: short, as "Goodwin and others 2017".
        title: of it.
        why: it is unchecked; empty for others.
        notices: on it.
        answers: of the databases.
    """

    key: str
    name: str
    title: str
    why: str
    notices: Sequence[LoggedNotice]
    answers: Sequence[LoggedAnswer]


@dataclass(frozen=True)
class LoggedState:
    """The works that stand alike, under their heading."""

    heading: str
    works: Sequence[LoggedWork]


def reference_log(works: Iterable[CitedWork], lock: ReferenceLock) -> Mapping[str, object]:
    """The values of the page's template.

    Args:
        works: that the site cites.
        lock: of the site.
    """
    standings = [(work.reference, standing(work.reference, lock)) for work in works]
    states = [
        LoggedState(_HEADINGS[state], [_logged(*pair) for pair in standings if pair[1].state is state])
        for state in _ORDER
    ]
    checked = [stands for _, stands in standings if stands.state is not State.UNCHECKED]
    return {
        "states": [state for state in states if state.works],
        "words": _words(len(checked), len(standings), when(checked) if checked else ""),
    }


def _words(checked: int, number: int, days: str) -> str:
    """The page in a sentence."""
    if not number:
        return "No page of this site cites a work yet."
    if not checked:
        return "No reference of this site has been checked."
    return f"{how_many(checked, number)} checked {days}."


def _logged(reference: Reference, stands: Standing) -> LoggedWork:
    return LoggedWork(
        reference.key,
        short_name(reference),
        reference.get("title"),
        stands.why,
        [
            LoggedNotice(
                f"{notice.label}, {in_words(notice.date)}" if notice.date else notice.label,
                notice.address,
                " and ".join(notice.told_by),
                notice.ends_trust,
            )
            for notice in stands.notices
        ],
        [_answer(answer) for answer in stands.answers],
    )


def _answer(answer: Answered) -> LoggedAnswer:
    said = "knows the work"
    notices = f"{len(answer.notices)} notice{'s' * (len(answer.notices) > 1)}"
    if answer.instead:
        said = f"answered with another work, {answer.instead}"
    elif answer.agency:
        said = f"does not know it; its DOI is registered with {answer.agency}"
    elif not answer.found:
        said = "does not know it"
    elif answer.said.get("effective"):
        said = f"knows the label of {in_words(dt.date.fromisoformat(answer.said['effective']))}"
    elif answer.notices:
        said = f"knows the work, and {notices} on it"
    if answer.notices and not answer.found:
        said += f"; before, it told of {notices}"
    question = f"{DATABASES[answer.database]}, asked for {answer.asked}"
    return LoggedAnswer(question, said, answer.on.isoformat(), in_words(answer.on))
