"""The warnings that a medicine's class asks for. Their words stand in docs/_data/drugs.yml."""

from xml.etree import ElementTree as etree  # noqa: N813

from citewell.boxes.box import box
from citewell.boxes.crisis import ANCHOR as CRISIS_ANCHOR
from citewell.drugs import Drug

DO_NOT_STOP_ANCHOR, BOXED_WARNING_ANCHOR = "do-not-stop", "boxed-warning"
_SPOKEN = "Important"


def do_not_stop(parent: etree.Element, drug: Drug) -> etree.Element:
    """Why not to stop the medicine suddenly."""
    section = box(parent, "warning", DO_NOT_STOP_ANCHOR, "Do not stop suddenly", _SPOKEN)
    etree.SubElement(section, "p").text = drug.do_not_stop
    return section


def boxed_warning(parent: etree.Element, drug: Drug) -> etree.Element:
    """What the boxed warning of the label says, and whom to call (health-publishing rule S2)."""
    name = "Watch for thoughts of suicide, above all in young people"
    section = box(parent, "warning", BOXED_WARNING_ANCHOR, name, _SPOKEN)
    etree.SubElement(section, "p").text = drug.boxed_warning
    where = etree.SubElement(section, "p")
    where.text = "Tell a doctor straight away if you have them, or "
    link = etree.SubElement(where, "a", {"href": f"#{CRISIS_ANCHOR}"})
    link.text = "call one of these numbers"
    link.tail = "."
    return section
