"""What is noted of the works that a sentence cites and gives the number that it tells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from citewell.quantities.equality import gives
from citewell.quantities.quantity import Quantity
from citewell.scope.notes import Noted, WorkNotes
from citewell.terms import Term


def same_numbers(told: Quantity, value: float, works: Sequence[WorkNotes]) -> Iterator[Noted]:
    """What is noted of some works and gives a number.

    Args:
        told: the quantity that a sentence tells.
        value: one of its values.
        works: that the sentence cites.
    """
    for work in works:
        if told.kind == "year":
            if int(value) in work.years:
                yield Noted(told, work.work)
            continue
        yield from (noted for noted in work.numbers if gives(noted.quantity, told, value))
        if told.kind == "multiple":
            yield from _multiples(told, value, work)
        if told.kind == "count" and told.unit == "authors" and value == len(work.work.authors):
            yield Noted(told, work.work)
    if told.kind == "count" and told.unit == "studies" and value == len(works):
        yield Noted(told, works[0].work)  # "three small studies", with the three cited there


def _multiples(told: Quantity, value: float, work: WorkNotes) -> Iterator[Noted]:
    """The shares of a work that are as many times another one of it as is told: 26 is more than twice 12."""
    shares = [noted for noted in work.numbers if noted.finding and noted.quantity.kind == "share"]
    for noted, other in permutations(shares, 2):
        if (
            _outcomes(noted) == _outcomes(other)
            and len(noted.quantity.values) == len(other.quantity.values) == 1
        ):
            (share,), (other_share,) = noted.quantity.values, other.quantity.values
            times = replace(told, hedge="", values=(share / other_share if other_share else 0.0,))
            if gives(times, replace(told, hedge=told.hedge or "about"), value):
                yield noted


def _outcomes(noted: Noted) -> frozenset[Term]:
    return noted.scope.outcomes if noted.scope else frozenset()
