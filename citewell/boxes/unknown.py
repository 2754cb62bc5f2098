"""What we do not know: said as plainly as what we know (DISCERN item 8)."""

from xml.etree import ElementTree as etree  # noqa: N813

HEADING = "What we do not know"


def unknown(parent: etree.Element, level: int = 2) -> etree.Element:
    """An empty box under its own heading of this level."""
    section = etree.SubElement(parent, "section", {"class": "unknown"})
    etree.SubElement(section, f"h{level}").text = HEADING
    return section
