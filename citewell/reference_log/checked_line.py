"""The line under a list of references: how many were checked, and when."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citewell.bibliography.reference import Reference
from citewell.days import in_words
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.standing import Standing, State, standing


@dataclass(frozen=True)
class CheckedLine:
    """The line, in two sentences.

    Args:
        words: "5 of 6 references were checked for notices on 3 August 2027."
        notices: "A notice stands on 1 of them."; empty where none is known.
    """

    words: str
    notices: str = ""


def checked_line(works: Iterable[Reference], lock: ReferenceLock) -> CheckedLine:
    """The line for works; with no words for no works."""
    standings = [standing(work, lock) for work in works]
    if not standings:
        return CheckedLine("")
    number = len(standings)
    checked = [stands for stands in standings if stands.state is not State.UNCHECKED]
    flagged = sum(stands.state is State.FLAGGED for stands in standings)
    noun = "reference" if number == 1 else "references"
    if not checked:
        whose = "This reference has not" if number == 1 else f"None of these {number} references has"
        return CheckedLine(f"{whose} been checked for retractions and corrections yet.")
    was = "was" if len(checked) == 1 else "were"
    words = (
        f"{len(checked)} of {number} {noun} {was} checked for retractions and corrections {when(checked)}."
    )
    return CheckedLine(words, _notices(flagged))


def when(checked: Sequence[Standing]) -> str:
    """The day on which works were checked, or the days between which."""
    days: list[dt.date] = sorted(stands.on for stands in checked if stands.on)
    if days[0] == days[-1]:
        return f"on {in_words(days[0])}"
    return f"between {in_words(days[0])} and {in_words(days[-1])}"


def _notices(flagged: int) -> str:
    if not flagged:
        return ""
    return "There is a notice on 1 of them." if flagged == 1 else f"There are notices on {flagged} of them."
