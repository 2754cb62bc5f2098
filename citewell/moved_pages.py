"""Old addresses that still lead somewhere: what pages and folders say under `redirect_from`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citewell.page_address import address_of
from citewell.site import Site
from citewell.site_addresses import below_pages, site_addresses
from citewell.yaml_mapping import YamlMapping

NAME = "redirect_from"
_ADDRESS = re.compile(r"(?:[\w.~-]+/)*[\w.~-]+(?:/|\.html)?", re.ASCII)


@dataclass(frozen=True)
class Typed:
    """An old address as it is typed.

    Args:
        file: that says it, relative to the project's root.
        place: line and column of the name.
        text: as typed.
        old: the address from the site's root; empty where the text is none.
        owner: the address of the page, or of the folder, that took its place.
        of_folder: whether a whole folder stood there.
    """

    file: str
    place: tuple[int, int]
    text: str
    old: str
    owner: str
    of_folder: bool


@dataclass(frozen=True)
class Move:
    """One page that moved: its old and its new address, from the site's root."""

    old: str
    new: str
    typed: Typed


def typed_moves(site: Site) -> Iterator[Typed]:
    """What is typed: of each page by itself, then of each folder in its `.meta.yml`."""
    for page in site.pages:
        owner = address_of(below_pages(page.source.path))
        yield from _typed(page.source.path, page.source.front_matter, owner, of_folder=False)
    for folder, (path, mapping) in site.folders.items():
        if below := below_pages(folder):
            yield from _typed(path, mapping, f"{below}/", of_folder=True)


def moves(site: Site) -> list[Move]:
    """Every old address that a page of its own answers for, each once.

    A folder takes along all pages below it, those that the build makes of its article too. What a page says
    of itself goes before what its folder says, and no address is taken from a page that stands there now.
    """
    there = site_addresses(site)
    found: dict[str, Move] = {}
    for typed in typed_moves(site):
        for old, new in _pairs(typed, there):
            if old not in there:
                found.setdefault(old, Move(old, new, typed))
    return sorted(found.values(), key=lambda move: move.old)


def _pairs(typed: Typed, there: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not typed.old:
        return
    if not typed.of_folder:
        yield typed.old, typed.owner
    elif typed.old.endswith("/"):
        for address in there:
            if address.startswith(typed.owner):
                yield typed.old + address.removeprefix(typed.owner), address


def _typed(file: str, mapping: YamlMapping, owner: str, *, of_folder: bool) -> Iterator[Typed]:
    values = mapping.values.get(NAME)
    for text in values if isinstance(values, list) else ():
        if isinstance(text, str):
            yield Typed(file, mapping.place(NAME), text, _old(text), owner, of_folder)


def _old(text: str) -> str:
    """The address that is typed, ended by a slash where it is a folder; empty where it is no address."""
    address = text.strip().removeprefix("/")
    if not _ADDRESS.fullmatch(address) or {"..", "."} & set(address.split("/")):
        return ""
    return address if address.endswith(("/", ".html")) else f"{address}/"
