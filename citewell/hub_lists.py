"""What a hub lists: its articles; or all hubs of its kind from A to Z, medicines by their brands too."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from citewell.hubs import Hub, capital, topic_key
from citewell.published_articles import PublishedArticle

TEMPLATE = "citewell/hub.html"


@dataclass(frozen=True)
class Entry:
    """A line of a list from A to Z.

    Args:
        name: as it is listed.
        instead: the name that the page has, where a brand is listed; else empty.
        address: of the page.
        articles: how many it lists.
    """

    name: str
    instead: str
    address: str
    articles: int


def hub_list(
    hub: Hub, hubs: Iterable[Hub], articles: Sequence[PublishedArticle], address_of: Callable[[str], str]
) -> Mapping[str, object]:
    """The values for the template.

    Args:
        hub: whose list is wanted.
        hubs: of the site.
        articles: of the site, in the order in which they are listed.
        address_of: says by its path where a page stands, from the site's root.
    """
    if hub.name:
        return {"articles": [article for article in articles if belongs(article, hub)], "letters": ()}
    entries = [
        entry
        for other in hubs
        if other.kind == hub.kind and other.name
        for entry in _entries(other, articles, address_of)
    ]
    entries.sort(key=lambda entry: (_letter(entry), entry.name.casefold(), entry.instead))
    return {
        "articles": (),
        "letters": [(letter, list(found)) for letter, found in groupby(entries, _letter)],
    }


def belongs(article: PublishedArticle, hub: Hub) -> bool:
    """Whether a hub lists an article."""
    if hub.kind == "medicines":
        return article.drug is not None and article.drug.key == hub.key
    return hub.key in {topic_key(topic) for topic in article.topics}


def _entries(
    hub: Hub, articles: Sequence[PublishedArticle], address_of: Callable[[str], str]
) -> Iterable[Entry]:
    own = [article for article in articles if belongs(article, hub)]
    address = address_of(hub.path)
    yield Entry(capital(hub.name), "", address, len(own))
    if hub.kind == "medicines" and own and own[0].drug:
        for brand in own[0].drug.brands:
            yield Entry(brand, hub.name, address, len(own))


def _letter(entry: Entry) -> str:
    """The letter from A to Z under which an entry stands, without its accent; Other for any other sign."""
    first = topic_key(entry.name[:1])[:1].upper()
    return first if first.isalpha() else "Other"
