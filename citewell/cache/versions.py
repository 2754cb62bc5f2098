"""What the making of a page depends on besides what editors write: our own code and what is installed."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from citewell.cache.canonical import digest, fingerprint

_COMPILED = ".pyc"
_PACKAGE = Path(__file__).parents[1]


def versions() -> str:
    """A fingerprint of Python, of every installed package's version, and of our own files."""
    return fingerprint(sys.version, sorted(_installed()), files_within([_PACKAGE]))


def files_within(folders: Iterable[Path]) -> str:
    """A fingerprint of the files in these folders.

    Args:
        folders: in their order; one that is not there has no files.
    """
    return fingerprint(
        [
            (path.relative_to(folder).as_posix(), digest(path.read_bytes()))
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.suffix != _COMPILED
        ]
    )


def _installed() -> Iterable[str]:
    """The names of the folders that describe installed packages: each has a package's name and version."""
    for folder in sys.path:
        if Path(folder or ".").is_dir():
            names = os.listdir(folder or ".")  # noqa: PTH208  # names alone: there are hundreds
            yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))
