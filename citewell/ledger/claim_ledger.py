"""The claim ledger: every sentence of the site that has a source, page by page, beside its sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from citewell.bibliography.reference import Library, Reference
from citewell.bibliography.short_name import short_name
from citewell.ledger.cited_sentences import CitedSentence
from citewell.ledger.cited_works import NO_DESIGN, CitedPage


@dataclass(frozen=True)
class Source:
    """A work that a sentence rests on.

    Args:
        key: of the work.
        name: its short name.
        design: as it is printed.
    """

    key: str
    name: str
    design: str


@dataclass(frozen=True)
class Statement:
    """A sentence beside its sources.

    Args:
        text: its words; empty for a citation that stands alone.
        anchor: where it stands in its page.
        sources: in the order of the text.
    """

    text: str
    anchor: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Passage:
    """What stands under one heading.

    Args:
        heading: its words; empty for none, and where it only repeats the title of the page.
        statements: one or more, in the order of the text.
    """

    heading: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class LedgerPage:
    """The entry of a page: its passages in the order of the text."""

    title: str
    address: str
    article: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class ClaimLedger:
    """The whole ledger.

    Args:
        pages: those that have a sentence with a source, in the order of the site.
        sentences: how many they have.
        works: how many different works these rest on.
    """

    pages: tuple[LedgerPage, ...]
    sentences: int
    works: int


def claim_ledger(pages: Iterable[CitedPage], library: Library) -> ClaimLedger:
    """The ledger of these pages."""
    sources = {reference.key.casefold(): _source(reference) for reference in library}
    entries = tuple(_entry(page, sources) for page in pages if page.sentences)
    statements = [
        statement for entry in entries for passage in entry.passages for statement in passage.statements
    ]
    works = {source.key for statement in statements for source in statement.sources}
    return ClaimLedger(entries, len(statements), len(works))


def _entry(page: CitedPage, sources: dict[str, Source]) -> LedgerPage:
    return LedgerPage(
        title=page.title,
        address=page.address,
        article=page.article if page.article != page.title else "",
        passages=tuple(
            Passage(
                heading=heading if heading != page.title else "",
                statements=tuple(_statement(sentence, sources) for sentence in sentences),
            )
            for heading, sentences in groupby(page.sentences, key=lambda sentence: sentence.heading)
        ),
    )


def _statement(sentence: CitedSentence, sources: dict[str, Source]) -> Statement:
    known = (sources.get(key.casefold()) for key in sentence.keys)
    return Statement(sentence.text, sentence.anchor, tuple(source for source in known if source))


def _source(reference: Reference) -> Source:
    return Source(reference.key, short_name(reference), reference.get("design") or NO_DESIGN)
