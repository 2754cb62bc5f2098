import json
from dataclasses import replace

import pytest

from citewell.people import People
from citewell.publisher import Publisher
from citewell.structured_data import graph
from tests.schemaorg import problems_of
from tests.structured_data.pages import FACTS, PUBLISHER, REVIEW, REVIEWER, SITE, article, every, node_of

REVIEWERS = {
    "register alone": (replace(REVIEWER, orcid=""), "sameAs"),
    "ORCID alone": (replace(REVIEWER, register="", number="", register_address=""), "identifier"),
    "register without number": (replace(REVIEWER, number=""), "identifier"),
    "words for an ORCID": (replace(REVIEWER, orcid="javascript:alert(1)"), "sameAs"),
}


@pytest.mark.parametrize(("reviewer", "absent"), REVIEWERS.values(), ids=REVIEWERS)
def test_what_cannot_be_looked_up_is_left_out(reviewer, absent):
    made = graph(article(replace(FACTS, review=replace(REVIEW, reviewer=reviewer)), works=()))
    assert absent not in next(every("reviewedBy", made))
    assert problems_of(made) == []


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"])
def test_an_orcid_becomes_its_address(orcid):
    facts = replace(FACTS, review=replace(REVIEW, reviewer=replace(REVIEWER, orcid=orcid)))
    reviewer = node_of(article(facts), "MedicalWebPage")["reviewedBy"]
    assert reviewer["sameAs"] == "https://orcid.org/0000-0002-1825-0097"


AUTHORS = {
    "a team": ("The example team", {"@type": "Organization", "name": "The example team"}),
    "the publisher": ("Example Health", {"@id": f"{SITE}#publisher"}),
    "nobody": ("", None),
}


@pytest.mark.parametrize(("name", "author"), AUTHORS.values(), ids=AUTHORS)
def test_author(name, author):
    page = article(replace(FACTS, author=name), people=People({"someone": REVIEWER}))
    assert node_of(page, "MedicalWebPage").get("author") == author


def test_an_author_who_stands_among_the_people_is_a_person():
    page = article(replace(FACTS, author=REVIEWER.name), people=People({"someone": REVIEWER}))
    author = node_of(page, "MedicalWebPage")["author"]
    assert (author["@type"], author["name"], author["honorificSuffix"]) == (
        "Person",
        "Example Reviewer",
        "MPharm",
    )


CONTACTS = {
    "e-mail": ("editors@site.example", {"email": "editors@site.example"}),
    "page": (
        "https://site.example/@contact",
        {"contactPoint": {"@type": "ContactPoint", "url": "https://site.example/@contact"}},
    ),
    "post": ("1 Example Street, Exampleton", {"address": "1 Example Street, Exampleton"}),
    "none": ("", {}),
}


@pytest.mark.parametrize(("contact", "said"), CONTACTS.values(), ids=CONTACTS)
def test_the_publisher_is_said_as_far_as_it_is_filled_in(contact, said):
    page = article(publisher=Publisher("Example Health", contact), questions=())
    publisher = next(node for node in graph(page)["@graph"] if node.get("@id") == f"{SITE}#publisher")
    known = {
        "@type": "Organization",
        "@id": f"{SITE}#publisher",
        "name": "Example Health",
        "url": SITE,
    }
    assert publisher == known | said
    assert problems_of(graph(page)) == []


def test_a_publisher_without_a_name_is_not_mentioned():
    made = graph(article(publisher=Publisher(contact="editors@site.example")))
    assert list(every("publisher", made)) == []
    assert "editors@site.example" not in json.dumps(made)


LICENCES = {
    "an address": ("https://licence.example/by/4.0/", "https://licence.example/by/4.0/"),
    "words": ("CC BY-NC 4.0", {"@type": "CreativeWork", "name": "CC BY-NC 4.0"}),
    "none": ("", None),
}


@pytest.mark.parametrize(("licence", "said"), LICENCES.values(), ids=LICENCES)
def test_licence(licence, said):
    page = article(publisher=replace(PUBLISHER, content_licence=licence))
    assert node_of(page, "MedicalWebPage").get("license") == said
