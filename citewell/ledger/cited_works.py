"""The works that a site cites: each once, with every page that cites it."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from citewell.bibliography.reference import Library, Reference
from citewell.ledger.cited_sentences import CitedSentence
from citewell.nlm.format import format_reference, plain_text

NO_DESIGN = "Design not noted"
"""Printed for a work without the field `design`."""


@dataclass(frozen=True)
class CitedPage:
    """A page of the site with what it cites.

    Args:
        title: in plain text, not in HTML.
        address: its URL, relative to the root of the site: "sertraline-and-crying/".
        article: the question of the article that it is a page of; empty where it stands alone.
        keys: of the works it cites, as far as they are in the bibliography.
        sentences: those that carry a citation.
    """

    title: str
    address: str
    article: str
    keys: tuple[str, ...]
    sentences: tuple[CitedSentence, ...]


@dataclass(frozen=True)
class CitingArticle:
    """The pages of an article that cite a work.

    Args:
        question: the article's, where none of these pages is titled so; empty for pages that stand alone.
        pages: one or more, in the order of the site.
    """

    question: str
    pages: tuple[CitedPage, ...]


@dataclass(frozen=True)
class CitedWork:
    """A work of the index.

    Args:
        reference: the work.
        text: as it is printed.
        pages: that cite it, in the order of the site.
    """

    reference: Reference
    text: str
    pages: tuple[CitedPage, ...]

    @property
    def design(self) -> str:
        """How the work was done; empty where that is not noted."""
        return self.reference.get("design")

    @property
    def articles(self) -> tuple[CitingArticle, ...]:
        """The pages that cite it, by article."""
        grouped = ((name, tuple(pages)) for name, pages in groupby(self.pages, lambda page: page.article))
        return tuple(
            CitingArticle("" if any(page.title == name for page in pages) else name, pages)
            for name, pages in grouped
        )


@dataclass(frozen=True)
class DesignInUse:
    """A study design, or a kind of source, that works of the index have.

    Args:
        design: as in the bibliography; empty for works that do not say.
        works: how many have it.
    """

    design: str
    works: int

    @property
    def name(self) -> str:
        """As it is printed."""
        return self.design or NO_DESIGN


def works_cited(pages: Iterable[CitedPage], library: Library) -> list[CitedWork]:
    """The works that the pages cite, in the alphabetical order of their printed text.

    Accents, capitals and the signs before the first letter do not count in that order.
    """
    citing: dict[str, list[CitedPage]] = {}
    for page in pages:
        references = (library.get(key) for key in page.keys)
        for key in dict.fromkeys(reference.key for reference in references if reference):
            citing.setdefault(key, []).append(page)
    works = [
        CitedWork(reference, plain_text(format_reference(reference)), tuple(citing[reference.key]))
        for reference in library
        if reference.key in citing
    ]
    return sorted(works, key=lambda work: (_alphabetical(work.text), work.text, work.reference.key))


def designs_in_use(works: Iterable[CitedWork]) -> list[DesignInUse]:
    """The designs of the works, in alphabetical order; last those that are not noted."""
    counted = Counter(work.design for work in works)
    ordered = sorted(counted, key=lambda design: (not design, _alphabetical(design), design))
    return [DesignInUse(design, counted[design]) for design in ordered]


def _alphabetical(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).casefold()
    unaccented = "".join(letter for letter in letters if not unicodedata.combining(letter))
    first = next((at for at, letter in enumerate(unaccented) if letter.isalnum()), 0)
    return unaccented[first:]
