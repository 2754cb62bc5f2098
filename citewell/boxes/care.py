"""Care cards after the pattern of the NHS design system: what to do, how soon, and for which signs."""

from xml.etree import ElementTree as etree  # noqa: N813

from citewell.boxes.box import box
from citewell.boxes.crisis import add_emergency_numbers
from citewell.crisis import CrisisContacts

_SPOKEN = {
    "non-urgent": "Advice that is not urgent",
    "urgent": "Urgent advice",
    "emergency": "Emergency advice",
}


def care_anchor(level: str) -> str:
    """The id of the card of a level."""
    return f"care-{level}"


def care(parent: etree.Element, level: str, heading: str) -> etree.Element:
    """An empty card.

    Args:
        parent: the element it stands in.
        level: non-urgent, urgent or emergency.
        heading: one thing to do, ending in "if you" or the like.
    """
    name = f"{heading.rstrip(' :')}:"
    return box(parent, f"care care-{level}", care_anchor(level), name, _SPOKEN[level])


def add_calls(card: etree.Element, contacts: CrisisContacts) -> etree.Element:
    """End a card with the numbers to call; the line that holds them."""
    line = etree.SubElement(card, "p", {"class": "care-numbers"})
    line.text = "Call "
    add_emergency_numbers(line, contacts)
    return line
