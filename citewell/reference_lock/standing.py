"""How a reference stands: checked and clear, flagged, or unchecked. The three never blur.

That no notice was found is not that there is none: "clear" is said with the day and the databases alone.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from citewell.bibliography.dates import month_number
from citewell.bibliography.reference import Reference
from citewell.reference_lock.lock import (
    DATABASES,
    OPENFDA,
    TELLS_OF_NOTICES,
    Answered,
    ReferenceLock,
    questions,
)
from citewell.reference_lock.notice import KINDS, LABEL_CHANGE, Notice, in_force

STALE_AFTER = dt.timedelta(days=180)
_LABEL_ADDRESS = "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid="


class State(StrEnum):
    """The three."""

    CLEAR = "checked and clear"
    FLAGGED = "flagged"
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Standing:
    """How one reference stands.

    Args:
        state: one of the three.
        on: the day of its oldest answer; None where it is unchecked.
        notices: that hold, the gravest first.
        why: it is unchecked.
        answers: of the databases.
    """

    state: State
    on: dt.date | None = None
    notices: tuple[Notice, ...] = ()
    why: str = ""
    answers: Sequence[Answered] = ()

    @property
    def ends_trust(self) -> bool:
        """Whether nothing rests on the work any more."""
        return any(notice.ends_trust for notice in self.notices)

    def is_stale(self, today: dt.date) -> bool:
        """Whether it was last checked too long ago, or on a day that has not come."""
        return self.on is not None and not (today - STALE_AFTER <= self.on <= today)


def standing(reference: Reference, lock: ReferenceLock) -> Standing:
    """How a reference stands by what the databases said."""
    answers = lock.answers(reference)
    notices = in_force(notice for answer in answers for notice in _notices(reference, answer))
    why = _why_unchecked(reference, answers)
    on = min((answer.on for answer in answers), default=None)
    if notices:
        return Standing(State.FLAGGED, on, notices, answers=answers)
    if why:
        return Standing(State.UNCHECKED, why=why, answers=answers)
    return Standing(State.CLEAR, on, answers=answers)


def notices_of(library: Iterable[Reference], lock: ReferenceLock) -> Mapping[str, tuple[Notice, ...]]:
    """The notices that hold on each flagged work, by its key."""
    standings = {} if lock.is_empty else {work.key: standing(work, lock) for work in library}
    return {key: stands.notices for key, stands in standings.items() if stands.notices}


def _why_unchecked(reference: Reference, answers: Sequence[Answered]) -> str:
    """Why it cannot be called checked; empty where it can."""
    if not questions(reference):
        return "It has no number by which a database could be asked"
    if silent := no_answer_from(reference, answers):
        return silent
    unknown = [answer.database for answer in answers if not (answer.found or answer.agency)]
    if unknown:
        return f"Not found under its number at {_names(unknown)}"
    if not any(answer.found and answer.database in TELLS_OF_NOTICES for answer in answers):
        if agency := next((answer.agency for answer in answers if answer.agency), ""):
            return f"Its DOI is registered with {agency}, which is not asked for notices"
        return f"{_names(answer.database for answer in answers)} does not tell of retractions"
    return ""


def no_answer_from(reference: Reference, answers: Sequence[Answered]) -> str:
    """Which databases have not answered what is asked about a reference; empty for none."""
    asked = questions(reference)
    silent = [
        question.database for question in asked if not any(answer.answers(question) for answer in answers)
    ]
    return f"No answer yet from {_names(silent)}" if silent else ""


def _notices(reference: Reference, answer: Answered) -> Iterable[Notice]:
    yield from answer.notices
    if answer.database == OPENFDA and answer.found and _is_newer(reference, answer):
        effective = answer.said.get("effective", "")
        version = answer.said.get("version", "")
        label = f"{KINDS[LABEL_CHANGE]}{f', version {version}' if version else ''}"
        date = dt.date.fromisoformat(effective) if effective else None
        address = f"{_LABEL_ADDRESS}{answer.asked}"
        yield Notice(LABEL_CHANGE, label, date, address, (DATABASES[OPENFDA],))


def _is_newer(reference: Reference, answer: Answered) -> bool:
    """Whether a label of a medicine is newer than the one that is cited.

    By the version where the reference names it, else by its day.
    """
    version, effective = answer.said.get("version", ""), answer.said.get("effective", "")
    cited = reference.get("version")
    if cited.isdecimal() and version.isdecimal():
        return int(version) > int(cited)
    day = _day_of(reference)
    return bool(day and effective) and effective > day


def _day_of(reference: Reference) -> str:
    """The last day that its date can mean, as ISO 8601 has it; empty without a year."""
    if updated := reference.get("updated"):
        return updated
    year, month, day = reference.get("year"), month_number(reference.get("month")), reference.get("day")
    return f"{year}-{month or 12:02}-{int(day or 31):02}" if year else ""


def _names(databases: Iterable[str]) -> str:
    *first, last = (DATABASES[database] for database in dict.fromkeys(databases))
    return f"{', '.join(first)} and {last}" if first else last
