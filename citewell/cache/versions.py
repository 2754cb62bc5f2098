"""What the making of a page depends on besides what editors write: our own code and what is installed."""

import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from citewell.cache.canonical import digest, fingerprint
from citewell.paths_within import paths_within

_COMPILED = ".pyc"
_PACKAGE = Path(__file__).parents[1]


@cache
def versions() -> str:
    """A fingerprint of Python, of every installed package's version, and of our own files.

    It is taken once a process, which goes on with the code that it has read.
    """
    return fingerprint(sys.version, sorted(_installed()), files_within([_PACKAGE]))


def files_within(folders: Iterable[Path]) -> str:
    """A fingerprint of the files in these folders.

    Args:
        folders: in their order; one that is not there has no files.
    """
    return fingerprint(
        [
            (path, digest((folder / path).read_bytes()))
            for folder in folders
            for path in sorted(paths_within(folder))
            if not path.endswith(_COMPILED)
        ]
    )


def _installed() -> Iterable[str]:
    """The names of the folders that describe installed packages: each has a package's name and version."""
    for folder in sys.path:
        if Path(folder or ".").is_dir():
            names = os.listdir(folder or ".")  # noqa: PTH208  # names alone: there are hundreds
            yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))
