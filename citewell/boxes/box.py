"""The frame that all boxes have: a labelled part of the page with its name on the first line."""

from xml.etree import ElementTree as etree  # noqa: N813


def box(parent: etree.Element, kind: str, anchor: str, name: str, spoken: str = "") -> etree.Element:
    """Add a box to its parent.

    Args:
        parent: the element it stands in.
        kind: its class names.
        anchor: its id.
        name: printed on its first line.
        spoken: said before the name to those who cannot see how the box looks.
    """
    section = etree.SubElement(
        parent, "section", {"class": kind, "id": anchor, "aria-labelledby": f"{anchor}-name"}
    )
    title = etree.SubElement(section, "p", {"class": "box-name", "id": f"{anchor}-name"})
    if spoken:
        hidden = etree.SubElement(title, "span", {"class": "visually-hidden"})
        hidden.text = f"{spoken}: "
        hidden.tail = name
    else:
        title.text = name
    return section
