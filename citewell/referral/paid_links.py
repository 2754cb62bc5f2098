"""How the site is paid, in words made of docs/_data/affiliates.yml: what stands on the page about money."""

from xml.etree import ElementTree as etree  # noqa: N813

from citewell.affiliates import Affiliates, Programme
from citewell.days import in_words

NONE = "Nobody pays this site for sending readers anywhere. No page has a paid link."


def paid_links(parent: etree.Element, affiliates: Affiliates) -> etree.Element:
    """Every programme, those that are switched off last."""
    section = etree.SubElement(parent, "div", {"class": "paid-links"})
    if not any(programme.is_on for programme in affiliates.values()):
        etree.SubElement(section, "p").text = NONE
    if affiliates:
        listed = etree.SubElement(section, "ul")
        for programme in sorted(affiliates.values(), key=lambda programme: not programme.is_on):
            _add_programme(etree.SubElement(listed, "li"), programme)
    return section


def _add_programme(item: etree.Element, programme: Programme) -> None:
    etree.SubElement(item, "strong").text = programme.name
    if not programme.is_on:
        item[0].tail = f" sells {programme.sells}. It is switched off: no page links to it."
        return
    etree.SubElement(item, "p").text = (
        f"It sells {programme.sells}. It pays us when a reader {programme.pays_for}. "
        f"This site has linked to it since {in_words(programme.since)}."
    )
    etree.SubElement(item, "p").text = (
        f"The link leads to {programme.host} and carries our partner number, the same on every page. It does "
        f"not say which page you read."
        if programme.has_partner_id
        else f"The link leads to {programme.host} and carries nothing: we have no partner number there yet. "
        f"Until we have one, {programme.name} cannot tell who sent you, so it cannot pay us for that."
    )
