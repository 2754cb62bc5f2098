"""Puts Pagefind's lists of filters into one order, so that the same pages always give the same bytes.

Pagefind 1.5.2 writes the filters, and the values of each, in an order that changes from run to run; all else
that it writes stays the same. A file is named after what it holds, so it gets a new name, and so does the
list that names it. The files are CBOR in gzip, behind a mark.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_FILTERS = 3
"""Where the list of filters stands among the parts of an index's metadata."""


def sort_filters(folder: Path) -> None:
    """Sort the filters of every language.

    Args:
        folder: that Pagefind has written.
    """
    entry = folder / "pagefind-entry.json"
    said = json.loads(entry.read_text("utf-8"))
    for language in said["languages"].values():
        old = folder / f"pagefind.{language['hash']}.pf_meta"
        parts = _read(old)
        parts[_FILTERS] = sorted(
            [name, _sorted_values(folder / "filter", hash_name)] for name, hash_name in parts[_FILTERS]
        )
        language["hash"] = _renamed(old, language["hash"], parts, "pagefind.{}.pf_meta", 10)
    entry.write_text(json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True), "utf-8")


def _sorted_values(folder: Path, hash_name: str) -> str:
    """Sort the values of a filter; its new name."""
    file = folder / f"{hash_name}.pf_filter"
    name, values = _read(file)
    return _renamed(file, hash_name, [name, sorted(values)], "{}.pf_filter", 7)


def _read(file: Path) -> list[Any]:
    read: list[Any] = cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))
    return read


def _renamed(old: Path, old_name: str, parts: list[Any], pattern: str, digits: int) -> str:
    """Write a file anew under the name of what it holds; that name."""
    data = _MARK + cbor2.dumps(parts)
    name = f"{old_name.partition('_')[0]}_{hashlib.sha256(data).hexdigest()[:digits]}"
    old.unlink()
    (old.parent / pattern.format(name)).write_bytes(gzip.compress(data, mtime=0))
    return name
