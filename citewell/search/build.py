"""Builds the search of a site out of its pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol

from citewell.crisis import CrisisContacts
from citewell.search.files import FOLDER, NAMES, WORDS, own_files
from citewell.search.full_text import full_text
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


@contextmanager
def search_of(  # noqa: PLR0913 (each is another part of the site)
    site: Path,
    pages: Sequence[str],
    names: Mapping[str, PageNames],
    contacts: CrisisContacts,
    divide: Divide,
    *,
    pages_to_search: PagesToSearch = all_anew,
) -> Iterator[Callable[[], int]]:
    """Begin to make the search of a built site; what it gives writes it, and says how many pages it finds.

    Nothing is written into the site before. Until then, Pagefind does its work beside that of this process.

    Args:
        site: the folder of the built site.
        pages: the paths of its pages.
        names: what the sources say of pages, by path; empty where the sources are not at hand.
        contacts: of the site.
        divide: shares the work.
        pages_to_search: has the pages cut down to what is searched.

    Raises:
        SearchError: by what it gives: Pagefind failed.
    """

    def cut(folder: Path, some: Sequence[str]) -> list[CutPage]:
        return divide(partial(cut_pages, site, names, folder), some)

    searched = [page for page in pages if page not in _NOT_SEARCHED]
    with ExitStack() as ends:
        folder, found = ends.enter_context(pages_to_search(cut, searched, names))
        write_full_text = ends.enter_context(full_text(folder)) if found else None

        def write() -> int:
            (site / FOLDER).mkdir(exist_ok=True)
            _write_others(site, found, contacts)
            if write_full_text:
                write_full_text(site)
            return len(found)

        yield write


def _write_others(site: Path, found: Sequence[ReadPage], contacts: CrisisContacts) -> None:
    """Write what Pagefind does not make."""
    for path, text in (
        (NAMES, names_index([read.page for read in found], contacts)),
        (WORDS, spelling(read.words for read in found)),
    ):
        (site / path).write_bytes(text.encode())
    for path, data in own_files().items():
        (site / path).write_bytes(data)
