"""How sure the editors are of a claim: their own rating, in five levels.

The words are the editors' and not GRADE's: GRADE rates a body of evidence for one outcome by a procedure that
these ratings do not follow. docs/about/how-sure-we-are.md says so to readers.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from xml.etree import ElementTree as etree  # noqa: N813


class Certainty(NamedTuple):
    """One level.

    Args:
        name: as it is printed.
        meaning: in a sentence a reader understands.
    """

    name: str
    meaning: str


CERTAINTIES: Mapping[str, Certainty] = MappingProxyType(
    {
        "high": Certainty(
            "High certainty",
            "Several good studies of this very question agree. New ones are unlikely to change it.",
        ),
        "moderate": Certainty(
            "Moderate certainty", "Good sources support this. New studies could change part of it."
        ),
        "low": Certainty(
            "Low certainty",
            "The studies are few, small or about something close to it. New ones may well change this.",
        ),
        "very-low": Certainty(
            "Very low certainty",
            "It rests on reports of a few people or on indirect signs. It may turn out wrong.",
        ),
        "unknown": Certainty("Not known", "We found no study that answers this."),
    }
)
"""By the word that editors write."""


def certainty_mark(certainty: str, meaning_address: str) -> etree.Element:
    """The level's name, as a link to what the levels mean where there is such a page.

    Args:
        certainty: a key of CERTAINTIES.
        meaning_address: of that page; empty for none.
    """
    attributes = {"class": f"certainty certainty-{certainty}"}
    if meaning_address:
        attributes["href"] = f"{meaning_address}#{certainty}"
    mark = etree.Element("a" if meaning_address else "span", attributes)
    mark.text = CERTAINTIES[certainty].name
    return mark
