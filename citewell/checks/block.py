"""Every block is one that exists, is written as it must be, and is closed.

The engine takes a misspelt block for prose and swallows what follows one left open, both without a word, so a
warning could vanish from a page.

Fails:
    /// anwser
    Some people cannot cry [@goodwin2017].
    ///

Passes:
    /// answer
    Some people cannot cry [@goodwin2017].
    ///
"""

from collections.abc import Iterator

from citewell.article import Page
from citewell.blocks.grammar import RULE
from citewell.problem import Problem

ID = RULE


def check(page: Page) -> Iterator[Problem]:
    """The faults in how a page's blocks are written."""
    yield from page.read_blocks[1]
