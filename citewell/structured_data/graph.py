"""The graph of a page: the page, the site, the publisher, the medicine, the trail, the questions.

It is made from what the page shows and says nothing that a reader cannot see there (health-publishing rules
D3, D5 and D6). Nothing is escaped: whoever puts it into HTML does that. Types and properties are those of
schema.org 30.0.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from citewell.bibliography.reference import Reference
from citewell.page_facts import PageFacts, Review
from citewell.people import People
from citewell.publisher import Publisher
from citewell.structured_data.drug import drug_identity, drug_node
from citewell.structured_data.node import Node, identity, link, node
from citewell.structured_data.people import author, licence, person, publisher_identity, publisher_node
from citewell.structured_data.works import work_node


@dataclass(frozen=True)
class Published:
    """What is visible on a built page.

    Args:
        address: the page's canonical address; empty where the site's address is not set.
        title: the page's heading, as plain text.
        description: as it stands in the page's head.
        facts: the page's own.
        works: those that it cites, in printed order.
        questions: each with the visible plain text of its answer, without citation numbers.
        trail: name and absolute address of each step, as the page shows them.
        site_name: as readers see it.
        site_address: absolute; empty where it is not set.
        publisher: with what is known of it.
        language: of the texts (BCP 47).
        people: in whom an author is looked up.
    """

    address: str
    title: str
    description: str
    facts: PageFacts
    works: tuple[Reference, ...]
    questions: tuple[tuple[str, str], ...]
    trail: tuple[tuple[str, str], ...]
    site_name: str
    site_address: str
    publisher: Publisher
    language: str = "en"
    people: People = field(default_factory=People)


def graph(page: Published, node_of: Callable[[Reference], Node] = work_node) -> dict[str, object]:
    """The page as one JSON-LD document.

    Without addresses it is still whole: no `url` is given, and the nodes are blank ones (`_:page`).

    Args:
        page: as published.
        node_of: gives the node of a work; a site that is built makes each once, however many pages cite it.
    """
    drug = page.facts.drug if page.facts.article else None
    nodes = [
        _page(page, node_of),
        _site(page),
        publisher_node(page.publisher, page.site_address),
        drug_node(drug, page.site_address) if drug else None,
        _trail(page),
    ]
    return {"@context": "https://schema.org", "@graph": [each for each in nodes if each]}


def _page(page: Published, node_of: Callable[[Reference], Node]) -> Node:
    types = ["MedicalWebPage", "Article"] if page.facts.article else ["WebPage"]
    if page.questions:
        types.append("FAQPage")
    return node(
        types if len(types) > 1 else types[0],
        identity(page.address, "page"),
        url=page.address,
        name=page.title,
        description=page.description,
        inLanguage=page.language,
        isPartOf=link(identity(page.site_address, "website")),
        publisher=_publisher(page),
        license=licence(page.publisher),
        **(_article(page) if page.facts.article else {}),
        citation=[node_of(work) for work in page.works],
        breadcrumb=link(identity(page.address, "breadcrumb")) if page.trail else None,
        mainEntity=[
            node("Question", name=question, acceptedAnswer=node("Answer", text=answer))
            for question, answer in page.questions
        ],
    )


def _article(page: Published) -> Node:
    """What only the pages of an article show: who wrote it, when, about what, and who has reviewed it."""
    facts = page.facts
    changed = max((change.date for change in facts.changes), default=None)
    return {
        "headline": page.title,
        "author": author(facts.author, page.people, page.publisher, page.site_address),
        "datePublished": facts.published and facts.published.isoformat(),
        # A day that the list of changes does not name is not one on which a reader saw anything change.
        "dateModified": changed.isoformat() if changed and changed == facts.changed else None,
        **_review(facts.review),
        "isAccessibleForFree": True,
        "about": link(drug_identity(facts.drug, page.site_address)) if facts.drug else None,
    }


def _review(review: Review) -> Node:
    """Nothing, unless a person has reviewed the page on a day (health-publishing rule G2)."""
    if review.status != "reviewed" or not review.reviewer or not review.last:
        return {}
    return {"lastReviewed": review.last.isoformat(), "reviewedBy": person(review.reviewer)}


def _site(page: Published) -> Node:
    return node(
        "WebSite",
        identity(page.site_address, "website"),
        url=page.site_address,
        name=page.site_name,
        inLanguage=page.language,
        publisher=_publisher(page),
    )


def _publisher(page: Published) -> Node | None:
    return link(publisher_identity(page.site_address)) if page.publisher.name else None


def _trail(page: Published) -> Node | None:
    if not page.trail:
        return None
    steps = [
        node("ListItem", position=position, name=name, item=link(address) if address else None)
        for position, (name, address) in enumerate(page.trail, start=1)
    ]
    return node("BreadcrumbList", identity(page.address, "breadcrumb"), itemListElement=steps)
