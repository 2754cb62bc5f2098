"""Builds the search of a site out of its pages, batch by batch."""

import shutil
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from citewell.cache import store
from citewell.crisis import CrisisContacts
from citewell.search.batch_index import BatchIndex, index_batch
from citewell.search.files import FOLDER, FULL_TEXT, NAMES, WORDS, own_files
from citewell.search.names_index import names_index
from citewell.search.page_batches import batches
from citewell.search.pagefind_program import SearchError
from citewell.search.pagefind_words import UnknownFormError
from citewell.search.searched_page import PageNames
from citewell.search.spelling import spelling
from citewell.search.whole_index import write_index
from citewell.work_ahead import Divide

_NOT_SEARCHED = frozenset(("404.html", f"{FOLDER}/index.html"))
_WORTH_HELP = 3
"""Batches for which another process saves more time than it takes to start."""


class Batch(NamedTuple):
    """A batch by its number, and the paths of its pages."""

    number: int
    pages: Sequence[str]


class Made(NamedTuple):
    """What was made of a batch, packed; or what kept it from being made."""

    batch: Batch
    packed: bytes
    failure: str = ""


class Kept(Protocol):
    """The indexes of batches that an earlier build has made."""

    def get(self, pages: Sequence[str], names: Mapping[str, PageNames]) -> bytes | None:
        """What was made of these pages, packed, where they are what they were."""
        ...

    def put(self, pages: Sequence[str], names: Mapping[str, PageNames], index: bytes) -> None:
        """Keep it for the next build."""
        ...


class NothingKept:
    """What there is of earlier builds where nothing is kept."""

    def get(self, pages: Sequence[str], names: Mapping[str, PageNames]) -> bytes | None:
        """Nothing."""

    def put(self, pages: Sequence[str], names: Mapping[str, PageNames], index: bytes) -> None:
        """Forget it."""


def index_pages(
    site: Path, pages: Sequence[str], names: Mapping[str, PageNames], divide: Divide, kept: Kept
) -> Sequence[Made]:
    """Index the pages of a built site, in the order of the batches. Nothing is written into it.

    Args:
        site: its folder.
        pages: the paths of its pages.
        names: what the sources say of pages, by path; empty where the sources are not at hand.
        divide: shares the work.
        kept: what is at hand already.
    """
    searched = batches(page for page in pages if page not in _NOT_SEARCHED)
    every = [Batch(number, batch) for number, batch in enumerate(searched)]
    at_hand = [Made(batch, found) for batch in every if (found := kept.get(batch.pages, names))]
    there = {made.batch.number for made in at_hand}
    missing = [batch for batch in every if batch.number not in there]
    new = list(divide(partial(_made, site, names), missing, worth=_WORTH_HELP))
    for made in new:
        if not made.failure:
            kept.put(made.batch.pages, names, made.packed)
    return sorted([*at_hand, *new])


def write_search(site: Path, made: Sequence[Made], contacts: CrisisContacts) -> int:
    """Write the search of a built site; how many pages it finds.

    Args:
        site: its folder.
        made: of all of its pages.
        contacts: of the site.

    Raises:
        SearchError: Pagefind failed, or is not the version that the seal knows.
    """
    if failure := next((batch.failure for batch in made if batch.failure), ""):
        raise SearchError(failure)
    indexes: list[BatchIndex] = [store.unpacked(batch.packed) for batch in made]
    found = [read for index in indexes for read in index.read]
    (site / FOLDER).mkdir(exist_ok=True)
    for path, text in (
        (NAMES, names_index([read.page for read in found], contacts)),
        (WORDS, spelling(read.words for read in found)),
    ):
        (site / path).write_bytes(text.encode())
    for path, data in own_files().items():
        (site / path).write_bytes(data)
    shutil.rmtree(site / FULL_TEXT, ignore_errors=True)
    if found:
        write_index(site / FULL_TEXT, [index.languages for index in indexes])
    return len(found)


def _made(site: Path, names: Mapping[str, PageNames], batch: Batch) -> Made:
    try:
        return Made(batch, store.packed(index_batch(site, names, batch.pages)))
    except SearchError as error:
        return Made(batch, b"", str(error))
    except UnknownFormError:
        return Made(batch, b"", "Install pagefind[bin] as the lock names it: its index has another form.")
