"""The bibliography as a former build read it, where its files and our code are what they were."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from citewell.bibliography.bibfile import BibFile
from citewell.bibliography.bibtex import read_library
from citewell.bibliography.reference import Library
from citewell.cache.canonical import fingerprint
from citewell.cache.store import Store, packed
from citewell.cache.versions import versions
from citewell.problem import Problem

_FILE = "bibliography.sqlite"


class KeptLibrary:
    """Reads BibTeX files as `read_library` does.

    Args:
        folder: for what is kept; None keeps nothing but what this process read last.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / _FILE if folder else None

    def __call__(self, files: Sequence[BibFile]) -> tuple[Library, list[Problem]]:
        """One Library, and the faults of all files."""
        library, problems = _read_once(tuple(files), self._file)
        return library, list(problems)


@lru_cache(maxsize=1)
def _read_once(files: tuple[BibFile, ...], kept_in: Path | None) -> tuple[Library, tuple[Problem, ...]]:
    """A preview reads them at every change of a page."""
    store = Store(kept_in)
    key = fingerprint("library", versions(), files) if store.keeps else ""
    found: tuple[Library, tuple[Problem, ...]] | None = store.get(key)
    if found is None:
        library, problems = read_library(files)
        found = library, tuple(problems)
        _take_fingerprints(library)
        store.put(key, packed(found))
    store.close()
    return found


def _take_fingerprints(library: Library) -> None:
    """Have them kept with what they tell apart: a build needs all of them."""
    _ = library.fingerprint, [reference.fingerprint for reference in library.references]
