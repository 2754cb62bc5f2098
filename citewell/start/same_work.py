"""Finds a work that the bibliography holds already: by its identifiers, or by its title."""

import re
from collections.abc import Iterable

from citewell.bibliography.reference import Reference

_NUMBERS = ("doi", "pmid", "pmcid", "nbk", "isbn")
_TELLING = 4
"""A title of as many words is hardly that of two works."""


def same_work(reference: Reference, among: Iterable[Reference]) -> Reference | None:
    """The entry that is the same work, or None.

    One identifier in common is enough, and one that differs is enough against it. Without any, the titles
    have to be the same, and the years where both are known; for a title of few words the first author too.
    """
    for other in among:
        told = _told_by_numbers(reference, other)
        if told or (told is None and _has_same_title(reference, other)):
            return other
    return None


def _told_by_numbers(one: Reference, other: Reference) -> bool | None:
    """Whether the identifiers that both have are the same; None where they share none."""
    told = [
        one.get(name).casefold() == other.get(name).casefold()
        for name in _NUMBERS
        if one.get(name) and other.get(name)
    ]
    return any(told) if told else None


def _has_same_title(one: Reference, other: Reference) -> bool:
    title = _words(one.get("title"))
    if not title or title != _words(other.get("title")):
        return False
    years = {reference.get("year") for reference in (one, other) if reference.get("year")}
    return len(years) <= 1 and (len(title) >= _TELLING or _first_author(one) == _first_author(other))


def _first_author(reference: Reference) -> list[str]:
    return _words(reference.authors[0].family) if reference.authors else []


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
