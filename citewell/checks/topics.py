"""A topic is a few words, spelt the same in every article.

The build makes a page for each topic, with the articles on it. Two spellings would make two pages, each with
half of them.

Fails:
    topics: [Sleep, sleep!]

Passes:
    topics: [Sleep, Feelings]
"""

from collections.abc import Iterator, Sequence

from citewell.article import Article, Page
from citewell.hubs import topic_key, topics_of
from citewell.problem import Problem
from citewell.site import Folders

ID = "topics"
CHARACTERS = 30


def check(articles: Sequence[Article], folders: Folders) -> Iterator[Problem]:
    """The topics that cannot have a page, or would have two."""
    first: dict[str, tuple[str, str]] = {}
    for article in articles:
        place = _place(article.index, article.folder, folders)
        for topic in topics_of(article):
            key = topic_key(topic)
            spelling, file = first.setdefault(key, (topic, place[0]))
            if not key or len(topic) > CHARACTERS:
                yield Problem(*place, ID, f"Write “{topic}” in plain letters, {CHARACTERS} at most")
            elif spelling != topic:
                yield Problem(*place, ID, f"Write “{spelling}” instead of “{topic}”, as in {file}")


def _place(index: Page, folder: str, folders: Folders) -> tuple[str, int, int]:
    """Where an article says its topics."""
    if "topics" in index.source.metadata:
        return (index.source.path, *index.source.front_matter.place("topics"))
    path, mapping = folders.get(folder, (index.source.path, index.source.front_matter))
    return (path, *mapping.place("topics"))
