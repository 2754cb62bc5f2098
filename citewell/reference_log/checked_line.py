"""The line under a list of references: how many were checked, and when."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from citewell.days import in_words
from citewell.reference_lock.standing import Standing, State


@dataclass(frozen=True)
class CheckedLine:
    """The line.

    Args:
        words: "5 of 6 references were checked for retractions and corrections on 3 August 2027."
        notices: "There is a notice on 1 of them."; empty where none is known.
        unchecked: "1 is unchecked."; empty where all were checked, and where none was.
        link: of the way to the page that says more.
    """

    words: str
    notices: str = ""
    unchecked: str = ""
    link: str = "What was checked"


def checked_line(standings: Sequence[Standing]) -> CheckedLine:
    """The line for works that stand so; with no words for no works."""
    number = len(standings)
    if not number:
        return CheckedLine("")
    checked = [stands for stands in standings if stands.state is not State.UNCHECKED]
    if not checked:
        whose, they_are = "This reference has not", "it is"
        if number > 1:
            whose, they_are = f"None of these {number} references has", "they are"
        words = f"{whose} been checked for retractions and corrections."
        return CheckedLine(words, link=f"Why {they_are} unchecked")
    flagged = sum(stands.state is State.FLAGGED for stands in standings)
    result = "" if flagged else ": no notice was found"
    words = (
        f"{how_many(len(checked), number)} checked for retractions and corrections {when(checked)}{result}."
    )
    return CheckedLine(words, _notices(flagged, number), _unchecked(number - len(checked)))


def how_many(checked: int, number: int) -> str:
    """How many of a number of references were: "5 of 6 references were"."""
    if number == 1:
        return "This reference was"
    return f"{checked} of {number} references {'was' if checked == 1 else 'were'}"


def when(checked: Sequence[Standing]) -> str:
    """The day on which works were checked, or the days between which."""
    days: list[dt.date] = sorted(stands.on for stands in checked if stands.on)
    if days[0] == days[-1]:
        return f"on {in_words(days[0])}"
    return f"between {in_words(days[0])} and {in_words(days[-1])}"


def _notices(flagged: int, number: int) -> str:
    if not flagged:
        return ""
    if number == 1:
        return "There is a notice on it."
    return "There is a notice on 1 of them." if flagged == 1 else f"There are notices on {flagged} of them."


def _unchecked(number: int) -> str:
    return f"{number} {'is' if number == 1 else 'are'} unchecked." if number else ""
