"""A built site as files in a folder."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from citewell.cache.canonical import digest
from citewell.seal.gates.published_files import PAGE
from citewell.seal.headers import FILE as HEADERS
from citewell.seal.headers import headers_file
from citewell.seal.judged_page import Expected, Findings, PageJudge
from citewell.seal.lexbor_tree import Tree
from citewell.seal.policy import sealed, unsealed
from citewell.seal.shares import WORTH_WRITING, Divide
from citewell.seal.site_files import INDEX


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
        self.paths = frozenset(
            (Path(found) / name).relative_to(folder).as_posix()
            for found, _, names in os.walk(folder)
            for name in names
        )
        self.pages = sorted(path for path in self.paths if path.endswith(PAGE))
        self.others = sorted(self.paths - set(self.pages))
        self._digests: dict[str, str] = {}

    def data(self, path: str) -> bytes:
        """What a file holds."""
        return (self.folder / path).read_bytes()

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
        return divide(partial(_judged, self.folder, expected), self.pages if pages is None else pages)

    def seal(self, seals: Sequence[Seal], divide: Divide) -> None:
        """Set the policies into the pages, and write what hosts may send with them."""
        divide(partial(_sealed, self.folder), seals, worth=WORTH_WRITING)
        (self.folder / HEADERS).write_text(headers_file(), encoding="utf-8")


def _judged(folder: Path, expected: Expected, pages: Sequence[str]) -> list[Findings]:
    judge = PageJudge(expected)
    return [judge(path, (folder / path).read_bytes()) for path in pages]


def _sealed(folder: Path, seals: Sequence[Seal]) -> list[None]:
    for seal in seals:
        file = folder / seal.path
        text = unsealed(file.read_bytes().decode())
        new = sealed(text, seal.place, seal.policy, adds_referrer_policy=seal.adds_referrer_policy)
        file.write_bytes(new.encode())
    return []
