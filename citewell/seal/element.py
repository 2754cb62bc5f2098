"""A start tag as a browser understands it, and the addresses that stand in it."""

import html
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from citewell.seal.strict_html import WrittenTag

Use = Literal["link", "name", "file", "send"]
"""What an address is for: readers follow it, machines read it, browsers fetch it, forms are sent there."""

_USES: Mapping[tuple[str, str], Use] = MappingProxyType(
    {
        ("a", "href"): "link",
        ("blockquote", "cite"): "name",
        ("q", "cite"): "name",
        ("ins", "cite"): "name",
        ("del", "cite"): "name",
        ("img", "src"): "file",
        ("img", "srcset"): "file",
        ("source", "srcset"): "file",
        ("script", "src"): "file",
        ("link", "href"): "file",
        ("form", "action"): "send",
    }
)
_ATTRIBUTES_WITH_ADDRESSES = frozenset(attribute for _, attribute in _USES)
FILES_BY_LINK = frozenset(("stylesheet", "icon", "shortcut", "apple-touch-icon"))
"""What a `link` may ask for, by its `rel`."""
NAMES_BY_LINK = frozenset(("alternate", "author", "canonical", "feed", "help", "license", "next", "prev"))
"""What a `link` may say without asking for anything."""

REFRESH = re.compile(r"0; url=([A-Za-z0-9_.~%/-]+)")
"""What sends a reader on at once, to an address inside the site."""


class Element(NamedTuple):
    """A start tag.

    Args:
        name: in lower case.
        attributes: by their names in lower case, as a browser decodes them.
        written: the same as they are written.
        closes_itself: whether a slash ends the tag.
        content: what a script holds.
    """

    name: str
    attributes: Mapping[str, str]
    written: tuple[tuple[str, str], ...] = ()
    closes_itself: bool = False
    content: str = ""

    def tokens(self, attribute: str) -> frozenset[str]:
        """The words of an attribute, in lower case."""
        return frozenset(self.attributes.get(attribute, "").lower().split())

    def addresses(self) -> Iterator[tuple[str, Use, str]]:
        """Its addresses: the attribute, what it is for, and the address."""
        if self.name == "meta":
            yield from self._addresses_of_a_statement()
        for attribute in _ATTRIBUTES_WITH_ADDRESSES & self.attributes.keys():
            value, use = self.attributes[attribute], _USES.get((self.name, attribute))
            if use is None:
                continue
            if self.name == "link" and not FILES_BY_LINK & self.tokens("rel"):
                use = "name"
            if attribute == "srcset":
                for candidate in value.split(","):
                    yield attribute, use, candidate.split()[0] if candidate.strip() else ""
            else:
                yield attribute, use, value

    @property
    def is_refresh(self) -> bool:
        """Whether it sends the reader of its page to another one."""
        return self.name == "meta" and self.attributes.get("http-equiv", "").lower() == "refresh"

    def _addresses_of_a_statement(self) -> Iterator[tuple[str, Use, str]]:
        content = self.attributes.get("content", "")
        if self.is_refresh and (found := REFRESH.fullmatch(content)):
            yield "content", "link", found[1]
        elif self.attributes.get("property") in ("og:image", "og:url"):
            yield "content", "name", content

    def typed(self, attribute: str = "") -> tuple[str, ...]:
        """What an editor may have typed to get this attribute, or this element; the most telling first."""
        for name, value in self.written:
            if name.lower() == attribute:
                spellings = (f'{name}="{value}"', f"{name}='{value}'", f"{name}={value}")
                return (*spellings, value, html.unescape(value))
        return (f"<{self.name}",)


def element_of(tag: WrittenTag) -> Element:
    """The element that a start tag begins."""
    attributes = {
        name.lower(): html.unescape(value) if "&" in value else value for name, value in tag.attributes
    }
    return Element(tag.name, attributes, tag.attributes, tag.closes_itself, tag.content)
