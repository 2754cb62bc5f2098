"""Care cards after the pattern of the NHS design system: what to do, how soon, and for which signs."""

from xml.etree import ElementTree as etree  # noqa: N813

from citewell.boxes.box import box
from citewell.boxes.crisis import call_link
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


def add_emergency_numbers(card: etree.Element, contacts: CrisisContacts) -> None:
    """End a card with the emergency numbers of all countries, side by side: nobody is located."""
    line = etree.SubElement(card, "p", {"class": "care-numbers"})
    line.text = "Call "
    previous: etree.Element | None = None
    for country in contacts.emergency:
        if previous is not None:
            previous.tail = f"{previous.tail or ''}, "
        for position, number in enumerate(country.numbers):
            if position and previous is not None:
                previous.tail = " or "
            previous = call_link(line, number)
        if previous is not None:
            previous.tail = f" ({country.region})"
    if previous is not None:
        previous.tail = f"{previous.tail}."
