"""The pages that lead to articles by their medicine and by their topic, made of what the articles say."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from citewell.article import Article
from citewell.site import Site

Kind = Literal["medicines", "topics"]
_NO_ADDRESS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Hub:
    """A page that lists articles, or all pages of its kind from A to Z.

    Args:
        path: below the folder of all pages.
        kind: of what the articles have in common.
        name: of the medicine or the topic; empty for the list from A to Z.
        key: of the medicine, or the topic's part of the address; empty for the list from A to Z.
        title: as it stands over the page.
        description: for search engines.
    """

    path: str
    kind: Kind
    name: str
    key: str
    title: str
    description: str


@cache
def topic_key(topic: str) -> str:
    """A topic's part of its address: in small letters without accents, with hyphens."""
    plain = unicodedata.normalize("NFKD", topic).encode("ascii", "ignore").decode().casefold()
    return _NO_ADDRESS.sub("-", plain).strip("-")


def hub_path(kind: Kind, key: str = "") -> str:
    """The path of a hub below the folder of all pages."""
    return f"{kind}/{key or 'index'}.md"


def hubs(site: Site) -> list[Hub]:
    """The hubs of a site: the lists from A to Z, then one page for each medicine and each topic."""
    return [*_medicines(site.articles), *_topics(site.articles)]


def is_hub(made: str) -> bool:
    """Whether a page that the build makes of no article is a hub, by its path."""
    return made.startswith(("medicines/", "topics/"))


def topics_of(article: Article) -> Sequence[str]:
    """The topics of an article, as its first page has them."""
    return article.index.facts.topics


def _medicines(articles: Sequence[Article]) -> Iterator[Hub]:
    drugs = {
        drug.key: drug for article in articles if (drug := article.index.facts.drug) and topic_key(drug.key)
    }
    if drugs:
        words = "Every medicine that this site has answers about, from A to Z, by its own name and by brand."
        yield Hub(hub_path("medicines"), "medicines", "", "", "Medicines A to Z", words)
    for key, drug in sorted(drugs.items()):
        name = capital(drug.name)
        words = (
            f"{name}: every question that this site answers about it, who has checked the answer and when."
        )
        yield Hub(hub_path("medicines", topic_key(key)), "medicines", drug.name, key, _titled(name), words)


def _topics(articles: Sequence[Article]) -> Iterator[Hub]:
    topics: dict[str, str] = {}
    for article in articles:
        for topic in topics_of(article):
            if key := topic_key(topic):
                topics.setdefault(key, topic)
    if topics:
        words = "Every topic that this site has answers about, from A to Z, with the questions under each."
        yield Hub(hub_path("topics"), "topics", "", "", "Topics A to Z", words)
    for key, topic in sorted(topics.items()):
        words = f"{topic}: every question that this site answers about it, who checked the answer and when."
        yield Hub(hub_path("topics", key), "topics", topic, key, _titled(capital(topic)), words)


def _titled(name: str) -> str:
    return f"{name}: questions and answers"


def capital(name: str) -> str:
    """A name as it begins a line."""
    return name[:1].upper() + name[1:]
