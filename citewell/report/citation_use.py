"""Citation use: every work of the bibliography, the sentences that cite it, and what waits for a check."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from citewell.bibliography.evidence import IDENTIFIERS
from citewell.bibliography.reference import Library, Reference
from citewell.bibliography.short_name import short_name
from citewell.drugs import PATH as DRUGS_PATH
from citewell.drugs import Drug
from citewell.exports.dates import issued
from citewell.exports.works import fields_of
from citewell.ledger.cited_works import NO_DESIGN
from citewell.nlm.format import format_reference, plain_text
from citewell.page_text.page_text import PageText
from citewell.report.table import Column, Figure, Table
from citewell.sentences.sentence import sentences_of

NAME = "citation-use"
OLD = 10
"""Years after which a work should be looked at again."""
_FEW = 3
_ORDER = ("doi", "pmid", "pmcid", "nbk", "isbn", "issn", "url")


@dataclass(frozen=True, slots=True)
class Citing:
    """A sentence that cites a work.

    Args:
        key: of the work, as typed.
        path: of the file.
        line: where the sentence begins.
        sentence: its words.
    """

    key: str
    path: str
    line: int
    sentence: str

    @property
    def place(self) -> str:
        """Path, line and words: `docs/a.md:12: Some people cannot cry`."""
        return f"{self.path}:{self.line}: {self.sentence}"


@dataclass(frozen=True)
class WorkUse:
    """A work and who cites it.

    Args:
        reference: the work.
        year: in which it came out; None where that is not known.
        is_old: whether it came out more than OLD years ago.
        citing: the sentences, in the order of the site.
    """

    reference: Reference
    year: int | None
    is_old: bool
    citing: tuple[Citing, ...]

    @property
    def key(self) -> str:
        """Of the work."""
        return self.reference.key

    @property
    def work(self) -> str:
        """Its short name."""
        return short_name(self.reference)

    @property
    def text(self) -> str:
        """As it is printed."""
        return plain_text(format_reference(self.reference))

    @property
    def design(self) -> str:
        """How the work was done, or what kind of source it is."""
        return self.reference.get("design") or NO_DESIGN

    @property
    def sentences(self) -> int:
        """How many cite it."""
        return len(self.citing)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The files that cite it."""
        return tuple(dict.fromkeys(citing.path for citing in self.citing))

    @property
    def first_pages(self) -> tuple[str, ...]:
        """The same, but no more than a few of them."""
        more = len(self.pages) - _FEW
        return (*self.pages[:_FEW], *([f"and {more} more"] if more > 0 else []))

    @property
    def cited_in(self) -> tuple[str, ...]:
        """The sentences with their places."""
        return tuple(citing.place for citing in self.citing)

    @property
    def is_unused(self) -> bool:
        """Whether nothing cites it."""
        return not self.citing

    @property
    def verified(self) -> tuple[str, ...]:
        """The identifiers that a person saw in a source."""
        return tuple(name for name in self._identifiers if name in self.reference.verified)

    @property
    def not_verified(self) -> tuple[str, ...]:
        """The identifiers that wait for that."""
        return tuple(name for name in self._identifiers if name not in self.reference.verified)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What an editor should look at."""
        found = [("unused", self.is_unused), (f"older than {OLD} years", self.is_old)]
        waiting = ", ".join(self.not_verified)
        found += [(f"not verified: {waiting}", bool(waiting)), ("no identifier", not self._identifiers)]
        return tuple(words for words, holds in found if holds)

    @property
    def _identifiers(self) -> list[str]:
        return [name for name in _ORDER if name in IDENTIFIERS and self.reference.get(name)]


_COLUMNS = (
    Column("key", "Key"),
    Column("work", "Work", readers="people"),
    Column("text", "Reference", readers="programs"),
    Column("year", "Year"),
    Column("design", "Kind of source"),
    Column("sentences", "Sentences", "count"),
    Column("first_pages", "Cited in", "list", readers="people"),
    Column("pages", "Cited in", "list", readers="programs"),
    Column("cited_in", "Sentences that cite it", "list", readers="programs"),
    Column("is_unused", "Unused", "yes or no", readers="programs"),
    Column("is_old", f"Older than {OLD} years", "yes or no", readers="programs"),
    Column("verified", "Verified", "list", readers="programs"),
    Column("not_verified", "Not verified", "list", readers="programs"),
    Column("remarks", "To look at", "list", readers="people"),
)


def citing_sentences(text: PageText) -> Iterator[Citing]:
    """What a page cites, sentence by sentence."""
    for passage in text.passages:
        if passage.has_citation:
            for sentence in passage.sentences:
                for key in sentence.keys:
                    line, _ = passage.place(sentence.typed_at(0))
                    yield Citing(key, text.page.source.path, line, sentence.text)


def citing_safety_texts(drugs: Iterable[Drug]) -> Iterator[Citing]:
    """What the safety texts of the medicines cite; they are printed on the pages about them."""
    for drug in drugs:
        for text in (drug.do_not_stop, drug.boxed_warning):
            for sentence in sentences_of(text):
                for key in sentence.keys:
                    yield Citing(key, DRUGS_PATH, 1, sentence.text)
        yield Citing(drug.label, DRUGS_PATH, 1, f"The label of {drug.name}")


def citation_use(citing: Iterable[Citing], library: Library, today: dt.date) -> list[WorkUse]:
    """Every work of the bibliography, the unused first, then those that most sentences cite.

    Args:
        citing: all sentences that cite something; a key that the library does not have is passed over.
        library: of the site.
        today: the day.
    """
    found: dict[str, list[Citing]] = {reference.key.casefold(): [] for reference in library}
    for sentence in citing:
        found.get(sentence.key.casefold(), []).append(sentence)
    uses = [_use(reference, found[reference.key.casefold()], today) for reference in library]
    return sorted(uses, key=lambda use: (not use.is_unused, -use.sentences, use.key.casefold()))


def citation_table(uses: Sequence[WorkUse]) -> Table:
    """The use of the works as a table."""
    with_identifier = [use for use in uses if use.verified or use.not_verified]
    verified = sum(not use.not_verified for use in with_identifier)
    designs = Counter(use.design for use in uses if not use.is_unused)
    ordered = sorted(designs, key=lambda design: (design == NO_DESIGN, -designs[design], design.casefold()))
    figures = (
        Figure("works", "Works", len(uses)),
        Figure("unused", "Unused", sum(use.is_unused for use in uses)),
        Figure("older_than_10_years", f"Older than {OLD} years", sum(use.is_old for use in uses)),
        Figure("without_identifier", "Without identifier", len(uses) - len(with_identifier)),
        Figure(
            "all_identifiers_verified",
            "All identifiers verified, of the works that have any",
            verified / len(with_identifier) if with_identifier else None,
            "share",
        ),
        Figure("designs", "Kinds of source in use", {design: designs[design] for design in ordered}),
    )
    notes = (
        f"A work counts as older than {OLD} years when its whole year is.",
        "An identifier is verified where a person saw it in a source and named it in the field verified.",
    )
    return Table(NAME, "Citation use", _COLUMNS, uses, figures, notes)


def _use(reference: Reference, citing: Iterable[Citing], today: dt.date) -> WorkUse:
    when = issued(fields_of(reference))
    year = when.year if when else None
    return WorkUse(reference, year, year is not None and year < today.year - OLD, tuple(citing))
