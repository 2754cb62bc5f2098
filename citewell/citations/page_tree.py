"""What the tree of a page says: which heading stands over what, and where its paragraphs are."""

import re
from xml.etree import ElementTree as etree  # noqa: N813

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_START_OF_PAGE = "start of the page"
_STASHED_HTML = re.compile("\x02wzxhzdk:\\d+\x03")
_ATTRIBUTE_LIST = re.compile(r"\s*\{:?[ ]*[^{}\s][^{}]*\}\s*$")
_ESCAPED_CHARACTER = re.compile("\x02(\\d+)\x03")


def spans_with_headings(root: etree.Element, attribute: str) -> list[tuple[etree.Element, str]]:
    """The spans that carry an attribute, in the order of the text, each with the words of its heading."""
    heading = _START_OF_PAGE
    spans = []
    for element in root.iter():
        if element.tag in _HEADINGS:
            heading = _plain_text(element)
        elif element.tag == "span" and attribute in element.attrib:
            spans.append((element, heading))
    return spans


def follows_heading(parent: etree.Element, child: etree.Element) -> bool:
    """Whether the element before this one is a heading."""
    at = list(parent).index(child)
    return at > 0 and parent[at - 1].tag in _HEADINGS


def paragraphs(root: etree.Element) -> list[tuple[etree.Element, etree.Element]]:
    """Every paragraph, each with the element it stands in: first the parent, then the paragraph."""
    return [(parent, child) for parent in root.iter() for child in parent if child.tag == "p"]


def replace(parent: etree.Element, old: etree.Element, new: etree.Element | None) -> None:
    """Put an element, or nothing, in the place of another."""
    at = list(parent).index(old)
    parent.remove(old)
    if new is not None:
        new.tail = old.tail
        parent.insert(at, new)


def _plain_text(heading: etree.Element) -> str:
    """A heading's words: no citations, no markup, no attribute list, escapes read."""
    text = heading.text or ""
    for child in heading:
        if child.get("class") != "citation":
            text += "".join(child.itertext())
        text += child.tail or ""
    text = _ATTRIBUTE_LIST.sub("", _STASHED_HTML.sub("", text))
    text = _ESCAPED_CHARACTER.sub(lambda match: chr(int(match.group(1))), text)
    return " ".join(text.split())
