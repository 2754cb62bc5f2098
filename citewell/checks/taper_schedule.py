"""No page prints a schedule by which somebody could lower a dose alone.

How fast a dose can come down differs from person to person, so a schedule is made with the prescriber
(Royal College of Psychiatrists; health-publishing rule S6). What a study did may be told in the past tense.

Fails:
    Take 50mg for a week, then 25mg.

Passes:
    Your doctor can plan with you how to lower the dose in small steps.
"""

import re
from collections.abc import Iterable, Iterator

from citewell.page_text.asking_first import asks_first
from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.sentences.passage import Passage
from citewell.sentences.sentence import Sentence

ID = "taper-schedule"
_AMOUNT = r"\d+(?:\.\d+)? ?(?:mg|milligrams?|mcg|micrograms?)\b"
_TIME = r"(?:days?|nights?|weeks?|fortnights?|months?)"
_LOWER = r"(?:halv|cut|lower|reduc|decreas|drop|taper|step|rais|increas)\w*"
_STEPS = re.compile(
    rf"\b{_AMOUNT}.*?\b(?:for|over|after) (?:\w+ ){{1,3}}?{_TIME}\b.*?\b(?:then|followed by|after that"
    rf"|next)\b.*?{_AMOUNT}"
    rf"|\b(?:from|at) {_AMOUNT}.*?\bto {_AMOUNT}.*?\b(?:over|after|within) (?:\w+ ){{1,3}}?{_TIME}\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\b{_LOWER}\b.*?\b(?:doses?|by half|by a (?:quarter|third|tenth)|by \d+ ?(?:mg|%|per ?cent)"
    rf"|to {_AMOUNT}).*?"
    rf"\b(?:every|each|per) (?:\w+ )?{_TIME}\b"
    rf"|\b(?:take|taking) (?:\w+ ){{0,4}}?(?:every (?:other|second|third) day|on alternate days)\b",
    re.IGNORECASE,
)
_ROW = re.compile(
    rf"^[^\w\n]*(?:from )?{_TIME} \d+(?: ?(?:to|-|–) ?\d+)?\b[^\n]*?\b{_AMOUNT}",  # noqa: RUF001 - as typed
    re.IGNORECASE | re.MULTILINE,
)
_TOLD = re.compile(
    r"\b(?:took|was|were|had|received|gave|given|study|studies|trial|experiment|participants|volunteers)\b",
    re.IGNORECASE,
)
_THEN = frozenset({"then", "followed", "after", "next", "over", "within"})
_TIMES = frozenset("day days night nights week weeks fortnight fortnights month months".split())  # noqa: SIM905
_OFTEN = frozenset({"every", "each", "per", "alternate"})
_OF_WHAT = frozenset({"dose", "doses", "half", "quarter", "third", "tenth", "mg", "take", "taking"})


def check(text: PageText) -> Iterator[Problem]:
    """The schedules of a page."""
    prose = text.page.source.prose
    has_amounts = any(unit in prose for unit in ("mg", "mcg", "illigram", "icrogram"))
    rows = list(_ROW.finditer(prose)) if has_amounts else []
    if len(rows) > 1:
        yield text.problem(ID, rows[0].start(), _ADVICE)
    if has_amounts:
        yield from _found(text, text.sentences(_STEPS, _THEN))
        yield from _found(text, text.sentences(_EVERY, _OFTEN, _TIMES))
    else:
        yield from _found(text, text.sentences(_EVERY, _OFTEN, _OF_WHAT))


def _found(text: PageText, sentences: Iterable[tuple[Passage, Sentence, re.Match[str]]]) -> Iterator[Problem]:
    for passage, sentence, found in sentences:
        asks = found.re is _EVERY and asks_first(sentence.text)
        if not asks and not _TOLD.search(sentence.text):
            yield text.problem(ID, passage.place(sentence.typed_at(found.start())), _ADVICE)


_ADVICE = (
    "Take out this schedule and write whom to plan it with: Your doctor can plan with you how to lower the "
    "dose in "
    "small steps"
)
