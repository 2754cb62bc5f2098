"""Takes Pagefind's parts of an index apart into words, and joins what several indexes say of a word.

Pagefind 1.5.2 writes an array of one, around an array of words: [word, pages, variants]. A page is [how many
pages it stands behind the one before, places, places in fields]; a variant is [how the word is spelt, pages].
A place in a field stands behind the field's number, which is written as -1 - number (pagefind_core_search,
index.rs). Joining copies bytes: reading every place of a large site would take longer than Pagefind does.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any, NamedTuple

import cbor2

_OUTER = b"\x81"
_THREE = b"\x83"
"""The heads of an array of one and of an array of three."""
_LENGTHS = {0x98: 2, 0x99: 3, 0x9A: 5}
"""The lengths of the heads of longer arrays, by their first byte; others have one byte."""

Pages = list[list[Any]]


class Postings(NamedTuple):
    """Where a word stands in one index.

    Args:
        pages: how many pages it stands on; 0 for one that is always spelt in another way.
        first: the number of the first of them.
        last: the number of the last.
        rest: the pages as they are written, from behind the number of the first.
        in_fields: whether any of them says in which field the word stands.
        variants: how the word is also spelt, each with its pages.
    """

    pages: int
    first: int
    last: int
    rest: bytes
    in_fields: bool
    variants: Sequence[tuple[str, Pages]]


class UnknownFormError(ValueError):
    """An index is not written as Pagefind 1.5.2 writes it."""


def read_words(data: bytes) -> Iterator[tuple[str, Postings]]:
    """The words of a part of an index, in its order.

    Args:
        data: of the file, unpacked.

    Raises:
        UnknownFormError: it has another form.
    """
    stream = BytesIO(data)
    start = stream.seek(len(_OUTER) + _LENGTHS.get(data[len(_OUTER)], 1))
    decoder = cbor2.CBORDecoder(stream)
    while start < len(data):
        word, pages, variants = decoder.decode()
        end = stream.tell()
        first = pages[0][0] if pages else 0
        head, tail = _head(word, len(pages), first), cbor2.dumps(variants)
        if not (data.startswith(head, start) and data.endswith(tail, start, end)):
            raise UnknownFormError(word)
        rest = data[start + len(head) : end - len(tail)]
        last = sum(page[0] for page in pages)
        in_fields = any(page[2] for page in pages) or bool(variants)
        yield word, Postings(len(pages), first, last, rest, in_fields, [*map(tuple, variants)])
        start = end


def joined(word: str, found: Sequence[tuple[int, Postings]]) -> bytes:
    """The entry of a word that stands in one index or more.

    Args:
        word: that it is the entry of.
        found: where it stands in each, with the number that the index's first page has among all.
    """
    before = 0
    pages = []
    for base, postings in found:
        if postings.pages:
            pages += [_THREE, cbor2.dumps(base + postings.first - before), postings.rest]
            before = base + postings.last
    number = sum(postings.pages for _, postings in found)
    head = b"".join((_THREE, cbor2.dumps(word), _array_head(number)))
    return b"".join((head, *pages, cbor2.dumps(_joined_variants(found))))


def part_of(entries: Sequence[bytes]) -> bytes:
    """A part of an index that has these entries."""
    return b"".join((_OUTER, _array_head(len(entries)), *entries))


def with_fields(word: str, postings: Postings, numbers: Sequence[int]) -> Postings:
    """The same, where the fields have other numbers.

    Args:
        word: that stands there.
        postings: where it stands.
        numbers: the new number of each field.
    """
    data = b"".join((_head(word, postings.pages, postings.first), postings.rest, b"\x80"))
    pages: Pages = cbor2.loads(data)[1]
    written = b"".join((_THREE, cbor2.dumps(word), cbor2.dumps(_renumbered(pages, numbers))))
    return postings._replace(
        rest=written[len(_head(word, postings.pages, postings.first)) :],
        variants=[(form, _renumbered(found, numbers)) for form, found in postings.variants],
    )


def _renumbered(pages: Pages, numbers: Sequence[int]) -> Pages:
    return [
        [page, places, [place if place >= 0 else -1 - numbers[-1 - place] for place in in_fields]]
        for page, places, in_fields in pages
    ]


def _joined_variants(found: Iterable[tuple[int, Postings]]) -> list[list[Any]]:
    """Each way to spell a word once, with all its pages; Pagefind writes them in no order."""
    forms: dict[str, Pages] = {}
    for base, postings in found:
        for form, pages in postings.variants:
            before = sum(page[0] for page in forms.setdefault(form, []))
            (first, *places), *others = pages
            forms[form] += [[base + first - before, *places], *others]
    return [[form, pages] for form, pages in sorted(forms.items())]


def _head(word: str, pages: int, first: int) -> bytes:
    first_page = _THREE + cbor2.dumps(first) if pages else b""
    return b"".join((_THREE, cbor2.dumps(word), _array_head(pages), first_page))


def _array_head(length: int) -> bytes:
    if length < 0x18:  # noqa: PLR2004 (RFC 8949, 3: the length stands in the first byte up to here)
        return bytes((0x80 + length,))
    if length < 0x100:  # noqa: PLR2004
        return bytes((0x98, length))
    if length < 0x1_0000:  # noqa: PLR2004
        return b"\x99" + length.to_bytes(2)
    return b"\x9a" + length.to_bytes(4)
