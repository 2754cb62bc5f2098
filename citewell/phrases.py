"""Finds listed words and phrases in a text, whole and in any case, however the lines are broken."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

Listed = TypeVar("Listed")
_WORD = re.compile(r"\w+(?:'\w+)*")


def normal(phrase: str) -> str:
    """A phrase in small letters, with single spaces for spaces and hyphens and straight apostrophes."""
    return " ".join(phrase.lower().replace("-", " ").replace("’", "'").split())  # noqa: RUF001 - as printed


class Found(NamedTuple, Generic[Listed]):
    """Where a phrase stands, and what it is listed for."""

    start: int
    end: int
    listed: Listed


@dataclass(frozen=True)
class Phrases(Generic[Listed]):
    """Phrases and what each is listed for.

    Args:
        by_phrase: under the phrase in its normal form.
    """

    by_phrase: Mapping[str, Listed]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, Listed]]) -> "Phrases[Listed]":
        """The phrases of pairs; of two that are the same the first counts."""
        found: dict[str, Listed] = {}
        for phrase, listed in pairs:
            found.setdefault(normal(phrase), listed)
        return cls(MappingProxyType(found))

    @cached_property
    def _by_first_word(self) -> Mapping[str, Sequence[tuple[re.Pattern[str], int, Listed]]]:
        """By the first word of a phrase, its looks and how far in that word stands; the longest first."""
        found: dict[str, list[tuple[re.Pattern[str], int, Listed]]] = {}
        for phrase in sorted(self.by_phrase, key=len, reverse=True):
            if first := _WORD.search(phrase):
                typed = re.escape(phrase).replace(r"\ ", r"[\s-]+")
                looks = (re.compile(rf"{typed}(?!\w)"), first.start(), self.by_phrase[phrase])
                found.setdefault(first.group(), []).append(looks)
        return MappingProxyType(found)

    def find(self, text: str) -> Iterator[Found[Listed]]:
        """Every phrase of a text in its order; where two overlap, the first and then the longer.

        Args:
            text: as typed.
        """
        small = text.replace("İ", "i").lower()  # the only letter whose small form is longer than itself
        small = small.replace("’", "'")  # noqa: RUF001 - an apostrophe as it is printed
        if self._by_first_word.keys().isdisjoint(_WORD.findall(small)):
            return
        end = 0
        for word in _WORD.finditer(small):
            if word.start() < end:
                continue
            for pattern, before, listed in self._by_first_word.get(word.group(), ()):
                if match := pattern.match(small, max(word.start() - before, 0)):
                    end = match.end()
                    yield Found(match.start(), end, listed)
                    break
