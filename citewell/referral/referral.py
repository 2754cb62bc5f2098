"""The box with a paid link: who pays comes first, help that nobody pays for second, the link last."""

from xml.etree import ElementTree as etree  # noqa: N813

from citewell.affiliates import Programme
from citewell.boxes.box import box

ANCHOR = "paid-link"
LINK_RELATION = "sponsored nofollow noopener"
"""What search engines and browsers are told of the link (health-publishing rule M3)."""


def referral(parent: etree.Element, programme: Programme, money_address: str) -> etree.Element:
    """The box of a programme.

    Args:
        parent: the element it stands in.
        programme: that is on.
        money_address: of the page that says how the site is paid; empty for none.
    """
    section = box(parent, "referral", ANCHOR, "Paid link")
    section.set("data-search-exclude", "")
    etree.SubElement(section, "p", {"class": "referral__disclosure"}).text = programme.disclosure
    sides = etree.SubElement(section, "div", {"class": "referral__sides"})
    unpaid = etree.SubElement(sides, "div", {"class": "referral__unpaid"})
    _add_list(unpaid, "Help that nobody pays us for", programme.unpaid)
    paid = etree.SubElement(sides, "div", {"class": "referral__paid"})
    _add_list(paid, f"{programme.name} sells {programme.sells}. Before you go there", programme.limits)
    link = etree.SubElement(
        etree.SubElement(paid, "p"),
        "a",
        {
            "class": "referral__link",
            "href": programme.link,
            "rel": LINK_RELATION,
            "referrerpolicy": "no-referrer",
        },
    )
    link.text = f"Go to {programme.name} (paid link)"
    if money_address:
        etree.SubElement(
            etree.SubElement(section, "p", {"class": "referral__money"}), "a", {"href": money_address}
        ).text = "How this site is paid"
    return section


def _add_list(parent: etree.Element, name: str, sentences: tuple[str, ...]) -> None:
    etree.SubElement(parent, "p", {"class": "referral__name"}).text = f"{name}:"
    listed = etree.SubElement(parent, "ul")
    for sentence in sentences:
        etree.SubElement(listed, "li").text = sentence
