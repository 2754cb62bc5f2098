"""Where the sentences of an English text begin: a full stop after "e.g.", "Dr." or "U.S." ends none.

What is in doubt stays together: two sentences in one lose nothing, and half a sentence says something else.
"""

import re

_FULL_WIDTH = "。！？"  # noqa: RUF001 - stops that need no space behind them
_STOP = re.compile(
    rf"(?P<stop>[.!?…{_FULL_WIDTH}]+)(?P<closing>['\"’”»)\]」』）]*)"  # noqa: RUF001 - as they are printed
    rf"(?:\s+|(?<=[{_FULL_WIDTH}」』）]))"  # noqa: RUF001 - as they are printed
)
_OPENING = "'\"‘“«([{¿¡"  # noqa: RUF001 - quotation marks as they are printed
_FIRST_WORD = re.compile(rf"[{re.escape(_OPENING)}]*(\w*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]|Ph\.D")

_BEFORE_A_NAME = frozenset({"Dr", "Drs", "Mr", "Mrs", "Ms", "Prof", "St", "Mt", "Rev", "Hon"})
_WITHIN_A_SENTENCE = frozenset({"e.g", "i.e", "eg", "ie", "vs", "cf", "viz", "approx", "ca", "incl"})
_BEFORE_A_NUMBER = frozenset(
    """
    no nos fig figs vol vols p pp ch sec eq ref refs art tab
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()  # noqa: SIM905 - read as words
)
_WITHIN_OR_LAST = frozenset({"al", "Inc", "Ltd", "Co", "Corp", "Jr", "Sr"})
_OPENS_A_SENTENCE = frozenset(
    """
    A About After All Also Although An And Another Any As At Because Before Both But By Do Each Even Few For
    From He Her His How However If In It Its Many More Most My Nearly No Nobody None Not Of On One Only Or
    Other Others Our She Since So Some Such That The Their Then There These They This Those Though To Two
    Until We What When Where Which While Who Why With Without Yet You Your
    """.split()  # noqa: SIM905 - read as words
)
"""After an abbreviation in doubt, one of these with a capital is taken for the first word of a sentence."""


def sentence_starts(text: str) -> list[int]:
    """The offsets at which the sentences of a text begin, 0 the first; with single spaces between words."""
    starts = [0]
    for stop in _STOP.finditer(text):
        if stop.end() < len(text) and _ends_sentence(text, starts[-1], stop):
            starts.append(stop.end())
    return starts


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    following = _FIRST_WORD.match(text, stop.end())
    first = following[1] if following else ""
    if first[:1].islower():
        return False
    return stop["stop"] != "." or bool(stop["closing"]) or _stop_ends(text[start : stop.start()], first)


def _stop_ends(before: str, first: str) -> bool:
    """Whether a full stop is the end of the sentence that stands before it, by the first word behind it."""
    if not any(map(str.isalpha, before)):
        return False  # the number of a list, typed: "1. Take it with food."
    word = before.rpartition(" ")[2].lstrip(_OPENING)
    uncapitalised = word[:1].lower() + word[1:]
    if word in _BEFORE_A_NAME or uncapitalised in _WITHIN_A_SENTENCE:
        return False
    if uncapitalised in _BEFORE_A_NUMBER:
        return not first[:1].isdigit()
    if word in _WITHIN_OR_LAST or _INITIALS.fullmatch(word):
        return first in _OPENS_A_SENTENCE
    return True
