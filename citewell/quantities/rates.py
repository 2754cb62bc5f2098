"""Shares as one number of another: 46 in 100, one in seven, 604 of 1,022, three of the four."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from citewell.quantities.nouns import unit_behind
from citewell.quantities.number_words import NUMBER, is_small_word, value_of
from citewell.quantities.quantity import Quantity
from citewell.quantities.times import time_unit_behind

_SLASH_N = re.compile(r"/(?P<n>\d+)\b(?!/)")
_SMALL_RATES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50})
"""What "in" is followed by where it tells a share below "in 100"; in 11 may be a place or a year."""
_TEN, _LEAST, _LARGEST_SMALL = 10, 2, 50
_OF_EVERY = re.compile(r"\b(?:for|of|in|out[ ]of)[ ](?P<every>every[ ]|each[ ])?$")
_BASES = frozenset({10.0, 100.0, 1000.0, 10_000.0})


@cache
def _in_n() -> re.Pattern[str]:
    """The second number of "46 in 100", compiled when the first text needs it: it takes long."""
    return re.compile(
        rf"(?P<noun>(?:[ ][a-z-]+){{0,2}}?[ ](?:people|patients|adults|women|men|more|fewer|extra|cases))?"
        r"[ ](?:(?P<plain>in|per)|in[ ]every|of[ ]every|out[ ]of(?:[ ]every)?|for[ ]every)"
        rf"[ ](?P<n>{NUMBER})\b"
    )


@cache
def _of_n() -> re.Pattern[str]:
    """The second number of "604 of 1,022"."""
    return re.compile(rf"[ ]of[ ](?:the[ ]|these[ ]|those[ ]|its[ ]|their[ ]|all[ ])?(?P<n>{NUMBER})\b")


class Rate(NamedTuple):
    """A share that is told as one number of another.

    Args:
        percent: the share, or the two ends of a range.
        step: the size of its last place in percent; 0 where the second number is below 100.
        unit: what both count.
        end: the offset behind it.
        parts: the numbers themselves, where the second was counted: 604 and 1022.
    """

    percent: tuple[float, ...]
    step: float
    unit: str
    end: int
    parts: tuple[float, ...] = ()


def rate_behind(text: str, end: int, numbers: list[str], step: float) -> Rate | None:
    """The rate that begins with numbers which end at an offset; None where no second number follows.

    Args:
        text: in small letters, with single spaces.
        end: of the numbers.
        numbers: one, or the two ends of a range, as matched by NUMBER.
        step: of their last place.
    """
    behind = _in_n().match(text, end) or _of_n().match(text, end) or _SLASH_N.match(text, end)
    if behind is None:
        return None
    values = tuple(map(value_of, numbers))
    n = value_of(behind["n"])
    if n < _LEAST or max(values) > n or time_unit_behind(text, behind.end()):
        return None
    per_hundreds = n in (100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0)
    unit = unit_behind(text, behind.end())
    if behind.re is _in_n():
        is_rate = per_hundreds or not behind["plain"] or _is_small_rate(behind, n, unit)
    else:
        counts = unit not in ("", "uncounted") or not all(map(is_small_word, (*numbers, behind["n"])))
        is_rate = counts and unit != "uncounted" and (numbers != ["one"] or unit == "people")
    if not is_rate:
        return None
    shares = tuple(100 * value / n for value in values)
    was_counted = not per_hundreds and (behind.re is not _in_n() or n > _LARGEST_SMALL)
    parts = (*values, n) if was_counted else ()
    return Rate(shares, 100 * step / n if per_hundreds else 0.0, unit, behind.end(), parts)


def _is_small_rate(behind: re.Match[str], n: float, unit: str) -> bool:
    """Whether "in n" with n below 100 tells a share: 3,480 people in 12 studies do not."""
    if behind["noun"]:
        return n == _TEN and unit in ("people", "")
    return behind["plain"] == "in" and n in _SMALL_RATES


def of_every(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities of a text, where what follows "of every 100 people" is told as shares.

    Args:
        text: in small letters, with single spaces.
        found: in their order.
    """
    base: float | None = None
    for at, quantity in enumerate(found):
        (value, *others) = quantity.values
        before = _OF_EVERY.search(text[: quantity.start]) if quantity.kind == "count" and not others else None
        if before and value in _BASES and quantity.unit == "people" and not quantity.hedge:
            base = value
            if not before["every"] and not any(_is_of(other, base) for other in found[at + 1 :]):
                yield quantity
        elif base and _is_of(quantity, base):
            values = tuple(100 * part / base for part in quantity.values)
            yield replace(quantity, kind="share", values=values, step=100 * quantity.step / base)
        else:
            yield quantity


def _is_of(quantity: Quantity, base: float) -> bool:
    return quantity.kind == "count" and quantity.unit in ("", "people") and max(quantity.values) <= base
