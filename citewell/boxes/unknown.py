"""What we do not know: said as plainly as what we know (DISCERN item 8)."""

from xml.etree import ElementTree as etree  # noqa: N813

HEADING = "What we do not know"


def unknown(parent: etree.Element) -> etree.Element:
    """An empty box under its own heading."""
    section = etree.SubElement(parent, "section", {"class": "unknown"})
    etree.SubElement(section, "h2").text = HEADING
    return section
