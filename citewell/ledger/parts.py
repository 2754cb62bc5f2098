"""Divides the ledger of a large site, so that no page of it grows with the site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class LedgerPart:
    """A page of a divided ledger: the folder it lists, its address from the site's root, and its size."""

    name: str
    address: str
    sentences: int


LARGEST = 2_000
"""The most citations that one page of the ledger lists, as far as the folders of the site allow."""


def parts(citations: Mapping[str, int]) -> list[str]:
    """The folders that get a page of the ledger each; none where one page holds all.

    Args:
        citations: how many each page has, by its path below the folder of all pages.
    """
    if sum(citations.values()) <= LARGEST:
        return []
    return sorted({folder_of(path) for path, count in citations.items() if count})


def folder_of(path: str) -> str:
    """The folder that a page is listed under: its own, empty for the pages that lie in none."""
    return path.rpartition("/")[0]


def part_path(ledger: str, folder: str) -> str:
    """The path of the page that lists a folder.

    Args:
        ledger: the path of the ledger's first page, such as claims.md.
        folder: below the folder of all pages.
    """
    return f"{ledger.removesuffix('.md')}/{folder.replace('/', '--') or 'first-pages'}.md"


def listed_in(folder: str, paths: Iterable[str]) -> list[str]:
    """Which of these pages a folder's page lists."""
    return [path for path in paths if folder_of(path) == folder]
