"""What the search has to know of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citewell.article import Article, Page
from citewell.drugs import Drug

WHOLE, PART, QUESTIONS, OTHER = "Whole answers", "Parts of an answer", "Common questions", "About this site"


@dataclass(frozen=True)
class PageNames:
    """What the sources say of a page that a reader may look for.

    Args:
        names: by which it may be called besides its title and its medicine.
        medicine: that it is about; empty for none.
        medicine_names: its brand names, and how its names are misspelt.
        kind: what page it is, as the filter names it.
        article: the question that its article answers; empty where it is the article's first page.
        has_name: whether its title is a name that readers look for. The parts of an answer are found by their
            words: were they all names, the index of names would grow with every page.
    """

    names: Sequence[str] = ()
    medicine: str = ""
    medicine_names: Sequence[str] = ()
    kind: str = OTHER
    article: str = ""
    has_name: bool = True


@dataclass(frozen=True)
class SearchedPage:
    """A page that is searched.

    Args:
        address: from the site's root.
        title: its first heading.
        state: who has reviewed it, in the words that it shows; empty where it shows none.
        names: what the sources say of it.
    """

    address: str
    title: str
    state: str
    names: PageNames


def page_names(page: Page, article: Article | None) -> PageNames:
    """What a page may be called.

    Args:
        page: as typed.
        article: that it belongs to; None for none.
    """
    drug = page.facts.drug
    known = PageNames(page.facts.aliases, drug.name if drug else "", _names_of(drug) if drug else ())
    if article is None:
        return known
    if page is article.index:
        group = (drug.drug_class.name,) if drug else ()
        return replace(known, names=(*known.names, *group), kind=WHOLE)
    kind = QUESTIONS if page.blocks("faq") else PART
    return replace(known, kind=kind, article=page.facts.article, has_name=bool(known.names))


def _names_of(drug: Drug) -> tuple[str, ...]:
    """What else people call a medicine, and how they misspell it."""
    return (*drug.brands, *drug.misspellings)


def medicine_filter(medicine: str) -> str:
    """The filter that a medicine is a value of: one a letter (scripts/find.js names it alike).

    A browser fetches the whole filter that a question needs, and a site may have thousands of medicines.
    """
    first = medicine[:1]
    return f"medicine-{first.lower() if first.isascii() and first.isalpha() else 'other'}"


def review_group(state: str) -> str:
    """What the filter calls pages with this review state; empty where a page shows none."""
    if not state:
        return ""
    return "Reviewed by a clinician" if state.startswith("Reviewed by") else "Not reviewed by a clinician"
