"""The pages of a built site, cut down to what is searched and put where Pagefind reads them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

from citewell.search.lexbor_page import cut, for_pagefind
from citewell.search.searched_page import PageNames, SearchedPage

_INDEX = "index.html"


class ReadPage(NamedTuple):
    """What was read of a page: what the search knows of it, and its words."""

    page: SearchedPage
    words: frozenset[str]


class CutPage(NamedTuple):
    """A page by its path, and what was read of it; None where it is not searched."""

    path: str
    read: ReadPage | None


Cut = Callable[[Path, Sequence[str]], list[CutPage]]
"""Cuts pages, and puts those that are searched into a folder."""


class PagesToSearch(Protocol):
    """Has pages cut, all of them or those that are not as they were."""

    def __call__(
        self, cut: Cut, pages: Sequence[str], names: Mapping[str, PageNames]
    ) -> AbstractContextManager[tuple[Path, list[ReadPage]]]:
        """The folder with the cut pages, for as long as it is needed, and what was read of them, in no order.

        Args:
            cut: cuts pages.
            pages: the paths of all.
            names: what the sources say of pages, by path.
        """
        ...


@contextmanager
def all_anew(
    cut: Cut, pages: Sequence[str], names: Mapping[str, PageNames]
) -> Iterator[tuple[Path, list[ReadPage]]]:
    """Have all pages cut, as where nothing is kept from build to build."""
    del names
    with TemporaryDirectory() as folder:
        yield Path(folder), [found.read for found in cut(Path(folder), pages) if found.read]


def cut_pages(
    site: Path, names: Mapping[str, PageNames], folder: Path, pages: Sequence[str]
) -> list[CutPage]:
    """Cut pages of a built site.

    Args:
        site: its folder.
        names: what the sources say of pages, by path.
        folder: that Pagefind reads.
        pages: their paths.
    """
    return list(map(partial(_cut_page, site, names, folder), pages))


def is_utf8(data: bytes) -> bool:
    """Whether bytes are text. A page of others is not published: it is judged while the search is made."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _cut_page(site: Path, names: Mapping[str, PageNames], folder: Path, path: str) -> CutPage:
    data = (site / path).read_bytes()
    page = cut(data) if is_utf8(data) else None
    if page is None or not page.title:
        return CutPage(path, None)
    address = path.removesuffix(_INDEX) if path.rpartition("/")[2] == _INDEX else path
    searched = SearchedPage(address, page.title, page.state, names.get(path, PageNames()))
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(for_pagefind(page, searched), encoding="utf-8")
    return CutPage(path, ReadPage(searched, page.words))
