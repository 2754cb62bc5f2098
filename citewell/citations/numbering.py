"""The numbers of a page: references in order of first citation, printed as (1), (1,2), (1-3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from citewell.citations.grammar import Group

_SHORTEST_RANGE = 3


class Mark(NamedTuple):
    """A number in the text that leads to the list."""

    number: int


Token = Mark | str


@dataclass
class Numbering:
    """Gives each reference of one page its number, in order of first citation.

    NLM, Citing Medicine, "citation-sequence": a work keeps the number of its first citation.
    """

    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, key: str) -> int:
        """The reference's number, given now if this is its first citation."""
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys cited so far, in the order of their numbers."""
        return tuple(self._numbers)


def printed(group: Group, numbers: Sequence[int]) -> tuple[Token, ...]:
    """What a group prints, with its brackets.

    A group without words is sorted, each number once, three and more in a row as a range: (1,2), (1-3,5).
    A group with words keeps its order and its words: (see 1; 2, fig. 2).

    Args:
        group: the citations.
        numbers: the number of each, in the same order.
    """
    if any(citation.prefix or citation.locator for citation in group):
        body = _with_words(group, numbers)
    else:
        body = _in_ranges(sorted(set(numbers)))
    return ("(", *body, ")")


def _with_words(group: Group, numbers: Sequence[int]) -> list[Token]:
    tokens: list[Token] = []
    for citation, number in zip(group, numbers, strict=True):
        separator = "; " if tokens else ""
        if before := separator + (f"{citation.prefix} " if citation.prefix else ""):
            tokens.append(before)
        tokens.append(Mark(number))
        if citation.locator:
            tokens.append(f", {citation.locator}")
    return tokens


def _in_ranges(numbers: Sequence[int]) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    while at < len(numbers):
        end = at
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        if tokens:
            tokens.append(",")
        if end - at + 1 >= _SHORTEST_RANGE:
            tokens += [Mark(numbers[at]), "-", Mark(numbers[end])]
            at = end + 1
        else:
            tokens.append(Mark(numbers[at]))
            at += 1
    return tokens
