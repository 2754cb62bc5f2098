"""Builds the search of a site out of its pages."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

from citewell.crisis import CrisisContacts
from citewell.search.files import FOLDER, NAMES, WORDS, own_files
from citewell.search.full_text import write_full_text
from citewell.search.lexbor_page import cut, for_pagefind
from citewell.search.names_index import names_index
from citewell.search.searched_page import PageNames, SearchedPage
from citewell.search.spelling import spelling

_INDEX = "index.html"
_NOT_SEARCHED = frozenset(("404.html", f"{FOLDER}/{_INDEX}"))


class Divide(Protocol):
    """Divides items between processes, and puts together what a function makes of the shares."""

    def __call__(
        self, function: Callable[[Sequence[str]], list["_Read"]], items: Sequence[str]
    ) -> list["_Read"]:
        """The results, in no order."""
        ...


class _Read(NamedTuple):
    """What was read of a page."""

    page: SearchedPage
    words: frozenset[str]


def build_search(
    site: Path,
    pages: Sequence[str],
    names: Mapping[str, PageNames],
    contacts: CrisisContacts,
    divide: Divide,
) -> int:
    """Write the search's files into a built site; how many pages it finds.

    Args:
        site: the folder of the built site.
        pages: the paths of its pages.
        names: what the sources say of pages, by path; empty where the sources are not at hand.
        contacts: of the site.
        divide: shares the work.

    Raises:
        SearchError: Pagefind failed.
    """
    with TemporaryDirectory() as folder:
        searched = [page for page in pages if page not in _NOT_SEARCHED]
        found = divide(partial(_cut_pages, site, Path(folder), names), searched)
        (site / FOLDER).mkdir(exist_ok=True)
        if found:
            write_full_text(Path(folder), site)
    for path, text in (
        (NAMES, names_index([read.page for read in found], contacts)),
        (WORDS, spelling(read.words for read in found)),
    ):
        (site / path).write_bytes(text.encode())
    for path, data in own_files().items():
        (site / path).write_bytes(data)
    return len(found)


def _cut_pages(site: Path, folder: Path, names: Mapping[str, PageNames], pages: Sequence[str]) -> list[_Read]:
    """Cut these pages down and put them where Pagefind reads them."""
    found = []
    for path in pages:
        page = cut((site / path).read_bytes())
        if not page.title:
            continue
        address = path.removesuffix(_INDEX) if path.rpartition("/")[2] == _INDEX else path
        searched = SearchedPage(address, page.title, page.state, names.get(path, PageNames()))
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(for_pagefind(page, searched), encoding="utf-8")
        found.append(_Read(searched, page.words))
    return found
