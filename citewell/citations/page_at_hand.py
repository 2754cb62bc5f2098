"""What the processors of one Markdown instance tell one another about the text at hand."""

from collections.abc import Sequence
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.citations.grammar import Group, MalformedCitation


class PageAtHand:
    """The text that one Markdown instance is converting.

    Attributes:
        lines: as typed.
        has_commands: whether the text says where a list is to stand.
        groups: the brackets that hold citations, as typed and as read, in the order in which they were found.
    """

    def __init__(self) -> None:
        self.start([])

    def start(self, lines: list[str]) -> None:
        """Forget the text before."""
        self.lines = lines
        self.has_commands = False
        self.groups: list[tuple[str, Group | MalformedCitation]] = []
        self._set_aside: list[tuple[etree.Element, str | None, Sequence[etree.Element]]] = []

    def set_aside(self, element: etree.Element) -> None:
        """Empty an element until `put_back`."""
        self._set_aside.append((element, element.text, list(element)))
        element.text = None
        del element[:]

    def put_back(self) -> None:
        """Give the elements back what they held."""
        for element, text, children in self._set_aside:
            element.text = text
            element.extend(children)
        self._set_aside.clear()
