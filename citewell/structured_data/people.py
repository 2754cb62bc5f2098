"""Who stands behind a page: the author, the reviewer, the publisher."""

import re

from citewell.nlm.identifiers import address_href
from citewell.people import People, Person
from citewell.publisher import Publisher
from citewell.structured_data.node import Node, identity, link, node

_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.ASCII)


def person(someone: Person) -> Node:
    """A person with what a reader can look up: the qualification, the number in a register, the ORCID."""
    orcid = _ORCID.search(someone.orcid)
    number = node(
        "PropertyValue",
        propertyID=someone.register,
        value=someone.number,
        url=address_href(someone.register_address),
    )
    return node(
        "Person",
        name=someone.name,
        honorificSuffix=someone.credential,
        identifier=number if someone.register and someone.number else None,
        sameAs=f"https://orcid.org/{orcid[0]}" if orcid else "",
    )


def author(name: str, people: People, publisher: Publisher, site_address: str) -> Node | None:
    """Who wrote the page.

    Whoever writes as a person stands in people.yml; any other name is a team's. So nobody becomes a person
    here whom a reader cannot look up.
    """
    if not name:
        return None
    if name == publisher.name:
        return link(publisher_identity(site_address))
    known = next((someone for someone in people.by_id.values() if someone.name == name), None)
    return person(known) if known else node("Organization", name=name)


def publisher_identity(site_address: str) -> str:
    """The @id of the publisher, the same on all pages of the site."""
    return identity(site_address, "publisher")


def publisher_node(publisher: Publisher, site_address: str) -> Node | None:
    """The publisher as far as publisher.yml is filled in; None where it has no name yet.

    `contact` is an e-mail address, the address of a page, or a postal address: each has its own property.
    """
    if not publisher.name:
        return None
    contact = publisher.contact
    is_page = bool(address_href(contact))
    is_email = not is_page and "@" in contact
    return node(
        "Organization",
        publisher_identity(site_address),
        name=publisher.name,
        url=site_address,
        email=contact if is_email else "",
        contactPoint=node("ContactPoint", url=contact) if is_page else None,
        address="" if is_page or is_email else contact,
    )


def licence(publisher: Publisher) -> str | Node:
    """The licence of the texts: its address, or a work with its name, for schema.org takes no bare words."""
    named = publisher.content_licence
    return named if not named or address_href(named) else node("CreativeWork", name=named)
