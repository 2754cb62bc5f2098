"""A batch of pages of a built site: cut down to what is searched, indexed, and the index taken apart."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from citewell.search.lexbor_page import cut, for_pagefind
from citewell.search.pagefind_data import read, unpacked
from citewell.search.pagefind_program import ENTRY, run_pagefind
from citewell.search.pagefind_words import Postings, read_words
from citewell.search.searched_page import PageNames, SearchedPage

_INDEX = "index.html"


class ReadPage(NamedTuple):
    """What was read of a page: what the search knows of it, and its words."""

    page: SearchedPage
    words: frozenset[str]


class LanguageIndex(NamedTuple):
    """What Pagefind made of the pages in one language.

    Args:
        digest: that tells it from others.
        code: of the language, with which the names of its files begin.
        fields: of the pages, in the order of their numbers.
        pages: the words that each has, in the order of the pages' numbers.
        fragments: the file of each page, in the same order.
        words: where each stands.
        filters: the numbers of the pages that each value of each goes for.
    """

    digest: str
    code: str
    fields: Sequence[str]
    pages: Sequence[int]
    fragments: Sequence[bytes]
    words: Mapping[str, Postings]
    filters: Mapping[str, Mapping[str, Sequence[int]]]


class BatchIndex(NamedTuple):
    """What was made of a batch: by language what Pagefind made, and what was read of each page."""

    languages: Mapping[str, LanguageIndex]
    read: Sequence[ReadPage]


def index_batch(site: Path, names: Mapping[str, PageNames], pages: Sequence[str]) -> BatchIndex:
    """Index pages of a built site.

    Args:
        site: its folder.
        names: what the sources say of pages, by path.
        pages: their paths.

    Raises:
        SearchError: Pagefind failed.
        UnknownFormError: Pagefind has written what another version writes.
    """
    with TemporaryDirectory() as folder:
        cut_pages, index = Path(folder, "pages"), Path(folder, "index")
        found = [read for path in pages if (read := _cut_page(site, names, cut_pages, path))]
        if not found:
            return BatchIndex({}, ())
        run_pagefind(cut_pages, index)
        said = json.loads((index / ENTRY).read_text("utf-8"))["languages"]
        return BatchIndex({name: _language(index, said[name]["hash"]) for name in sorted(said)}, found)


def _cut_page(site: Path, names: Mapping[str, PageNames], folder: Path, path: str) -> ReadPage | None:
    """Put a page where Pagefind reads it; what was read of it, None where it is not searched."""
    page = cut((site / path).read_bytes())
    if not page.title:
        return None
    address = path.removesuffix(_INDEX) if path.rpartition("/")[2] == _INDEX else path
    searched = SearchedPage(address, page.title, page.state, names.get(path, PageNames()))
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(for_pagefind(page, searched), encoding="utf-8")
    return ReadPage(searched, page.words)


def _language(index: Path, name: str) -> LanguageIndex:
    """What Pagefind has written for a language, by the name of its list."""
    _, pages, parts, filters, _, fields = read(index / f"pagefind.{name}.pf_meta")
    written = [unpacked(index / "index" / f"{part}.pf_index") for *_, part in parts]
    by_filter = {
        filter_name: dict(read(index / "filter" / f"{file}.pf_filter")[1]) for filter_name, file in filters
    }
    told = json.dumps((fields, pages, by_filter), sort_keys=True).encode()
    return LanguageIndex(
        hashlib.sha256(b"".join((told, *written))).hexdigest(),
        name.partition("_")[0],
        fields,
        [number for _, number in pages],
        [(index / "fragment" / f"{page}.pf_fragment").read_bytes() for page, _ in pages],
        {word: postings for data in written for word, postings in read_words(data)},
        by_filter,
    )
