"""A question prompt list: what to tell and to ask the prescriber. The question sheet is made of these."""

from xml.etree import ElementTree as etree  # noqa: N813


def question_list(parent: etree.Element, heading: str, level: int = 2) -> etree.Element:
    """An empty list under its heading of this level."""
    section = etree.SubElement(parent, "section", {"class": "question-list"})
    etree.SubElement(section, f"h{level}").text = heading
    return section
