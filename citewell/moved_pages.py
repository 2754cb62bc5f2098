"""Old addresses that still lead somewhere: what pages and folders say under `redirect_from`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citewell.built_places import is_of_the_build
from citewell.made_pages import ONE_PAGE, QUESTION_SHEET
from citewell.page_address import address_of
from citewell.site import Site
from citewell.site_addresses import below_pages, site_addresses
from citewell.yaml_mapping import YamlMapping

NAME = "redirect_from"
_ADDRESS = re.compile(r"(?:[\w.~-]+/)+|(?:[\w.~-]+/)*[\w.~-]+\.html", re.ASCII)
_INDEX = "index.html"
_MADE_OF_ARTICLES = tuple(map(address_of, (ONE_PAGE, QUESTION_SHEET)))


@dataclass(frozen=True)
class Typed:
    """An old address as it is typed.

    Args:
        file: that says it, relative to the project's root.
        place: line and column of the name.
        text: as typed.
        old: the address from the site's root, empty for the first page; None where the text is no address.
        owner: the address of the page, or of the folder, that took its place.
        of_folder: whether a whole folder stood there.
    """

    file: str
    place: tuple[int, int]
    text: str
    old: str | None
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
        for move in moves_of(typed, there):
            if move.old not in there and not is_of_the_build(move.old, there):
                found.setdefault(move.old, move)
    return sorted(found.values(), key=lambda move: move.old)


def moves_of(typed: Typed, there: Mapping[str, str]) -> Iterator[Move]:
    """What follows from an old address as it is typed.

    Args:
        typed: of a page, with what the build makes of its article; or of a folder, with all its pages.
        there: the path of the page at each address that the site has.
    """
    if typed.old is None:
        return
    if not typed.of_folder:
        yield Move(typed.old, typed.owner, typed)
        for name in _MADE_OF_ARTICLES if typed.old.endswith("/") else ():
            if f"{typed.owner}{name}" in there:
                yield Move(f"{typed.old}{name}", f"{typed.owner}{name}", typed)
    elif typed.old.endswith("/"):
        for address in there:
            if address.startswith(typed.owner):
                yield Move(typed.old + address.removeprefix(typed.owner), address, typed)


def _typed(file: str, mapping: YamlMapping, owner: str, *, of_folder: bool) -> Iterator[Typed]:
    values = mapping.values.get(NAME)
    for text in values if isinstance(values, list) else ():
        if isinstance(text, str):
            yield Typed(file, mapping.place(NAME), text, _old(text), owner, of_folder)


def _old(text: str) -> str | None:
    """The address that is typed, without the name of the file that answers for a folder."""
    address = text.strip().removeprefix("/")
    if not _ADDRESS.fullmatch(address) or {"..", "."} & set(address.split("/")):
        return None
    name = address.rpartition("/")[2]
    return address.removesuffix(_INDEX) if name == _INDEX else address
