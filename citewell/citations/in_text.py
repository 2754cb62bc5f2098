"""A citation as it stands in the text: numbers that lead to the list, and the places they leave behind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.bibliography.reference import Reference
from citewell.citations.grammar import Group
from citewell.citations.numbering import Mark, Numbering, printed
from citewell.citations.reference_list import Place, reference_id

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_START_OF_PAGE = "start of the page"
_STASHED_HTML = re.compile("\x02wzxhzdk:\\d+\x03")
_ATTRIBUTE_LIST = re.compile(r"\s*\{:?[ ]*[^{}\s][^{}]*\}\s*$")
_ESCAPED_CHARACTER = re.compile("\x02(\\d+)\x03")


@dataclass
class CitedWorks:
    """What a page has cited so far: the numbers, and where each work is cited."""

    numbering: Numbering = field(default_factory=Numbering)
    _references: dict[str, Reference] = field(default_factory=dict)
    _places: dict[str, list[Place]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[Reference, Sequence[Place]]]:
        return ((self._references[key], self._places[key]) for key in self.numbering.keys)

    def fill(
        self,
        span: etree.Element,
        group: Group,
        references: Sequence[Reference],
        heading: str,
    ) -> None:
        """Print a group into its span.

        Args:
            span: the element that stands for the group.
            group: its citations.
            references: the reference of each citation, in the same order.
            heading: the words of the heading over it.
        """
        numbers = [self.numbering.number(reference.key) for reference in references]
        cited = dict(sorted(zip(numbers, references, strict=True)))
        span.set("data-references", " ".join(reference_id(reference) for reference in cited.values()))
        span.text = None
        inside_ranges = set(cited)
        link: etree.Element | None = None
        for token in printed(group, numbers):
            if isinstance(token, Mark):
                anchor = self._place(cited[token.number], heading)
                link = _link(span, token.number, cited[token.number], anchor)
                inside_ranges.discard(token.number)
            elif link is None:
                span.text = (span.text or "") + token
            else:
                link.tail = (link.tail or "") + token
        for number in sorted(inside_ranges):
            self._place(cited[number], heading, anchor=next(span.iter("a")).get("id", ""))

    def _place(self, reference: Reference, heading: str, anchor: str = "") -> str:
        places = self._places.setdefault(reference.key, [])
        self._references[reference.key] = reference
        place = Place(anchor or f"cite-{reference.key}-{len(places) + 1}", heading)
        places.append(place)
        return place.anchor


def _link(span: etree.Element, number: int, reference: Reference, anchor: str) -> etree.Element:
    attributes = {"id": anchor, "href": f"#{reference_id(reference)}", "aria-label": f"Reference {number}"}
    link = etree.SubElement(span, "a", attributes)
    link.text = str(number)
    return link


def plain_text(heading: etree.Element) -> str:
    """A heading's words: no citations, no markup, no attribute list, escapes read."""
    text = heading.text or ""
    for child in heading:
        if not (child.tag in {"span", "sup"} and child.get("class") == "citation"):
            text += "".join(child.itertext())
        text += child.tail or ""
    text = _ATTRIBUTE_LIST.sub("", _STASHED_HTML.sub("", text))
    text = _ESCAPED_CHARACTER.sub(lambda match: chr(int(match.group(1))), text)
    return " ".join(text.split())


def spans_with_headings(root: etree.Element, attribute: str) -> list[tuple[etree.Element, str]]:
    """The spans that carry an attribute, in the order of the text, each with the words of its heading."""
    heading = _START_OF_PAGE
    spans = []
    for element in root.iter():
        if element.tag in HEADINGS:
            heading = plain_text(element)
        elif element.tag == "span" and attribute in element.attrib:
            spans.append((element, heading))
    return spans


def follows_heading(parent: etree.Element, child: etree.Element) -> bool:
    """Whether the element before this one is a heading."""
    at = list(parent).index(child)
    return at > 0 and parent[at - 1].tag in HEADINGS


def paragraphs(root: etree.Element) -> list[tuple[etree.Element, etree.Element]]:
    """Every paragraph, each with the element it stands in: first the parent, then the paragraph."""
    return [(parent, child) for parent in root.iter() for child in parent if child.tag == "p"]
