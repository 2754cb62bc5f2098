"""A built site as files in a folder."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from citewell.cache.canonical import digest
from citewell.paths_within import paths_within
from citewell.seal.gates.published_files import PAGE
from citewell.seal.headers import FILE as HEADERS
from citewell.seal.headers import headers_file
from citewell.seal.judged_page import Expected, Findings, PageJudge
from citewell.seal.lexbor_tree import Tree
from citewell.seal.policy import sealed, unsealed
from citewell.seal.site_files import INDEX
from citewell.work_ahead import Divide

_WORTH_JUDGING, _WORTH_WRITING = 100, 400
"""Pages for which another process saves more time than it takes to start."""
_UNFINISHED = ".sealing"


class Seal(NamedTuple):
    """What is set into a page: its path, the place in characters, and the policy."""

    path: str
    place: int
    policy: str
    adds_referrer_policy: bool


class BuiltSite:
    """A site.

    Args:
        folder: that holds it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths = frozenset(paths_within(folder))
        self.pages = sorted(path for path in self.paths if path.endswith(PAGE))
        self.others = sorted(self.paths - set(self.pages))
        self._digests: dict[str, str] = {}

    def data(self, path: str) -> bytes:
        """What a file holds."""
        with open(f"{self.folder}/{path}", "rb") as file:  # noqa: PTH123  # a Path costs as much as the reading
            return file.read()

    def digest(self, path: str) -> str:
        """What tells a page's bytes from others: read once, since nobody writes before all is judged."""
        if path not in self._digests:
            self._digests[path] = digest(self.data(path))
        return self._digests[path]

    def own_address(self) -> str:
        """Where the site says that it stands; empty where it does not say so."""
        if INDEX not in self.paths:
            return ""
        said = Tree(self.data(INDEX)).attributes("link[rel=canonical]", "href")
        return said[0] if said else ""

    def judge(self, expected: Expected, divide: Divide, pages: Sequence[str] | None = None) -> list[Findings]:
        """What was found on each of these pages; None for all."""
        judge, chosen = PageJudge(expected), self.pages if pages is None else pages
        return list(divide(lambda path: judge(path, self.data(path)), chosen, worth=_WORTH_JUDGING))

    def seal(self, seals: Sequence[Seal], divide: Divide) -> None:
        """Set the policies into the pages, and write what hosts may send with them."""
        for _ in divide(self._seal, seals, worth=_WORTH_WRITING):
            pass
        (self.folder / HEADERS).write_text(headers_file(), encoding="utf-8")

    def _seal(self, seal: Seal) -> str:
        """Seal a page; its path, which tells that it is done.

        A process that dies while it writes leaves the page as it was, and another one seals it.
        """
        text = unsealed(self.data(seal.path).decode())
        new = sealed(text, seal.place, seal.policy, adds_referrer_policy=seal.adds_referrer_policy)
        page = f"{self.folder}/{seal.path}"
        with open(f"{page}{_UNFINISHED}", "wb") as file:  # noqa: PTH123
            file.write(new.encode())
        os.replace(f"{page}{_UNFINISHED}", page)  # noqa: PTH105
        return seal.path
