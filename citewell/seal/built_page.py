"""A page of a built site, and what gates of whole pages need to know of it."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from citewell.seal.element import Element, element_of
from citewell.seal.judged_tag import Judge, JudgedTag
from citewell.seal.lexbor_tree import Tree
from citewell.seal.reading import Reading
from citewell.seal.strict_html import Tokens, read_tag, tokens


class BuiltPage:
    """A page. Whether it is sound is for the gates to say.

    Args:
        path: from the site's root, with forward slashes.
        text: the file, without a seal that was set before.
        judge: of its tags.
    """

    def __init__(self, path: str, text: str, judge: Judge) -> None:
        self.path = path
        self.text = text
        self.data = text.encode()
        self.reading = Reading(text, judge)

    @property
    def told(self) -> Sequence[tuple[int, JudgedTag]]:
        """The tags that gates of whole pages look at, each with its number.

        They have a fault, an id or an address, or say something of the whole page.
        """
        return self.reading.told

    @cached_property
    def cut(self) -> Tokens:
        """The page, cut at its tags: asked for where a fault has to be placed."""
        return tokens(self.text)

    @cached_property
    def tree(self) -> Tree:
        """The page as a browser builds it."""
        return Tree(self.data)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids on the page."""
        return frozenset(tag.id for _, tag in self.told if tag.id)

    def offset(self, index: int) -> int:
        """Where a tag begins, in characters."""
        return self.cut.offset(index)

    def end(self, index: int) -> int:
        """Where the text after a tag begins, in characters."""
        return self.cut.offset(index) + len(self.cut.tags[index]) + 2

    def element(self, index: int) -> Element:
        """The element that a tag begins which can be read."""
        written = read_tag(self.cut.tags[index])
        return element_of(written) if written else Element("", {})

    def elements(self, *names: str) -> Iterator[tuple[int, Element]]:
        """The elements of these names that say something of the whole page, with their tags' numbers."""
        return ((index, element) for index, element in self._telling if element.name in names)

    @cached_property
    def _telling(self) -> Sequence[tuple[int, Element]]:
        return [(index, tag.element) for index, tag in self.told if tag.element]
