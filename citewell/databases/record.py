"""What a database says of a work, once read."""

import datetime as dt
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from citewell.bibliography.characters import without_hidden
from citewell.bibliography.reference import Reference
from citewell.bibliography.unicode_text import composed
from citewell.reference_lock.notice import Notice

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LONGEST = 1_000
_MOST_INITIALS = 3


@dataclass(frozen=True)
class Record:
    """A work as a database describes it.

    Args:
        reference: its facts; its key is empty, and a field that the database does not know is not set.
        notices: on it.
        notice_of: the identifiers of the works that it is itself a notice about.
    """

    reference: Reference
    notices: tuple[Notice, ...] = ()
    notice_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """An answer to the question for one identifier.

    Args:
        on: the day on which it was given.
        record: of the work; None where the database knows none.
        instead: the identifier of the other work that it answered with.
        agency: who registers a DOI that Crossref does not.
    """

    on: dt.date
    record: Record | None = None
    instead: str = ""
    agency: str = ""


def at(value: Any, *path: str | int) -> Any:
    """What stands at a place of a JSON value; None where there is no such place."""
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and len(value) > step else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def items(value: Any, *path: str | int) -> list[Any]:
    """The list at a place of a JSON value; empty where there is none."""
    found = at(value, *path)
    return found if isinstance(found, list) else []


def text(value: Any, *path: str | int) -> str:
    """The text or number at a place of a JSON value in one clean line; empty where there is none."""
    found = at(value, *path)
    if isinstance(found, bool) or not isinstance(found, str | int):
        return ""
    return clean(str(found))


def clean(typed: str) -> str:
    """One line of plain Unicode: no tags, no entities, no hidden characters, and an end.

    Titles come with JATS or HTML tags, and with entities that were escaped once too often.
    """
    words = html.unescape(html.unescape(typed[: 4 * _LONGEST]))
    words = _TAG.sub("", words)
    return composed(without_hidden(words))[:_LONGEST]


def given_names(typed: str, family: str) -> tuple[str, ...]:
    """Given names in order, initials with their stops: `Guy M` is Guy and M., `GM` is G. and M."""
    words: list[str] = []
    for word in typed.replace(".", ". ").split():
        letters = word.rstrip(".")
        is_initials = letters.isalpha() and letters.isupper() and len(letters) <= _MOST_INITIALS
        if is_initials and (len(letters) == 1 or not family.isupper()):
            words += [f"{letter}." for letter in letters]
        else:
            words.append(word)
    return tuple(words)


def known(fields: Mapping[str, str]) -> Mapping[str, str]:
    """The fields that are set."""
    return {name: value for name, value in fields.items() if value}
