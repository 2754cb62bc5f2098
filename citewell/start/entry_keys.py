"""The key that a new entry of the bibliography gets: the first author's name and the year, goodwin2017."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import count

from citewell.bibliography.names import OTHERS
from citewell.bibliography.reference import Reference

_LONGEST = 24
_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "þ": "th",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
}
_SMALL_WORDS = frozenset("a an and at by for from in of on or the to with".split())  # noqa: SIM905
_YEAR = re.compile(r"\d{4}")
_WORD = re.compile(r"[^\W\d_]+")


def new_key(reference: Reference, taken: Iterable[str]) -> str:
    """A key that no other entry has; capitals make no difference.

    A second work of the same name and year gets a letter: goodwin2017b. A work without authors is called
    after its title.
    """
    used = {key.casefold() for key in taken}
    plain = f"{_name(reference) or 'work'}{_year(reference)}"
    if plain not in used:
        return plain
    last = _year(reference) and plain
    for number in count(2):
        suffix = chr(ord("a") + number - 1) if number <= 26 else f"-{number}"  # noqa: PLR2004 - letters there are
        key = f"{last or plain + '-'}{suffix}"
        if key not in used:
            return key
    raise AssertionError  # count() never ends


def _name(reference: Reference) -> str:
    for name in (*reference.authors, *reference.editors):
        if name != OTHERS:
            words = _initials(name.family) if name.is_organisation else f"{name.particle}{name.family}"
            if plain := _plain(words):
                return plain
    for word in _WORD.findall(reference.get("title")):
        if word.casefold() not in _SMALL_WORDS and (plain := _plain(word)):
            return plain
    return ""


def _initials(organisation: str) -> str:
    """`Health Service Executive` as `HSE`; a name of one word whole."""
    words = [word for word in _WORD.findall(organisation) if word.casefold() not in _SMALL_WORDS]
    return "".join(word[0] for word in words) if len(words) > 1 else organisation


def _year(reference: Reference) -> str:
    typed = (reference.get(name) for name in ("year", "bookdate", "epub"))
    return next((found.group() for words in typed if (found := _YEAR.search(words))), "")


def _plain(words: str) -> str:
    """Small letters of the Latin alphabet alone."""
    spelt = "".join(_LETTERS.get(letter, letter) for letter in words.casefold())
    letters = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z]", "", letters)[:_LONGEST]
