"""An article: the pages of a folder that name one question in their `.meta.yml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from citewell.blocks.grammar import Block, find_blocks
from citewell.page_facts import PageFacts
from citewell.problem import Problem
from citewell.source import Source

INDEX = "index.md"


@dataclass(frozen=True)
class Page:
    """A page as typed, and what holds for it."""

    source: Source
    facts: PageFacts

    @cached_property
    def read_blocks(self) -> tuple[list[Block], list[Problem]]:
        """Its blocks in order, and the faults in how they are written."""
        return find_blocks(self.source)

    def blocks(self, *names: str) -> list[Block]:
        """Its blocks of these kinds, in order."""
        return [block for block in self.read_blocks[0] if block.kind.name in names]


@dataclass(frozen=True)
class Article:
    """A folder's pages, its index first where it has one.

    Args:
        folder: relative to the project's root, with forward slashes.
        pages: at least one.
    """

    folder: str
    pages: tuple[Page, ...]

    @property
    def index(self) -> Page:
        """The page that answers the question; the first page where there is no index."""
        return next(
            (page for page in self.pages if PurePosixPath(page.source.path).name == INDEX), self.pages[0]
        )


def articles(pages: Iterable[Page], folders: Mapping[str, object]) -> list[Article]:
    """The articles among all pages.

    Args:
        pages: of the site.
        folders: those that have a file of their own (`.meta.yml`); an article is the nearest one above a page
            whose facts name an article.
    """
    grouped: dict[str, list[Page]] = {}
    for page in pages:
        if page.facts.article:
            above = (str(folder) for folder in PurePosixPath(page.source.path).parents)
            folder = next((folder for folder in above if folder in folders), None)
            own = str(PurePosixPath(page.source.path).parent)
            grouped.setdefault(folder or own, []).append(page)
    return [
        Article(folder, tuple(sorted(found, key=lambda page: not page.source.path.endswith(f"/{INDEX}"))))
        for folder, found in grouped.items()
    ]
