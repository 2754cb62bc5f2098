"""All pages of a site from A to Z: the search of a reader without scripts, and what is left to try."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from citewell.page_facts import PageFacts

TEMPLATE = "citewell/search-page.html"
_OTHERS = "0-9"


@dataclass(frozen=True)
class Entry:
    """A name and the page that it leads to.

    Args:
        name: as plain text.
        address: from the site's root.
        about: what else tells which page it is; empty for a page that its name tells.
    """

    name: str
    address: str
    about: str = ""


@dataclass(frozen=True)
class Letter:
    """The entries of a letter."""

    letter: str
    entries: Sequence[Entry]

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"letter-{self.letter.lower()}"


def entries_of(title: str, address: str, facts: PageFacts, *, is_index: bool) -> Iterable[Entry]:
    """The entries of a page: its title, and for the first page of an article the names of its medicine.

    Args:
        title: as plain text.
        address: from the site's root.
        facts: of the page.
        is_index: whether it is the first page of an article.
    """
    yield Entry(title, address, "" if is_index else facts.article)
    if is_index and facts.drug:
        for name in dict.fromkeys((facts.drug.name, *facts.drug.brands)):
            yield Entry(name[:1].upper() + name[1:], address, title)


def a_to_z(entries: Iterable[Entry], address: str) -> tuple[str, Mapping[str, object]]:
    """The template of the page that lists them and the values for it.

    Args:
        entries: of all pages.
        address: of that page, from the site's root.
    """
    ordered = sorted(entries, key=lambda entry: (_letter(entry.name), _plain(entry.name), entry.address))
    letters = [
        Letter(letter, tuple(found)) for letter, found in groupby(ordered, lambda entry: _letter(entry.name))
    ]
    return TEMPLATE, {"letters": letters, "root": "/".join([".."] * address.count("/")) or "."}


def _letter(name: str) -> str:
    first = _plain(name)[:1].upper()
    return first if "A" <= first <= "Z" else _OTHERS


def _plain(name: str) -> str:
    """A name without accents and signs, as it is sorted."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in apart if sign.isalnum() or sign == " ").strip()
