"""Reads and writes Pagefind's data files: CBOR in gzip, behind a mark."""

import gzip
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"


def read(file: Path) -> list[Any]:
    """What a file holds."""
    held: list[Any] = cbor2.loads(unpacked(file))
    return held


def unpacked(file: Path) -> bytes:
    """The CBOR of a file."""
    return gzip.decompress(file.read_bytes()).removeprefix(_MARK)


def packed(data: bytes) -> bytes:
    """CBOR as a file holds it."""
    return gzip.compress(_MARK + data, compresslevel=6, mtime=0)


def written(held: object) -> bytes:
    """What a file is to hold, as CBOR."""
    return cbor2.dumps(held)
