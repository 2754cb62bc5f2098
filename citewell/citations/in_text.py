"""A citation as it stands in the text: numbers that lead to the list, and the places they leave behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.bibliography.reference import Reference
from citewell.citations.grammar import Group
from citewell.citations.numbering import Mark, Numbering, printed
from citewell.citations.reference_list import Notices, Place, reference_id
from citewell.reference_lock.notice import Notice


@dataclass
class CitedWorks:
    """What a page has cited so far: the numbers, and where each work is cited.

    Args:
        notices: on works, by key.
        numbering: of the page.
    """

    notices: Notices = field(default_factory=lambda: MappingProxyType({}))
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
        for number, reference in cited.items():
            for notice in self.notices.get(reference.key, ())[:1]:
                _mark(span, number, reference, notice, is_alone=len(cited) == 1)

    def _place(self, reference: Reference, heading: str, anchor: str = "") -> str:
        places = self._places.setdefault(reference.key, [])
        self._references[reference.key] = reference
        place = Place(anchor or f"cite-{reference.key}-{len(places) + 1}", heading)
        places.append(place)
        return place.anchor


def _mark(span: etree.Element, number: int, reference: Reference, notice: Notice, *, is_alone: bool) -> None:
    """The gravest notice on a work, beside its number: it leads to the list, where all of them are linked."""
    grave = " citation-notice--ends-trust" if notice.ends_trust else ""
    attributes = {
        "class": f"citation-notice{grave}",
        "href": f"#{reference_id(reference)}",
        "aria-label": f"Reference {number}: {notice.label}",
    }
    mark = etree.SubElement(span, "a", attributes)
    mark.text = notice.label if is_alone else f"{number}: {notice.label}"


def _link(span: etree.Element, number: int, reference: Reference, anchor: str) -> etree.Element:
    attributes = {"id": anchor, "href": f"#{reference_id(reference)}", "aria-label": f"Reference {number}"}
    link = etree.SubElement(span, "a", attributes)
    link.text = str(number)
    return link
