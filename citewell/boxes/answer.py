"""The short answer: the first thing under the title."""

from xml.etree import ElementTree as etree  # noqa: N813

from citewell.boxes.box import box
from citewell.claims.certainty import CERTAINTIES, certainty_mark

ANCHOR = "short-answer"


def answer(parent: etree.Element) -> etree.Element:
    """An empty answer."""
    return box(parent, "answer", ANCHOR, "Short answer")


def add_certainty(section: etree.Element, certainty: str, meaning_address: str) -> None:
    """Say at the foot of an answer how sure the editors are of it.

    Args:
        section: the answer.
        certainty: a key of CERTAINTIES.
        meaning_address: of the page that says what the levels mean; empty for none.
    """
    line = etree.SubElement(section, "p", {"class": "answer-certainty"})
    mark = certainty_mark(certainty, meaning_address)
    mark.tail = f" {CERTAINTIES[certainty].meaning}"
    line.append(mark)
