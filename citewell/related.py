"""Which articles a reader of one may want next: those that share its medicine, its topics or its studies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citewell.hubs import topic_key
from citewell.published_articles import PublishedArticle

MOST = 3
_MEDICINE, _TOPIC, _STUDY, _MOST_STUDIES = 3, 2, 1, 3
"""What each thing in common counts. Studies count up to a limit: a topic is nearer than many of them."""


@dataclass(frozen=True)
class Related:
    """An article to read next, with what it has in common with the one at hand, in words."""

    question: str
    address: str
    why: str


def related(article: PublishedArticle, others: Iterable[PublishedArticle]) -> Sequence[Related]:
    """The nearest articles, the nearest first; none that has nothing in common.

    Args:
        article: the one at hand; it may be among the others.
        others: in a fixed order, which decides between those that are equally near.
    """
    scored = [(_nearness(article, other), other) for other in others if other.index != article.index]
    nearest = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])[:MOST]
    return [Related(other.question, other.address, _why(article, other)) for _, other in nearest]


def _nearness(one: PublishedArticle, other: PublishedArticle) -> int:
    return (
        _MEDICINE * _share_a_medicine(one, other)
        + _TOPIC * len(_shared_topics(one, other))
        + _STUDY * min(len(one.studies & other.studies), _MOST_STUDIES)
    )


def _share_a_medicine(one: PublishedArticle, other: PublishedArticle) -> bool:
    return one.drug is not None and other.drug is not None and one.drug.key == other.drug.key


def _shared_topics(one: PublishedArticle, other: PublishedArticle) -> list[str]:
    keys = {topic_key(topic) for topic in other.topics}
    return [topic for topic in one.topics if topic_key(topic) in keys]


def _why(one: PublishedArticle, other: PublishedArticle) -> str:
    """`Also about sertraline; in common: Sleep, 2 studies`."""
    studies = len(one.studies & other.studies)
    shared = _shared_topics(one, other)
    shared += [f"{studies} {'study' if studies == 1 else 'studies'}"] if studies else []
    words = [f"also about {one.drug.name}"] if one.drug and _share_a_medicine(one, other) else []
    words += [f"in common: {', '.join(shared)}"] if shared else []
    said = "; ".join(words)
    return said[:1].upper() + said[1:]
