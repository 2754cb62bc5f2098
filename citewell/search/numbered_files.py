"""Gives the files of an index names that take little room in the list of them.

Pagefind 1.5.2 names each after what it holds. What tells them apart cannot be compressed: at 5,000 pages
the list has 48 KB with them, and 30 KB without. These names count on, behind what the whole index holds, so
that a browser never takes a file that it has kept of another index for one of this.
"""

from collections.abc import Sequence
from pathlib import Path


def numbered(folder: Path, names: Sequence[str], suffix: str, index: str) -> list[str]:
    """Rename files; their new names.

    Args:
        folder: of the files.
        names: of the files, without what all end with.
        suffix: that all end with.
        index: what the new names begin with.
    """
    return [
        (folder / f"{name}{suffix}").rename(folder / f"{index}_{number}{suffix}").name.removesuffix(suffix)
        for number, name in enumerate(names)
    ]
