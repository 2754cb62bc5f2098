"""How to reach the editors, made of docs/_data/publisher.yml."""

from xml.etree import ElementTree as etree  # noqa: N813

from citewell.publisher import Publisher

MISSING = "The publisher has not named an address to write to yet."


def contact(parent: etree.Element, publisher: Publisher) -> etree.Element:
    """The publisher's addresses, or the statement that there is none."""
    section = etree.SubElement(parent, "div", {"class": "contact"})
    line = etree.SubElement(section, "p")
    if publisher.contact:
        line.text = f"Write to {publisher.name or 'the editors'}: "
        link = etree.SubElement(line, "a", {"href": address_of(publisher.contact)})
        link.text = publisher.contact.removeprefix("mailto:")
    else:
        line.text = MISSING
    if publisher.repository.startswith("https://"):
        line = etree.SubElement(section, "p")
        line.text = "If you have a GitHub account, you can also "
        link = etree.SubElement(line, "a", {"href": f"{publisher.repository.rstrip('/')}/issues/new/choose"})
        link.text = "report a mistake in public"
        link.tail = ". Everybody can read what you write there, under your name."
    return section


def address_of(written: str) -> str:
    """A contact as a link holds it: a bare mail address becomes one that starts a mail."""
    return written if written.startswith(("https://", "mailto:")) else f"mailto:{written}"
