"""Finds a work that the bibliography holds already: by its identifiers, or by its title."""

import re
from collections.abc import Iterable, Iterator

from citewell.bibliography.reference import Reference

_NUMBERS = ("doi", "pmid", "pmcid", "nbk", "setid", "isbn")
_PARTS_OF_BOOKS = frozenset({"incollection", "inbook", "inproceedings"})
"""The ISBN of these is that of their book."""

_TELLING = 4
"""A title of as many words is hardly that of two works."""

_WORD = re.compile(r"[^\W_]+")


class SameWorks:
    """Works by what tells them apart.

    Args:
        works: in the order in which they are found.
    """

    def __init__(self, works: Iterable[Reference] = ()) -> None:
        self._by_number: dict[tuple[str, str], Reference] = {}
        self._by_title: dict[tuple[str, ...], list[Reference]] = {}
        for work in works:
            self.add(work)

    def add(self, work: Reference) -> None:
        """Remember a work."""
        for number in _numbers(work):
            self._by_number.setdefault(number, work)
        if title := _words(work.get("title")):
            self._by_title.setdefault(title, []).append(work)

    def of(self, reference: Reference) -> Reference | None:
        """The work that a reference names, or None.

        One identifier in common is enough, and one that differs is enough against it. Without any, the titles
        have to be the same, and the years where both are known; for a title of few words also the first
        author.
        """
        for number in _numbers(reference):
            if known := self._by_number.get(number):
                return known
        title = _words(reference.get("title"))
        for other in self._by_title.get(title, ()) if title else ():
            if not _differ_by_number(reference, other) and _may_be_one(reference, other, title):
                return other
        return None


def same_work(reference: Reference, among: Iterable[Reference]) -> Reference | None:
    """The entry that is the same work, or None."""
    return SameWorks(among).of(reference)


def _numbers(work: Reference) -> Iterator[tuple[str, str]]:
    for name in _NUMBERS:
        value = work.get(name).casefold()
        if value and not (name == "isbn" and work.kind in _PARTS_OF_BOOKS):
            yield name, _isbn_core(value) if name == "isbn" else value


def _isbn_core(typed: str) -> str:
    """What an ISBN of 10 digits and one of 13 have in common: all but the prefix 978 and the check digit."""
    digits = typed.replace("-", "").replace(" ", "")
    if len(digits) == 10:  # noqa: PLR2004 - ISBN-10
        return digits[:9]
    return digits[3:12] if digits.startswith("978") else digits


def _differ_by_number(one: Reference, other: Reference) -> bool:
    first, second = dict(_numbers(one)), dict(_numbers(other))
    return any(first[name] != second[name] for name in first.keys() & second.keys())


def _may_be_one(one: Reference, other: Reference, title: tuple[str, ...]) -> bool:
    years = {reference.get("year") for reference in (one, other) if reference.get("year")}
    if len(years) > 1:
        return False
    return len(title) >= _TELLING or (bool(_first_author(one)) and _first_author(one) == _first_author(other))


def _first_author(reference: Reference) -> tuple[str, ...]:
    return _words(reference.authors[0].family) if reference.authors else ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
