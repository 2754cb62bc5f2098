"""Reads and writes Pagefind's data files: CBOR in gzip, behind a mark, each named after what it holds."""

import gzip
import hashlib
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_OUTER = b"\x81"
"""The head of an array of one: a part of the index is that, around the array of its words."""
_DIGITS = 10
_LENGTHS = {0x98: 2, 0x99: 3, 0x9A: 5}
"""The lengths of the heads of longer arrays, by their first byte; others have one byte."""


def read(file: Path) -> list[Any]:
    """What a file holds."""
    held: list[Any] = cbor2.loads(_unpacked(file))
    return held


def read_words(file: Path) -> list[tuple[str, bytes]]:
    """The words of a part of the index, in its order, each with its entry as it is written."""
    data = _unpacked(file)
    stream = BytesIO(data)
    places = [stream.seek(len(_OUTER) + _LENGTHS.get(data[len(_OUTER)], 1))]
    decoder = cbor2.CBORDecoder(stream)
    words = []
    while places[-1] < len(data):
        words.append(decoder.decode()[0])
        places.append(stream.tell())
    return list(zip(words, (data[start:end] for start, end in pairwise(places)), strict=True))


def digest(held: object) -> str:
    """The beginning of the digest of what a file holds."""
    return _digest(cbor2.dumps(held))


def write(folder: Path, pattern: str, held: object) -> str:
    """Write a file under the name of what it holds; the digest in that name.

    Args:
        folder: of the file.
        pattern: of its name, with {} for the digest.
        held: what it holds.
    """
    return _write(folder, pattern, cbor2.dumps(held))


def write_words(folder: Path, pattern: str, entries: Sequence[bytes]) -> str:
    """Write a part of the index that has these entries; the digest in its name."""
    head = cbor2.dumps([0] * len(entries))[: -len(entries)]
    return _write(folder, pattern, b"".join((_OUTER, head, *entries)))


def _unpacked(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()).removeprefix(_MARK)


def _write(folder: Path, pattern: str, data: bytes) -> str:
    name = _digest(data)
    (folder / pattern.format(name)).write_bytes(gzip.compress(_MARK + data, compresslevel=6, mtime=0))
    return name


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
