"""A tree of HTML, as far as it is read here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, eq=False)
class HtmlNode:
    """An element, or a run of text.

    Args:
        tag: in lower case; empty for text.
        text: of a run of text.
        attributes: decoded; an attribute without a value is empty.
        children: in order.
        parent: the tag of the element around it.
        before: the text right before it in the same element; empty after another element.
    """

    tag: str
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    children: tuple["HtmlNode", ...] = ()
    parent: str = ""
    before: str = ""

    def get(self, attribute: str) -> str:
        """An attribute's value, or an empty text."""
        return self.attributes.get(attribute, "")

    def all(self, *tags: str) -> Iterator["HtmlNode"]:
        """The elements inside it that have one of these tags, in the order of the document."""
        for child in self.children:
            if child.tag in tags:
                yield child
            yield from child.all(*tags)

    def first(self, *tags: str) -> "HtmlNode | None":
        """The first element inside it that has one of these tags."""
        return next(self.all(*tags), None)

    def words(self, between: str = "") -> str:
        """All its text on one line.

        Args:
            between: what stands between two runs of text.
        """
        return " ".join(between.join(self.runs()).split())

    def runs(self) -> Iterator[str]:
        """Its runs of text in order."""
        if not self.tag:
            yield self.text
        for child in self.children:
            yield from child.runs()
