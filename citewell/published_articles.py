"""The articles of a site while it is built: where each stands, what it is about, what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from citewell.days import in_words
from citewell.drugs import Drug
from citewell.hubs import topics_of
from citewell.page_facts import PageFacts
from citewell.published_page import review_state
from citewell.publishing import Publishing
from citewell.site import Site
from citewell.site_addresses import below_pages


@dataclass(frozen=True)
class PublishedArticle:
    """An article.

    Args:
        index: the path of its first page below the folder of all pages.
        question: that it answers.
        address: of its first page, from the site's root.
        description: in a sentence or two; empty where it has none.
        drug: the medicine that it is about; None for none.
        topics: as its first page has them.
        works: the keys of all works that its pages cite.
        state: who has reviewed it.
        dated: when it last changed, or was published, in a sentence; empty where that is not known.
    """

    index: str
    question: str
    address: str
    description: str
    drug: Drug | None
    topics: tuple[str, ...]
    works: frozenset[str]
    state: str
    dated: str


class PublishedArticles:
    """The articles of a site.

    Args:
        site: as typed.
        publishing: the site while it is built, all of whose pages are rendered when this is asked.
    """

    def __init__(self, site: Site, publishing: Publishing) -> None:
        self._site = site
        self._publishing = publishing

    @cached_property
    def by_index(self) -> Mapping[str, PublishedArticle]:
        """Every article by the path of its first page, in the order of the questions."""
        found = []
        for article in self._site.articles:
            index, facts = below_pages(article.index.source.path), article.index.facts
            if self._publishing.rendered(index) is None:
                continue
            paths = [below_pages(page.source.path) for page in article.pages]
            works = {key for path in paths if (page := self._publishing.rendered(path)) for key in page.keys}
            found.append(
                PublishedArticle(
                    index,
                    facts.article,
                    self._publishing.address(index),
                    facts.description,
                    facts.drug,
                    tuple(topics_of(article)),
                    frozenset(works),
                    review_state(facts.review),
                    _dated(facts),
                )
            )
        return {article.index: article for article in sorted(found, key=_by_question)}


def _dated(facts: PageFacts) -> str:
    if facts.changed is None:
        return ""
    what = "Published" if facts.changed == facts.published else "Last changed"
    return f"{what} on {in_words(facts.changed)}."


def _by_question(article: PublishedArticle) -> tuple[str, str]:
    return article.question.casefold(), article.index
