"""Builds the search of a site out of its pages."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from citewell.crisis import CrisisContacts
from citewell.search.files import FOLDER, NAMES, WORDS, own_files
from citewell.search.full_text import write_full_text
from citewell.search.names_index import names_index
from citewell.search.pages_to_search import CutPage, PagesToSearch, ReadPage, all_anew, cut_pages
from citewell.search.searched_page import PageNames
from citewell.search.spelling import spelling

_NOT_SEARCHED = frozenset(("404.html", f"{FOLDER}/index.html"))


class Divide(Protocol):
    """Divides items between processes, and puts together what a function makes of the shares."""

    def __call__(
        self, function: Callable[[Sequence[str]], list[CutPage]], items: Sequence[str]
    ) -> list[CutPage]:
        """The results, in no order."""
        ...


def build_search(  # noqa: PLR0913 (each is another part of the site)
    site: Path,
    pages: Sequence[str],
    names: Mapping[str, PageNames],
    contacts: CrisisContacts,
    divide: Divide,
    *,
    pages_to_search: PagesToSearch = all_anew,
) -> int:
    """Write the search's files into a built site; how many pages it finds.

    Args:
        site: the folder of the built site.
        pages: the paths of its pages.
        names: what the sources say of pages, by path; empty where the sources are not at hand.
        contacts: of the site.
        divide: shares the work.
        pages_to_search: has the pages cut down to what is searched.

    Raises:
        SearchError: Pagefind failed.
    """

    def cut(folder: Path, some: Sequence[str]) -> list[CutPage]:
        return divide(partial(cut_pages, site, names, folder), some)

    searched = [page for page in pages if page not in _NOT_SEARCHED]
    (site / FOLDER).mkdir(exist_ok=True)
    with pages_to_search(cut, searched, names) as (folder, found):
        write_others = partial(_write_others, site, found, contacts)
        if found:
            write_full_text(folder, site, write_others)
        else:
            write_others()
    return len(found)


def _write_others(site: Path, found: Sequence[ReadPage], contacts: CrisisContacts) -> None:
    """Write what Pagefind does not make."""
    for path, text in (
        (NAMES, names_index([read.page for read in found], contacts)),
        (WORDS, spelling(read.words for read in found)),
    ):
        (site / path).write_bytes(text.encode())
    for path, data in own_files().items():
        (site / path).write_bytes(data)
