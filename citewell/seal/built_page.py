"""A page of a built site, and what gates of whole pages need to know of it."""

from collections.abc import Iterator
from functools import cached_property

from citewell.seal.element import Element, element_of
from citewell.seal.judged_tag import Judge
from citewell.seal.lexbor_tree import Tree
from citewell.seal.reading import Reading
from citewell.seal.strict_html import read_tag, whole_token


class BuiltPage:
    """A page. Whether it is sound is for the gates to say. A tag is told by the number of its piece.

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

    @cached_property
    def tree(self) -> Tree:
        """The page as a browser builds it."""
        return Tree(self.data)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids on the page."""
        return frozenset(name for _, name in self.reading.ids)

    def tag(self, number: int) -> str:
        """A tag as it is written."""
        token = whole_token(self.reading.pieces, number)
        return token.tag if token else ""

    def element(self, number: int) -> Element:
        """The element that a tag begins which can be read."""
        written = read_tag(self.tag(number))
        return element_of(written) if written else Element("", {})

    def elements(self, *names: str) -> Iterator[tuple[int, Element]]:
        """The elements of these names that say something of the whole page, with their tags' numbers."""
        return ((number, element) for number, element in self.reading.telling if element.name in names)

    def offset(self, number: int) -> int:
        """Where a tag begins, in characters."""
        return sum(map(len, self.reading.pieces[:number])) + number - 1

    def end(self, number: int) -> int:
        """Where the text after a tag begins, in characters."""
        return self.offset(number) + len(self.tag(number)) + 2
