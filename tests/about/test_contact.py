"""How the editors can be reached."""

from xml.etree import ElementTree as etree  # noqa: N813

import pytest

from citewell.about.contact import MISSING, contact
from citewell.publisher import Publisher


@pytest.mark.parametrize(
    ("publisher", "links", "said"),
    [
        (Publisher(), [], MISSING),
        (Publisher(name="N", contact="a@b.example"), ["mailto:a@b.example"], "Write to N: a@b.example"),
        (
            Publisher(contact="mailto:a@b.example"),
            ["mailto:a@b.example"],
            "Write to the editors: a@b.example",
        ),
        (
            Publisher(contact="https://b.example/write"),
            ["https://b.example/write"],
            "https://b.example/write",
        ),
        (
            Publisher(repository="https://example.org/r/"),
            ["https://example.org/r/issues/new/choose"],
            "Everybody can read what you write there",
        ),
    ],
)
def test_the_ways_that_the_publisher_names_are_printed(publisher, links, said):
    printed = contact(etree.Element("div"), publisher)
    assert [link.get("href") for link in printed.iter("a")] == links
    assert said in "".join(printed.itertext())
