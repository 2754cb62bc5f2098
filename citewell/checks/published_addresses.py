"""An address that was published still leads to its page, or to where the page is now.

Readers keep links, and other sites and search engines hold more of them than anybody sees. A page that is
renamed says under `redirect_from` where it stood. docs/_data/published-addresses.txt remembers every address;
the build adds to it (W3C, Cool URIs don't change). Where no page takes the place of one that is gone, its
line is taken out. A line that no commit holds was never published, and is not missed.

Fails:
    docs/new-name/index.md    # and old-name/ on the list

Passes:
    redirect_from: [old-name/]    # in docs/new-name/.meta.yml
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from citewell.front_matter import FOLDER_FILE
from citewell.made_pages import CLAIM_LEDGER, ONE_PAGE, QUESTION_SHEET, REFERENCE_INDEX, REFERENCE_LOG
from citewell.moved_pages import NAME, moves
from citewell.page_address import address_of
from citewell.problem import Problem
from citewell.published_addresses import PATH, RULE, some
from citewell.site import Site
from citewell.site_addresses import below_pages, site_addresses

ID = RULE
_OF_ARTICLES = (address_of(ONE_PAGE), address_of(QUESTION_SHEET))
_OF_THE_SITE = tuple(map(address_of, (REFERENCE_INDEX, REFERENCE_LOG, CLAIM_LEDGER)))
_HUBS = ("medicines/", "topics/")


def check(site: Site) -> Iterator[Problem]:
    """The addresses that would lead nowhere, where that is to be mended."""
    published = site.data.published
    there = site_addresses(site)
    missing = published.keys() - there.keys() - site.data.never_committed
    lost = missing - {move.old for move in moves(site)} if missing else set()
    if not _is_all_read(site):
        lost = {address for address in lost if not address.endswith(_OF_ARTICLES) and not _is_made(address)}
    new = {address: path for address, path in there.items() if address not in published}
    folders = _moved_folders(site, lost, new)
    for (old, folder), addresses in folders.items():
        lost = lost - addresses
        path, mapping = site.folders[folder]
        line, column = mapping.places.get(NAME, (1, 1))
        advice = (
            f"Write “{NAME}: [{old}]” on this line: {some(addresses)} would lead nowhere, and the pages "
            f"seem to stand here now"
        )
        yield Problem(path, line, column, ID, advice)
    if made := {address for address in lost if _is_made(address)}:
        yield _of_the_build(site, made)
    made_of = {address for address in lost if _is_made_of_one_of(address, lost)}
    written = lost - made - made_of
    successors = {address: found for address in written if (found := _successor(site, address, new))}
    for address in sorted(successors):
        yield _moved(site, address, successors[address])
    gone = written - successors.keys()
    gone |= {address for address in made_of if _is_made_of_one_of(address, gone)}
    for top, addresses in _together(gone).items():
        yield _gone(site, top, addresses)


def _is_all_read(site: Site) -> bool:
    """Whether it is known which pages the build makes. Rules of their own tell of what cannot be read."""
    unread = (not page.source.metadata and page.source.body_offset for page in site.pages)
    return not any(unread) and all(mapping.values for _, mapping in site.folders.values())


def _is_made(address: str) -> bool:
    """Whether the build makes the page of what all others say."""
    return address in _OF_THE_SITE or address.startswith(_HUBS)


def _is_made_of_one_of(address: str, lost: set[str]) -> bool:
    """Whether a page was made of an article that is lost itself."""
    return any(address.removesuffix(name) in lost for name in _OF_ARTICLES if address.endswith(name))


def _moved_folders(site: Site, lost: set[str], new: Mapping[str, str]) -> dict[tuple[str, str], set[str]]:
    """The old addresses of folders that seem to have moved as a whole, by the old and the new folder."""
    found: dict[tuple[str, str], set[str]] = {}
    for folder in site.folders if lost else ():
        below = below_pages(folder)
        if f"{below}/" not in new:
            continue
        inside = {address.removeprefix(f"{below}/") for address in new if address.startswith(f"{below}/")}
        olds = {
            old: {f"{old}{rest}" for rest in inside} & lost
            for old in lost
            if old.endswith("/") and len({f"{old}{rest}" for rest in inside} & lost) > 1
        }
        if olds:
            best = max(sorted(olds), key=lambda old: len(olds[old]))
            found[best, folder] = olds[best]
    return found


def _successor(site: Site, address: str, new: Mapping[str, str]) -> str:
    """The address of the page that seems to stand for another one now; empty where none does."""
    name, beside = PurePosixPath(address).name, PurePosixPath(address).parent
    pages = {address_of(below_pages(page.source.path)) for page in site.pages}
    written = [PurePosixPath(there) for there in sorted(new) if there in pages]
    likely = [there for there in written if there.name == name]
    likely += [there for there in written if there.parent == beside]
    return f"{likely[0]}/" if likely else ""


def _moved(site: Site, address: str, successor: str) -> Problem:
    """What to write on a page that seems to have taken the place of another one."""
    source = next(
        page.source for page in site.pages if address_of(below_pages(page.source.path)) == successor
    )
    line, column = source.front_matter.places.get(NAME, (2 if source.body_offset else 1, 1))
    where = "on this line" if source.body_offset else "between two lines --- above this one"
    advice = (
        f"Write “{NAME}: [{address}]” {where}: {address} would lead nowhere, and this page seems to have "
        f"taken its place. Where it has not, and no other page has, take {address} out of {PATH}"
    )
    return Problem(source.path, line, column, ID, advice)


def _together(lost: Iterable[str]) -> Mapping[str, set[str]]:
    """Addresses by the topmost one that is gone and below which they stood."""
    found: dict[str, set[str]] = {}
    for address in sorted(lost):
        above = (f"{folder}/" for folder in PurePosixPath(address).parents)
        found.setdefault(next((top for top in above if top in found), address), set()).add(address)
    return found


def _gone(site: Site, top: str, addresses: set[str]) -> Problem:
    """What to do about addresses for which nothing seems to stand now: on the list itself."""
    name = top or "/"
    folder = f", or for a whole folder in its {FOLDER_FILE}" if len(addresses) > 1 else ""
    advice = (
        f"Write “{NAME}: [{name}]” in the front matter of the page that answers what {name} answered"
        f"{folder}. Where no page does, take {_lines(addresses)} out: nothing stands at {some(addresses)} "
        f"any more"
    )
    return Problem(PATH, site.data.published[top], 1, ID, advice)


def _of_the_build(site: Site, addresses: set[str]) -> Problem:
    """What to do about pages that the build has no reason to make any more."""
    line = min(site.data.published[address] for address in addresses)
    advice = (
        f"Take {_lines(addresses)} out, or write “{NAME}” in the front matter of the page to which readers "
        f"are to go: the build makes no {some(addresses)} any more"
    )
    return Problem(PATH, line, 1, ID, advice)


def _lines(addresses: set[str]) -> str:
    return "this line" if len(addresses) == 1 else f"these {len(addresses)} lines"
