"""An address that was published still leads to its page, or to where the page is now.

Readers keep links, and other sites and search engines hold more of them than anybody sees. A page that is
renamed says under `redirect_from` where it stood. docs/_data/published-addresses.txt remembers every address;
the build adds to it (W3C, Cool URIs don't change).

Fails:
    docs/new-name/index.md    # and old-name/ on the list

Passes:
    redirect_from: [old-name/]    # in docs/new-name/.meta.yml
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from citewell.front_matter import FOLDER_FILE
from citewell.made_pages import ONE_PAGE, QUESTION_SHEET
from citewell.moved_pages import NAME, moves
from citewell.page_address import address_of
from citewell.problem import Problem
from citewell.published_addresses import PATH, RULE, some
from citewell.site import Site
from citewell.site_addresses import below_pages, site_addresses

ID = RULE


def check(site: Site) -> Iterator[Problem]:
    """The addresses that would lead nowhere, where that is to be mended."""
    published = site.data.published
    there = site_addresses(site)
    lost = published.keys() - there.keys() - {move.old for move in moves(site)}
    if not _is_all_read(site):
        lost = {address for address in lost if not _is_made(address)}
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
    for address in sorted(lost):
        yield _of_page(site, address, new)


def _is_all_read(site: Site) -> bool:
    """Whether it is known which pages the build makes. Rules of their own tell of what cannot be read."""
    unread = (not page.source.metadata and page.source.body_offset for page in site.pages)
    return not any(unread) and all(mapping.values for _, mapping in site.folders.values())


def _is_made(address: str) -> bool:
    path = PurePosixPath(address).with_suffix(".md")
    return path.name in (ONE_PAGE, QUESTION_SHEET) or path.with_suffix("").parts[:1] in (
        ("medicines",),
        ("topics",),
    )


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


def _of_page(site: Site, address: str, new: Mapping[str, str]) -> Problem:
    """What to do about one address: on the page that seems to stand for it now, else on the list itself."""
    name = PurePosixPath(address).name
    pages = {address_of(below_pages(page.source.path)): page for page in site.pages}
    likely = [there for there in sorted(new) if there in pages and PurePosixPath(there).name == name]
    beside = str(PurePosixPath(address).parent)
    likely += [
        there for there in sorted(new) if there in pages and str(PurePosixPath(there).parent) == beside
    ]
    said = f"{NAME}: [{address or '/'}]"
    if not likely:
        advice = (
            f"Write “{said}” in the front matter of the page that answers what {address or '/'} answered: "
            f"nothing stands there any more. For a whole folder, its {FOLDER_FILE} says so"
        )
        return Problem(PATH, site.data.published[address], 1, ID, advice)
    source = pages[likely[0]].source
    line, column = source.front_matter.places.get(NAME, (2 if source.body_offset else 1, 1))
    where = "on this line" if source.body_offset else "between two lines --- above this one"
    advice = (
        f"Write “{said}” {where}: {address} would lead nowhere, and this page seems to have taken its place"
    )
    return Problem(source.path, line, column, ID, advice)
