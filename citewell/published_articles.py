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
        studies: the keys of the works that its pages cite and that say who was studied, or what was found. A
            label, a guideline or a style guide is cited by articles that have nothing else in common.
        state: who has reviewed it.
        dated: when it last changed, or was published, in a sentence; empty where that is not known.
    """

    index: str
    question: str
    address: str
    description: str
    drug: Drug | None
    topics: tuple[str, ...]
    studies: frozenset[str]
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
            works = [work for path in paths for work in self._publishing.works(path)]
            found.append(
                PublishedArticle(
                    index,
                    facts.article,
                    self._publishing.address(index),
                    facts.description,
                    facts.drug,
                    tuple(topics_of(article)),
                    frozenset(work.key for work in works if work.get("sample") or work.findings),
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
