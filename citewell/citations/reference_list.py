"""The list of references under a page, as elements: its text is escaped by whoever serialises them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.bibliography.reference import Reference
from citewell.days import in_words
from citewell.nlm.format import format_reference
from citewell.reference_lock.notice import Notice

HEADING_ID = "references"
AFTER_TEXT = {"data-after-text": ""}
"""What a list carries that ends its page: templates put something between the text and it."""

_LIST_AFTER_TEXT = re.compile(r'<section [^<>]*\bdata-after-text=""')
NOT_SEARCHED = {"data-search-exclude": ""}
"""Material's search leaves out what carries this: a title listed would outrank the page that is about it."""


class Place(NamedTuple):
    """One citation of a reference in the text.

    Args:
        anchor: the id of its number.
        heading: the heading it stands under, as plain text.
    """

    anchor: str
    heading: str


CitedWork = tuple[Reference, Sequence[Place]]

Notices = Mapping[str, Sequence[Notice]]
"""The notices on works, by key, the gravest first."""


def reference_id(reference: Reference) -> str:
    """The id of a reference's entry in the list."""
    return f"ref-{reference.key}"


def reference_body(reference: Reference, notices: Sequence[Notice] = ()) -> etree.Element:
    """What the list and the card over a citation say of a work: the NLM text, notices, who was studied."""
    body = etree.Element("div", {"class": "reference-body"})
    text = etree.SubElement(body, "p", {"class": "reference-text"})
    link: etree.Element | None = None
    for part in format_reference(reference):
        if part.href:
            link = etree.SubElement(text, "a", {"href": part.href})
            link.text = part.text
        elif link is None:
            text.text = (text.text or "") + part.text
        else:
            link.tail = (link.tail or "") + part.text
    for notice in notices:
        body.append(notice_paragraph(notice))
    design_label = "Study design" if reference.get("sample") else "Kind of source"
    facts = [
        ("reference-free", "Free to read" if reference.get("free") == "yes" else ""),
        ("reference-design", _labelled(design_label, reference.get("design"))),
        ("reference-sample", _labelled("Who was studied", reference.get("sample"))),
    ]
    if any(words for _, words in facts):
        evidence = etree.SubElement(body, "p", {"class": "reference-evidence"})
        for name, words in facts:
            if words:
                fact = etree.SubElement(evidence, "span", {"class": name})
                fact.text = words
                fact.tail = " "
    return body


def back_links(places: Sequence[Place]) -> etree.Element:
    """Links to where a work is cited, each saying under which heading it leads.

    The first link under a heading prints the heading, the others which citation of the work they lead to.
    """
    paragraph = etree.Element("p", {"class": "reference-backlinks"})
    paragraph.text = "Cited under: "
    seen = 0
    previous: etree.Element | None = None
    for heading, under in groupby(places, key=lambda place: place.heading):
        separator = "; "
        for position, place in enumerate(under, start=1):
            seen += 1
            link = etree.SubElement(paragraph, "a", {"href": f"#{place.anchor}"})
            link.text = heading if position == 1 else str(seen)
            if len(places) > 1:
                link.set("aria-label", f"{heading}, citation {seen} of {len(places)}")
            if previous is not None:
                previous.tail = separator
            previous, separator = link, ", "
    return paragraph


def ordered_list(cited: Iterable[CitedWork], body: Callable[[Reference], str]) -> etree.Element:
    """The list, numbered in the order given.

    Args:
        cited: each work with the places it is cited at.
        body: gives the text that stands for a work's serialised `reference_body`.
    """
    ordered = etree.Element("ol", {"class": "reference-list"})
    for reference, places in cited:
        item = etree.SubElement(ordered, "li", {"class": "reference", "id": reference_id(reference)})
        item.text = body(reference)
        if places:
            item.append(back_links(places))
    return ordered


def references_section(heading: str, listed: etree.Element, *, own_heading: bool) -> etree.Element:
    """A page's list under its heading, or labelled with it where the page has set a heading of its own."""
    section = etree.Element("section", {"class": "references", **NOT_SEARCHED})
    if own_heading:
        section.set("aria-labelledby", HEADING_ID)
        etree.SubElement(section, "h2", {"id": HEADING_ID, **NOT_SEARCHED}).text = heading
    else:
        section.set("aria-label", heading)
    section.append(listed)
    return section


def split_off_list(html: str) -> tuple[str, str]:
    """The HTML of a page up to the list that ends it, and that list; empty where none does."""
    at = max((found.start() for found in _LIST_AFTER_TEXT.finditer(html)), default=len(html))
    return html[:at], html[at:]


def whole_bibliography(listed: etree.Element) -> etree.Element:
    """A list of all works, with ids of its own beside those of the page's references."""
    listed.set("class", "reference-list bibliography")
    listed.attrib.update(NOT_SEARCHED)
    for item in listed:
        item.set("id", item.get("id", "").replace("ref-", "work-", 1))
    return listed


def notice_paragraph(notice: Notice) -> etree.Element:
    """A notice in its own words, with its day and its address, and who tells of it."""
    grave = " reference-notice--ends-trust" if notice.ends_trust else ""
    paragraph = etree.Element("p", {"class": f"reference-notice{grave}"})
    words = f"{notice.label}, {in_words(notice.date)}" if notice.date else notice.label
    if notice.address:
        said = etree.SubElement(paragraph, "a", {"href": notice.address})
    else:
        said = etree.SubElement(paragraph, "span")
    said.text = words
    said.tail = f" (told by {' and '.join(notice.told_by)})" if notice.told_by else ""
    return paragraph


def _labelled(label: str, words: str) -> str:
    return f"{label}: {words}" if words else ""
