"""Cut pages that an earlier build left: those that are, byte for byte, as they were are not cut again."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from citewell.cache.canonical import fingerprint
from citewell.cache.store import Store, packed
from citewell.search.pages_to_search import Cut, ReadPage
from citewell.search.searched_page import PageNames

_LIST = "pages.json"
"""Of the folder: each page's key. It stands there when all pages do."""
_LEFT_BEHIND = 86_400
"""Seconds after which the folder of a build that was interrupted is nobody's."""


class KeptPages:
    """The pages of a site.

    Args:
        store: what former builds kept.
        folder: with the cut pages.
        versions: a fingerprint of the code that cuts.
        digest_of: what tells the bytes of a page, by its path, from others.
    """

    def __init__(self, store: Store, folder: Path, versions: str, digest_of: Callable[[str], str]) -> None:
        self._store = store
        self._folder = folder
        self._versions = versions
        self._digest_of = digest_of

    @contextmanager
    def __call__(
        self, cut: Cut, pages: Sequence[str], names: Mapping[str, PageNames]
    ) -> Iterator[tuple[Path, list[ReadPage]]]:
        """Have those pages cut that are not as they were (pages_to_search.PagesToSearch)."""
        keys = {
            path: fingerprint("cut", self._versions, path, self._digest_of(path), names.get(path))
            for path in pages
        }
        with _taken(self._folder) as folder:
            listed = _listed(folder)
            found = {path: read for path in pages if (read := self._kept(folder, path, keys, listed))}
            for path in listed.keys() - found.keys():
                (folder / path).unlink(missing_ok=True)
            new = cut(folder, [path for path in pages if path not in found])
            for page in new:
                self._store.put(keys[page.path], packed((page.read,)))
            (folder / _LIST).write_text(json.dumps(keys), encoding="utf-8")
            kept = [read for (read,) in found.values() if read]
            yield folder, [*kept, *(page.read for page in new if page.read)]

    def _kept(
        self, folder: Path, path: str, keys: Mapping[str, str], listed: Mapping[str, str]
    ) -> tuple[ReadPage | None] | None:
        if listed.get(path) != keys[path]:
            return None
        read: tuple[ReadPage | None] | None = self._store.get(keys[path])
        return read if read and (folder / path).is_file() == bool(read[0]) else None


def _listed(folder: Path) -> Mapping[str, str]:
    """The keys of the pages in a folder; where they cannot be told, the folder is emptied."""
    file = folder / _LIST
    try:
        listed = json.loads(file.read_text("utf-8"))
        file.unlink()
    except (OSError, ValueError):
        listed = None
    if not isinstance(listed, dict):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return {}
    return listed


@contextmanager
def _taken(folder: Path) -> Iterator[Path]:
    """A folder under a name of this process alone, so that two builds at once do not mix their pages."""
    own = folder.with_name(f"{folder.name}.{os.getpid()}")
    shutil.rmtree(own, ignore_errors=True)
    for other in folder.parent.glob(f"{folder.name}.*"):
        if time.time() - other.stat().st_mtime > _LEFT_BEHIND:
            shutil.rmtree(other, ignore_errors=True)
    try:
        folder.rename(own)
    except OSError:
        own.mkdir(parents=True)
    try:
        yield own
    except BaseException:
        shutil.rmtree(own, ignore_errors=True)
        raise
    try:
        own.rename(folder)
    except OSError:  # another build has put its own there
        shutil.rmtree(own, ignore_errors=True)
