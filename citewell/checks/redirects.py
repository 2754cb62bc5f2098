"""An old address under `redirect_from` is one of a page, and leads to one page that is not at it itself.

A page of its own will stand there and send readers on. Where a page or a file of the build stands already, or
two pages ask for the same old address, nobody could say what a reader would find.

Fails:
    redirect_from: ["https://example.org/old/"]
    redirect_from: [404.html]

Passes:
    redirect_from: [old-name/]
    redirect_from: [old-name.html]
"""

import re
from collections.abc import Iterator, Mapping

from citewell.built_places import is_of_the_build
from citewell.moved_pages import NAME, Move, Typed, moves_of, typed_moves
from citewell.problem import Problem
from citewell.site import Site
from citewell.site_addresses import below_pages, site_addresses

ID = "redirects"
_WITHOUT_END = re.compile(r"/?(?:[\w~-]+/)*[\w~-]+", re.ASCII)
_END = re.compile(r"(?:/|\.html)?\Z")
_SHOWN = 60


def check(site: Site) -> Iterator[Problem]:
    """The old addresses that cannot lead anywhere."""
    there = site_addresses(site)
    standing = {_name(address): address for address in there}
    typed = {below_pages(page.source.path): page.source.path for page in site.pages}
    sources = {address: typed.get(path, "") for address, path in there.items()}
    asked: dict[str, list[Move]] = {}
    for one in typed_moves(site):
        advice = _advice(one, sources, standing)
        for move in () if advice else moves_of(one, there):
            others = asked.setdefault(_name(move.old), [])
            advice = advice or next((_taken(move, other) for other in others if _differ(move, other)), "")
            others.append(move)
        if advice:
            yield Problem(one.file, *one.place, ID, advice)


def _advice(one: Typed, sources: Mapping[str, str], standing: Mapping[str, str]) -> str:
    """What to write instead of an old address at which something stands; empty for a good one."""
    text = one.text[:_SHOWN]
    if one.old is None:
        return _no_address(text)
    if one.of_folder and not one.old.endswith("/"):
        return f"Name the folder's old address here, such as old-name/; “{text}” belongs on its own page"
    if one.old == one.owner:
        return f"Take “{text}” out: the page stands there now"
    other = one.old if one.old in sources else _other(one, standing)
    if other is not None and sources[other]:
        return f"Take “{text}” out, or move the page that stands there: {sources[other]}"
    if other is not None or is_of_the_build(one.old, sources):
        return f"Take “{text}” out: the build itself makes what stands there, and a page would be in its way"
    return ""


def _no_address(text: str) -> str:
    if _WITHOUT_END.fullmatch(text.strip()) and not is_of_the_build(f"{text.strip()}/", ()):
        ends = f"“{text.strip()}/” or “{text.strip()}.html”"
        return f"Write {ends} here, not “{text}”: an old address is one of a page"
    examples = "old-name/ or old-name.html"
    return f"Write an address from the site's root under “{NAME}”, such as {examples}, not “{text}”"


def _other(one: Typed, standing: Mapping[str, str]) -> str | None:
    """The page of another address that differs in capitals alone, which some disks do not tell apart.

    A page's own address may: a page that was renamed from Old/ to old/ has no other way to keep both.
    """
    address = standing.get(_name(one.old or ""))
    return None if address == one.owner or (one.old or "").endswith(".html") else address


def _name(address: str) -> str:
    """What readers and disks take for the same: old/, Old/ and old.html, which hosts answer for /old with."""
    return _END.sub("", address.casefold())


def _differ(one: Move, other: Move) -> bool:
    """Whether two moves lead to two pages. What a page says of itself goes before what its folder says."""
    folders = [move.typed for move in (one, other) if move.typed.of_folder]
    is_of_its_folder = len(folders) == 1 and one.new.startswith(folders[0].owner) == other.new.startswith(
        folders[0].owner
    )
    return one.new != other.new and not is_of_its_folder


def _taken(one: Move, other: Move) -> str:
    here, there = one.typed.text[:_SHOWN], other.typed.text[:_SHOWN]
    where = f"{other.typed.file}:{other.typed.place[0]}"
    return f"Take “{here}” out here, or “{there}” in {where}: one address leads to one page"
