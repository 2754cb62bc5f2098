"""Whether a sentence tells a number of what its source says it of: the same outcome, medicine and people.

The directions, and why:

- An outcome may be told in other words or as a wider one, never as another: 46 in 100 had dulled feelings, so
  the sentence may not say that they could not cry.
- A medicine may not be narrower than the source's: a number of any antidepressant is none of sertraline.
- A share may not be told of a wider group either ("people on antidepressants", where the source has SSRIs):
  it was not counted there. Of one member it may ("another SSRI"), and heads may be counted under a wider
  name, for seven people on an SSRI are seven people on an antidepressant.
- A number of men alone needs the word, and a number of all is none of men.
- What a sentence does not name is taken from nowhere: no doubt is held against it. Only "It happens to 46 in
  100" takes its outcome and medicine from the sentence before.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from citewell.phrases import Found
from citewell.quantities.quantity import Quantity
from citewell.scope.mentions import asserted, without_examples, without_those_of_people
from citewell.scope.notes import Noted, Scope
from citewell.scope.told import CitedSentence, ToldNumber
from citewell.terms import Term, Terms

_EDGE = re.compile(
    r"[;:()–—]|,[ ]|[ ](?:but|while|whereas|though|although|compared[ ](?:with|to)|than|versus|vs|against"  # noqa: RUF001
    r"|because|so)[ ]"
)
_JOIN = re.compile(r",?[ ](?:and|or)[ ]")
_TAKES_UP = re.compile(
    r"(?:it|this|that|these|they)[ ](?:also[ ]|usually[ ]|often[ ]|only[ ])?"
    r"(?:affects?|happens?|happened|occurs?|occurred|(?:is|was)[ ](?:seen|found|common)|comes?|came)\b",
    re.IGNORECASE,
)
_ONE_OF_A_GROUP = re.compile(r"\b(?:an?|another|one|the|this|that|each|their|your)[ ](?:[a-z-]+[ ]){0,2}$")
_NEXT_TO = re.compile(r"(?:[ ]of(?:[ ](?:the|these|those|them))?)?(?:[ ][a-z-]+){0,2}?[ ]?")


@dataclass(frozen=True)
class Misfit:
    """What a sentence names that its source does not speak of.

    Args:
        term: that the sentence names; None where it leaves out the group of people that the source names.
        kind: outcome, medicine or people.
    """

    term: Term | None
    kind: str


@dataclass(frozen=True)
class Heard:
    """What a sentence speaks of, read once for all its numbers.

    Args:
        said: the sentence.
        terms: what may be named.
    """

    said: CitedSentence
    terms: Terms

    @cached_property
    def outcomes(self) -> Sequence[Found[Term]]:
        """The outcomes that it names, but for those that it sets aside and those that say which people."""
        return self._outcomes_of(self.said.sentence.text)

    @cached_property
    def medicines(self) -> Sequence[Found[Term]]:
        """The medicines that it names, but for those that it sets aside and mere examples."""
        return self._medicines_of(self.said.sentence.text)

    @cached_property
    def people(self) -> Sequence[Found[Term]]:
        """The groups of people that it names."""
        return list(self.terms.people.find(self.said.sentence.text))

    @cached_property
    def outcomes_before(self) -> Sequence[Found[Term]]:
        """The outcomes of what it takes up: "It happens to 46 in 100"."""
        return self._outcomes_of(self.said.previous) if self._takes_up else ()

    @cached_property
    def medicines_before(self) -> Sequence[Found[Term]]:
        """The medicines of what it takes up."""
        return self._medicines_of(self.said.previous) if self._takes_up else ()

    @cached_property
    def people_before(self) -> frozenset[Term]:
        """The groups of people that its passage names before it."""
        return self.terms.people.terms_of(" ".join((*self.said.before, self.said.passage.question)))

    @cached_property
    def _takes_up(self) -> bool:
        return _TAKES_UP.match(self.said.sentence.text) is not None

    def _outcomes_of(self, text: str) -> list[Found[Term]]:
        return list(without_those_of_people(text, asserted(text, self.terms.outcomes)))

    def _medicines_of(self, text: str) -> list[Found[Term]]:
        return list(without_examples(text, asserted(text, self.terms.medicines)))


@dataclass(frozen=True)
class Fit:
    """Whether a number is told of what it is noted of.

    Args:
        told: the number.
        heard: what its sentence speaks of.
    """

    told: ToldNumber
    heard: Heard

    def misfit(self, noted: Noted) -> Misfit | None:
        """What the sentence names beside what is noted; None where it tells the number as it is noted."""
        if noted.scope is None:
            return None
        return (
            self._outcome_misfit(noted, noted.scope)
            or self._medicine_misfit(noted.scope)
            or self._people_misfit(noted, noted.scope)
        )

    @cached_property
    def _clause(self) -> tuple[int, int]:
        return clause(self.told.said.sentence.text, self.told.quantity, self.told.others)

    def _in_clause(self, mentions: Sequence[Found[Term]]) -> list[Found[Term]]:
        start, end = self._clause
        return [found for found in mentions if start <= found.start and found.end <= end]

    def _outcome_misfit(self, noted: Noted, scope: Scope) -> Misfit | None:
        if not scope.outcomes:
            return None
        allowed = scope.outcomes | scope.background
        here = self._in_clause(self.heard.outcomes)
        named = [found.listed for found in here or self.heard.outcomes or self.heard.outcomes_before]
        strange = [term for term in named if not _may_be_told(term, allowed)]
        if here:
            is_told = not noted.finding or any(_may_be_told(term, scope.outcomes) for term in named)
            strange = strange or ([] if is_told else named)
        elif len(strange) < len(named):
            strange = []
        return Misfit(strange[0], "outcome") if strange else None

    def _medicine_misfit(self, scope: Scope) -> Misfit | None:
        if not scope.medicines:
            return None
        here = self._in_clause(self.heard.medicines)
        named, text = here or self.heard.medicines, self.told.said.sentence.text
        if not named:
            named, text = self.heard.medicines_before, self.told.said.previous
        share = self.told.quantity.kind == "share"
        strange = [found for found in named if not _is_taken(found, text, scope, share=share)]
        if not strange or (not here and len(strange) < len(named)):
            return None
        return Misfit(strange[0].listed, "medicine")

    def _people_misfit(self, noted: Noted, scope: Scope) -> Misfit | None:
        text, quantity = self.told.said.sentence.text, self.told.quantity
        if quantity.kind not in ("share", "count"):
            return None
        for found in self.heard.people:
            if found.start >= quantity.end and _NEXT_TO.fullmatch(text.lower(), quantity.end, found.start):
                return None if found.listed in scope.people else Misfit(found.listed, "people")
        if noted.finding and scope.people and quantity.kind == "share":
            named = {found.listed for found in self.heard.people} | self.heard.people_before
            return None if named & scope.people else Misfit(None, "people")
        return None


def clause(text: str, quantity: Quantity, others: Iterable[Quantity]) -> tuple[int, int]:
    """The part of a sentence that a quantity stands in: to the next comma, "but", "than" or quantity."""
    start = max((edge.end() for edge in _EDGE.finditer(text, 0, quantity.start)), default=0)
    behind = _EDGE.search(text, quantity.end)
    end = behind.start() if behind else len(text)
    for other in others:
        if start <= other.start < other.end <= quantity.start:
            join = _JOIN.search(text, other.end, quantity.start)
            start = max(start, join.end() if join else other.end)
        elif quantity.end <= other.start < end:
            joins = [join.start() for join in _JOIN.finditer(text, quantity.end, other.start)]
            end = min(end, joins[-1] if joins else other.start)
    return start, end


def _may_be_told(term: Term, of: Iterable[Term]) -> bool:
    """Whether what a source says of some outcomes may be told of a term: one of them, or a wider one."""
    return any(other.is_within(term) for other in of)


def _is_taken(found: Found[Term], words: str, scope: Scope, *, share: bool) -> bool:
    """Whether a number of a source may be told of the medicine that a sentence mentions."""
    medicines = scope.medicines | scope.other_medicines
    if found.listed in medicines:
        return True
    if not _may_be_told(found.listed, medicines):
        return False
    is_one = not words[found.start : found.end].lower().endswith("s")
    return not share or (is_one and _ONE_OF_A_GROUP.search(words[: found.start].lower()) is not None)
