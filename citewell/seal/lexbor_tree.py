"""A page as a browser builds it: by lexbor, which follows HTML's standard step by step (selectolax)."""

from collections.abc import Sequence

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser


class Tree:
    """A page's elements, found by selectors of CSS.

    Args:
        html: the page, or a piece of one.
    """

    def __init__(self, html: str | bytes) -> None:
        self._parser = LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS)

    def names(self) -> list[str]:
        """The names of all elements in the order of the document."""
        return [node.tag or "" for node in self._parser.css("*")]

    def count(self, selector: str) -> int:
        """How many elements a selector finds."""
        return len(self._parser.css(selector))

    def words(self, selector: str, *, without: str = "") -> list[str]:
        """The words of each element that a selector finds, on one line.

        Args:
            selector: of the elements.
            without: of elements whose words are left out.
        """
        found = []
        for node in self._parser.css(selector):
            piece = LexborHTMLParser(node.html or "") if without else node
            for left_out in piece.css(without) if without else ():
                left_out.decompose()
            found.append(" ".join(piece.text().split()))
        return found

    def attributes(self, selector: str, name: str) -> list[str]:
        """The values of an attribute of the elements that a selector finds; an empty text for none."""
        return [node.attributes.get(name) or "" for node in self._parser.css(selector)]

    def parts(self, selector: str) -> Sequence["Tree"]:
        """Each element that a selector finds, by itself."""
        return [Tree(node.html or "") for node in self._parser.css(selector)]
