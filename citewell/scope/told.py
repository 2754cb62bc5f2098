"""The numbers that the cited sentences of a page tell, each beside the same number of the works cited."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from citewell.article import Page
from citewell.crisis import CrisisContacts
from citewell.page_text.page_text import page_text
from citewell.quantities.quantity import Quantity
from citewell.quantities.reader import may_tell_a_number, quantities
from citewell.scope.notes import Noted, SourceNotes, WorkNotes
from citewell.scope.same_numbers import same_numbers
from citewell.sentences.passage import Passage
from citewell.sentences.sentence import Sentence

_KEPT = "_citewell_telling"


@dataclass(frozen=True)
class CitedSentence:
    """A sentence with the works that it cites.

    Args:
        passage: in which it stands.
        sentence: itself.
        works: that it cites, as far as the bibliography has them.
        before: the words of the sentences of its passage before it.
    """

    passage: Passage
    sentence: Sentence
    works: tuple[WorkNotes, ...]
    before: tuple[str, ...]

    @property
    def previous(self) -> str:
        """The words of the sentence before it, or the question that it answers where it is the first."""
        return self.before[-1] if self.before else self.passage.question


@dataclass(frozen=True)
class ToldNumber:
    """A quantity of a cited sentence.

    Args:
        said: the sentence.
        quantity: of its words.
        others: all quantities of the sentence.
        same: for each value of the quantity, what is noted of the works and gives that value.
    """

    said: CitedSentence
    quantity: Quantity
    others: tuple[Quantity, ...]
    same: tuple[tuple[Noted, ...], ...]


@dataclass(frozen=True)
class Telling:
    """What a page tells with citations.

    Args:
        said: its cited sentences that may be held against their works.
        numbers: of these sentences, in order.
    """

    said: tuple[CitedSentence, ...]
    numbers: tuple[ToldNumber, ...]


def telling_of(page: Page, notes: SourceNotes, phone_numbers: frozenset[str] = frozenset()) -> Telling:
    """What a page tells with citations. It is kept with the page's text, so that three rules read it once.

    Args:
        page: the page.
        notes: what is noted of the works.
        phone_numbers: the numbers to call that the site knows, as printed.
    """
    text = page_text(page)
    kept = vars(text).get(_KEPT)
    if isinstance(kept, _Kept) and kept.notes is notes:
        return kept.telling
    said = tuple(_cited_sentences(text.passages, notes))
    telling = Telling(said, tuple(_told_numbers(said, phone_numbers)))
    vars(text)[_KEPT] = _Kept(notes, telling)
    return telling


def phone_numbers_of(contacts: CrisisContacts) -> frozenset[str]:
    """The numbers to call, as printed: they tell no result."""
    emergency = [number for country in contacts.emergency for number in country.numbers]
    helplines = [number for line in contacts.helplines for number in (line.call, line.text) if number]
    return frozenset((*emergency, *helplines))


class _Kept(NamedTuple):
    notes: SourceNotes
    telling: Telling


def _cited_sentences(passages: Sequence[Passage], notes: SourceNotes) -> Iterator[CitedSentence]:
    """The sentences that cite a work of the bibliography and may be held against it.

    Passages that tell no number and name nothing that a work's limits deny are passed over: most of a page.
    """
    for passage in passages:
        if passage.kind == "heading" or "@" not in passage.typed:
            continue
        words = passage.words
        if not may_tell_a_number(words) and not notes.may_be_denied(passage.typed, words):
            continue
        before: list[str] = []
        for sentence in passage.sentences:
            works = tuple(work for key in sentence.keys if (work := notes.of(key)))
            if works:
                yield CitedSentence(passage, sentence, works, tuple(before))
            before.append(sentence.text)


def _told_numbers(said: Sequence[CitedSentence], phone_numbers: frozenset[str]) -> Iterator[ToldNumber]:
    for each in said:
        told = quantities(each.sentence.text, phone_numbers=phone_numbers)
        for quantity in told:
            same = tuple(tuple(same_numbers(quantity, value, each.works)) for value in quantity.values)
            yield ToldNumber(each, quantity, told, same)
