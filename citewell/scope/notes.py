"""What references.bib notes of the works: their numbers, and what each number is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from citewell.bibliography.reference import Finding, Library, Reference
from citewell.quantities.quantity import Quantity
from citewell.quantities.reader import quantities
from citewell.terms import Term, Terms, Vocabulary

_KEPT = "_citewell_source_notes"
_YEAR_FIELDS = ("year", "date", "bookdate", "updated", "epub", "title", "note", "limits", "sample")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DENIED = re.compile(r"\b(?:not|neither|nor|no)\b[^.;]*|[^.;,]*\b(?:was|were|is|are) not\b[^.;]*")
_ALONE = re.compile(r"[ ]alone\b")


@dataclass(frozen=True)
class Scope:
    """What something is about, in terms of docs/_data/terms.yml.

    Args:
        outcomes: what was measured.
        background: outcomes that describe the people who were studied.
        medicines: which medicine it speaks of.
        other_medicines: that it was compared with, or that the people took before.
        people: the group of people of whom alone it speaks.
    """

    outcomes: frozenset[Term] = frozenset()
    background: frozenset[Term] = frozenset()
    medicines: frozenset[Term] = frozenset()
    other_medicines: frozenset[Term] = frozenset()
    people: frozenset[Term] = frozenset()

    def __or__(self, other: "Scope") -> "Scope":
        return Scope(
            self.outcomes | other.outcomes,
            self.background | other.background,
            self.medicines | other.medicines,
            self.other_medicines | other.other_medicines,
            self.people | other.people,
        )


@dataclass(frozen=True)
class Noted:
    """A number that is noted of a work.

    Args:
        quantity: as it stands there.
        work: whose it is.
        scope: what it is about; None for what is true of any sentence, such as the year of the work.
        finding: in which it stands, or None where it stands in the sample, the title or the limits.
    """

    quantity: Quantity
    work: Reference
    scope: Scope | None = None
    finding: Finding | None = None


@dataclass(frozen=True)
class WorkNotes:
    """What is noted of one work.

    Args:
        work: the work.
        numbers: of its findings, sample, title and limits.
        years: in its date, title and limits.
        scope: of all its findings, its sample and its title together.
        denied: outcomes and medicines that its limits say it is not about.
    """

    work: Reference
    numbers: tuple[Noted, ...]
    years: frozenset[int]
    scope: Scope
    denied: frozenset[Term]


class SourceNotes:
    """The notes of all works, each read when it is first asked for.

    Args:
        library: the works.
        terms: what their findings speak of.
    """

    def __init__(self, library: Library, terms: Terms) -> None:
        self.terms = terms
        self._library = library
        self._read: dict[str, WorkNotes | None] = {}

    @cached_property
    def _denying(self) -> tuple[Reference, ...]:
        """The works whose limits may say what they are not about."""
        return tuple(work for work in self._library if _DENIED.search(work.get("limits").lower()))

    @cached_property
    def _denied_words(self) -> frozenset[str]:
        """The words with which a page may name what such a work is not about, in small letters."""
        limits = " | ".join(work.get("limits") for work in self._denying)
        return self.terms.outcomes.first_words(limits) | self.terms.medicines.first_words(limits)

    @cached_property
    def _denying_keys(self) -> tuple[str, ...]:
        return tuple(f"@{work.key.lower()}" for work in self._denying)

    def may_be_denied(self, typed: str, words: frozenset[str]) -> bool:
        """Whether a passage may tell of a work what that denies; rather too often than too seldom.

        Args:
            typed: the passage.
            words: of it, in small letters.
        """
        if words.isdisjoint(self._denied_words):
            return False
        small = typed.lower()
        return any(key in small for key in self._denying_keys)

    def of(self, key: str) -> WorkNotes | None:
        """The notes of the work with a key, or None where there is no such work."""
        if key not in self._read:
            work = self._library.get(key)
            self._read[key] = _notes_of(work, self.terms) if work else None
        return self._read[key]


def notes_of(library: Library, terms: Terms) -> SourceNotes:
    """The notes of a library. They are kept with it, as its index by key is: each work is read once."""
    kept = vars(library).get(_KEPT)
    if isinstance(kept, SourceNotes) and kept.terms is terms:
        return kept
    notes = SourceNotes(library, terms)
    vars(library)[_KEPT] = notes
    return notes


def scope_of(finding: Finding, terms: Terms) -> Scope:
    """What a finding is about."""
    return Scope(
        terms.outcomes.terms_of(finding.outcome),
        terms.outcomes.terms_of(finding.who),
        terms.medicines.terms_of(finding.medicine),
        terms.medicines.terms_of(f"{finding.who} | {finding.outcome} | {finding.value}"),
        terms.people.terms_of(finding.who),
    )


def _notes_of(work: Reference, terms: Terms) -> WorkNotes:
    title, sample, limits = (work.get(name) for name in ("title", "sample", "limits"))
    about = f"{title} | {sample}"
    scope = Scope(
        background=terms.outcomes.terms_of(about),
        other_medicines=terms.medicines.terms_of(about),
        people=terms.people.terms_of(about),
    )
    for finding in work.findings:
        scope |= scope_of(finding, terms)
    numbers = [
        Noted(quantity, work, scope_of(finding, terms), finding)
        for finding in work.findings
        for quantity in _all_quantities(
            f"{finding.value} | {finding.outcome} | {finding.who} | {finding.medicine}"
        )
    ]
    numbers += [
        Noted(quantity, work, scope) for text in (sample, title, limits) for quantity in _all_quantities(text)
    ]
    return WorkNotes(work, tuple(numbers), _years_of(work), scope, frozenset(_denied(limits, terms, scope)))


def _all_quantities(text: str) -> tuple[Quantity, ...]:
    return quantities(" ".join(text.split()), small_words=True)


def _years_of(work: Reference) -> frozenset[int]:
    return frozenset(int(year) for name in _YEAR_FIELDS for year in _YEAR.findall(work.get(name)))


def _denied(limits: str, terms: Terms, scope: Scope) -> Iterator[Term]:
    """The terms that the limits name as what the work is not about, but for those that a finding has."""
    for part in _DENIED.finditer(limits.lower()):
        words = part.group()
        for vocabulary in (terms.outcomes, terms.medicines):
            yield from _denied_of(words, vocabulary, scope.outcomes | scope.medicines)


def _denied_of(words: str, vocabulary: Vocabulary, found: frozenset[Term]) -> Iterator[Term]:
    for mention in vocabulary.find(words):
        if mention.listed not in found and not _ALONE.match(words, mention.end):
            yield mention.listed
