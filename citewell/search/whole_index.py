"""Writes the index of a whole site out of those of its batches.

What Pagefind does over all pages at once grows in memory with the site, and has to be done again for a word
that was typed. A browser finds no difference: numbers of pages, and what all pages have in common, are told
anew here, and what counts for the order of answers is counted in the browser.

Files are named by their number, behind what the whole index holds. Pagefind names each after what it holds:
what tells them apart cannot be compressed, and at 5,000 pages the list that is fetched first has 48 KB with
such names and 30 KB without. A browser still never takes a file of another index for one of this.

Parts of the index are smaller than Pagefind's, which has words together until they stand in 20,000 places,
25 KB or more for each word that is asked. Most words stand in few places: theirs are a small share of it.
"""

import hashlib
import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import accumulate
from pathlib import Path
from typing import Any

from citewell.search.batch_index import LanguageIndex
from citewell.search.pagefind_data import packed, written
from citewell.search.pagefind_program import ENTRY, put_programs
from citewell.search.pagefind_words import Postings, joined, part_of, with_fields

ENOUGH = 16_000
"""Bytes of the words of a part, about twice as many as are sent, from which the next word begins another.

Smaller parts cost more in the list of all parts than they save.
"""
_SHORT = 6
"""Digits that tell an index of a site from the one before."""
_DIGITS = 10
_PARTS_AT_ONCE = 32

Part = tuple[str, str, bytes]
"""The first and the last word of a part, or as much of each as tells it from its neighbour, and the part."""


def write_index(folder: Path, batches: Sequence[Mapping[str, LanguageIndex]]) -> None:
    """Write the files that a browser searches by.

    Args:
        folder: for them; nothing stands there.
        batches: in the order of their pages, each by language.

    Raises:
        SearchError: Pagefind failed, or is not the version that the seal knows.
    """
    languages = sorted({name for batch in batches for name in batch})
    entry = dict(put_programs(folder, languages))
    programs = entry["languages"]
    entry["languages"] = {}
    for name in languages:
        indexes = [batch[name] for batch in batches if name in batch]
        found = _write_language(folder, indexes, entry["version"])
        program = programs.get(name, {}).get("wasm")
        is_there = (folder / f"wasm.{program}.pagefind").is_file()
        entry["languages"][name] = {**found, "wasm": program if is_there else None}
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (folder / ENTRY).write_text(text, "utf-8")


def _write_language(folder: Path, indexes: Sequence[LanguageIndex], version: str) -> dict[str, Any]:
    """Write the files of a language; what the list of all languages says of it."""
    code = indexes[0].code
    digest = hashlib.sha256("".join(index.digest for index in indexes).encode()).hexdigest()[:_DIGITS]
    bases = list(accumulate((len(index.pages) for index in indexes[:-1]), initial=0))

    def put(kind: str, number: int, data: bytes) -> str:
        file = f"{code}_{digest[:_SHORT]}_{number}"
        place = folder / kind / f"{file}.pf_{kind}"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
        return file

    fragments = (fragment for index in indexes for fragment in index.fragments)
    words = (number for index in indexes for number in index.pages)
    pages = [[put("fragment", page, next(fragments)), number] for page, number in enumerate(words)]
    fields = sorted({field for index in indexes for field in index.fields})
    parts = [
        [first, last, put("index", number, data)]
        for number, (first, last, data) in enumerate(_packed_parts(_entries(indexes, bases, fields)))
    ]
    filters = [
        [kind, put("filter", number, packed(written([kind, values])))]
        for number, (kind, values) in enumerate(_filters(indexes, bases))
    ]
    lists = [version, pages, parts, filters, [], fields]
    (folder / f"pagefind.{code}_{digest}.pf_meta").write_bytes(packed(written(lists)))
    return {"hash": f"{code}_{digest}", "page_count": len(pages)}


def _entries(
    indexes: Sequence[LanguageIndex], bases: Sequence[int], fields: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Each word of a language with its entry, in the order of the words."""
    numbers = [
        [] if list(index.fields) == fields else [fields.index(field) for field in index.fields]
        for index in indexes
    ]

    def found(word: str) -> Iterator[tuple[int, Postings]]:
        for index, base, renumbered in zip(indexes, bases, numbers, strict=True):
            postings = index.words.get(word)
            if postings and postings.in_fields and renumbered:
                postings = with_fields(word, postings, renumbered)
            if postings:
                yield base, postings

    for word in sorted({word for index in indexes for word in index.words}):
        yield word, joined(word, list(found(word)))


def _packed_parts(entries: Iterable[tuple[str, bytes]]) -> Iterator[Part]:
    """The parts, each made short while the next ones are put together: zlib lets other threads work."""
    begun: deque[tuple[str, str, Future[bytes]]] = deque()
    with ThreadPoolExecutor(1) as packer:
        for first, last, data in _parts(entries):
            begun.append((first, last, packer.submit(packed, data)))
            if len(begun) > _PARTS_AT_ONCE:
                yield _whole(*begun.popleft())
        yield from (_whole(*part) for part in begun)


def _whole(first: str, last: str, packing: Future[bytes]) -> Part:
    return first, last, packing.result()


def _parts(entries: Iterable[tuple[str, bytes]]) -> Iterator[Part]:
    """Words put together until they are enough, each part with its ends."""
    held: list[bytes] = []
    first = word = before = ""
    size = 0
    for word, entry in entries:
        if not held:
            first = _beginning(before, word) if before else word
        held.append(entry)
        size += len(entry)
        if size >= ENOUGH:
            yield first, word, part_of(held)
            held, size, before = [], 0, word
    if held:
        yield first, word, part_of(held)


def _beginning(before: str, word: str) -> str:
    """As much of a word as stands behind the one before it."""
    return next(word[:length] for length in range(1, len(word) + 1) if word[:length] > before)


def _filters(
    indexes: Sequence[LanguageIndex], bases: Sequence[int]
) -> Iterator[tuple[str, list[tuple[str, list[int]]]]]:
    """Each filter with its values, and the pages that each goes for; Pagefind writes both in no order."""
    for kind in sorted({kind for index in indexes for kind in index.filters}):
        values: dict[str, list[int]] = {}
        for index, base in zip(indexes, bases, strict=True):
            for value, pages in index.filters.get(kind, {}).items():
                values.setdefault(value, []).extend(base + page for page in pages)
        yield kind, sorted(values.items())
