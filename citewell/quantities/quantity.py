"""A quantity: what a sentence or a source tells in numbers."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["share", "count", "time", "multiple", "year"]
Hedge = Literal["", "exactly", "about", "nearly", "over", "at least", "under"]


@dataclass(frozen=True)
class Quantity:
    """One quantity.

    Args:
        kind: a share of people or things, a count, a time, a multiple ("twice as many"), the year of a work.
        values: one, or the two ends of a range: shares in percent, times in days, all others as they are.
        unit: what a count counts (people, authors, studies, medicines) or a share is a share of; the unit of
            a time (week); empty where the words do not tell.
        step: the size of the last place that was given: in percent for a share, else in the unit; 0 for a
            share in words.
        hedge: how exact it says it is.
        start: of its words in the text, in characters.
        end: of its words.
        text: its words.
        parts: the counts of "604 of 1,022".
    """

    kind: Kind
    values: tuple[float, ...]
    unit: str
    step: float
    hedge: Hedge
    start: int
    end: int
    text: str
    parts: tuple[float, ...] = ()
