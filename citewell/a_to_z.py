"""What a site has from A to Z: the search of a reader without scripts, and what is left to try.

The pages of an answer stand on its first page, which is listed. Where the list would still be long, what the
lists of medicines and of topics hold is left to them.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from citewell.drugs import Drug

TEMPLATE = "citewell/search-page.html"
_OTHERS = "0-9"
MOST = 500
"""Entries that a reader can look through, and a phone can fetch: some 15 KB as they are sent."""


@dataclass(frozen=True)
class Entry:
    """A name and the page that it leads to.

    Args:
        name: as plain text.
        address: from the site's root.
        about: what else tells which page it is; empty for a page that its name tells.
        in_hubs: whether the lists of medicines and of topics lead to it.
    """

    name: str
    address: str
    about: str = ""
    in_hubs: bool = False


@dataclass(frozen=True)
class Letter:
    """The entries of a letter."""

    letter: str
    entries: Sequence[Entry]

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"letter-{self.letter.lower()}"


def medicine_entries(drug: Drug, articles: Sequence[Entry], hub: str) -> Iterable[Entry]:
    """The names of a medicine: they lead to the answer about it, or to its hub where there are several.

    Args:
        drug: the medicine.
        articles: the answers about it.
        hub: the address of its hub; empty where it has none.
    """
    about = articles[0].name if len(articles) == 1 else f"{len(articles)} questions"
    address = hub if hub and len(articles) > 1 else articles[0].address
    for name in dict.fromkeys((drug.name, *drug.brands)):
        yield Entry(name[:1].upper() + name[1:], address, about, in_hubs=bool(hub))


def a_to_z(
    entries: Iterable[Entry], address: str, hubs: Sequence[tuple[str, str]] = ()
) -> tuple[str, Mapping[str, object]]:
    """The template of the page that lists them and the values for it.

    Args:
        entries: of the site.
        address: of that page, from the site's root.
        hubs: the lists of medicines and of topics: titles and addresses.
    """
    entries = tuple(entries)
    is_long = bool(hubs) and len(entries) > MOST
    listed = [entry for entry in entries if not (is_long and entry.in_hubs)]
    ordered = sorted(listed, key=lambda entry: (_letter(entry.name), _plain(entry.name), entry.address))
    letters = [
        Letter(letter, tuple(found)) for letter, found in groupby(ordered, lambda entry: _letter(entry.name))
    ]
    return TEMPLATE, {
        "hubs": hubs if is_long else (),
        "letters": letters,
        "root": "/".join([".."] * address.count("/")) or ".",
    }


def _letter(name: str) -> str:
    first = _plain(name)[:1].upper()
    return first if "A" <= first <= "Z" else _OTHERS


def _plain(name: str) -> str:
    """A name without accents and signs, as it is sorted."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in apart if sign.isalnum() or sign == " ").strip()
