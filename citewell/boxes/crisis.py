"""The crisis box: whom to call or text now, and when somebody last saw these numbers."""

import datetime as dt
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.boxes.box import box
from citewell.crisis import CrisisContacts, Emergency, Helpline, dialled
from citewell.days import in_words

ANCHOR = "crisis-help"


def crisis(parent: etree.Element, contacts: CrisisContacts) -> etree.Element:
    """All helplines, the emergency numbers, and where and when each was seen."""
    section = box(parent, "crisis", ANCHOR, "Talk to someone now")
    etree.SubElement(
        section, "p"
    ).text = "If you are thinking about suicide or about hurting yourself, these people listen:"
    listed = etree.SubElement(section, "ul")
    for helpline in contacts.helplines:
        _add_helpline(etree.SubElement(listed, "li"), helpline)
    if contacts.emergency:
        danger = etree.SubElement(section, "p", {"class": "crisis-danger"})
        danger.text = "If you or someone else is in danger right now, call emergency help: "
        add_emergency_numbers(danger, contacts)
    _add_sources(section, contacts)
    return section


def add_emergency_numbers(line: etree.Element, contacts: CrisisContacts) -> None:
    """End a line with the emergency numbers of all countries, side by side: nobody is located."""
    for country in contacts.emergency:
        for number in country.numbers:
            link = _call_link(line, number)
            link.tail = " or " if number != country.numbers[-1] else f" ({country.region})"
        link.tail = f"{link.tail}{'.' if country is contacts.emergency[-1] else ', '}"


def _call_link(parent: etree.Element, number: str) -> etree.Element:
    """A number that a phone dials when it is touched."""
    link = etree.SubElement(parent, "a", {"href": f"tel:{dialled(number)}", "class": "call"})
    link.text = number
    return link


def _add_helpline(item: etree.Element, helpline: Helpline) -> None:
    region = etree.SubElement(item, "strong")
    region.text = helpline.region
    region.tail = ": "
    last = region
    if helpline.call:
        region.tail += "call "
        last = _call_link(item, helpline.call)
    if helpline.text:
        last.tail = f"{last.tail or ''}{' or ' if helpline.call else ''}text "
        last = etree.SubElement(item, "a", {"href": f"sms:{dialled(helpline.text)}", "class": "call"})
        last.text = helpline.text
        last.set("aria-label", f"text {helpline.text}")
    if helpline.address:
        last.tail = f"{last.tail or ''}{'or ' if helpline.call or helpline.text else ''}"
        last = etree.SubElement(item, "a", {"href": helpline.address})
        last.text = helpline.address.removeprefix("https://").rstrip("/")
    last.tail = ", ".join(filter(None, (f" ({helpline.name})", helpline.hours)))


def _add_sources(section: etree.Element, contacts: CrisisContacts) -> None:
    entries: list[Emergency | Helpline] = [*contacts.helplines, *contacts.emergency]
    if not entries:
        return
    oldest = min(entry.seen for entry in entries)
    details = etree.SubElement(section, "details", {"class": "crisis-sources", "data-search-exclude": ""})
    etree.SubElement(details, "summary").text = f"We last saw these numbers on {in_words(oldest)}"
    listed = etree.SubElement(details, "ul")
    for entry in entries:
        numbers = entry.numbers if isinstance(entry, Emergency) else (entry.call or entry.text or entry.name,)
        item = etree.SubElement(listed, "li")
        item.text = (
            f"{' and '.join(numbers)}, {entry.region}: {_checked(entry.seen, entry.seen_in, entry.called)}"
        )


def _checked(seen: dt.date, seen_in: str, called: dt.date | None) -> str:
    by_phone = f"Called on {in_words(called)}." if called else "Not called by us."
    return f"seen on {in_words(seen)} in {seen_in}. {by_phone}"
