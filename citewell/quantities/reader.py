"""Reads the quantities of a text: "46%", "46 in 100", "forty-six per cent", "nearly half", "8 weeks"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from citewell.quantities.fractions import FRACTION, FRACTION_WORDS, share_of
from citewell.quantities.hedges import hedge_before
from citewell.quantities.not_held import without_titles, without_what_is_not_held
from citewell.quantities.nouns import DAYS, unit_behind
from citewell.quantities.number_words import NUMBER, SCALES, SMALL_NUMBERS, is_small_word, step_of, value_of
from citewell.quantities.quantity import Kind, Quantity
from citewell.quantities.rates import of_every, rate_behind
from citewell.quantities.times import ORDINAL_WORDS, POINT_IN_TIME, point_in_time, time_unit_behind

_TWICE = r"(?P<twice>\btwice[ ](?:as|the|that)\b|\bdoubl(?:e|es|ed|ing)[ ](?:the|your|their|as|that)\b)"
_PERCENT = r"(?:[ ]?%|[ ]per[ ]?cent\b)"
_RANGE = r"(?:[ ]?[-–—][ ]?|[ ]to[ ]|[ ]or[ ]|[ ]and[ ])"  # noqa: RUF001 - dashes as they are printed
_NUMBERS = (
    rf"(?P<low>{NUMBER})(?P<low_percent>{_PERCENT})?"
    rf"(?:(?P<join>{_RANGE})(?P<high>{NUMBER}))?(?P<percent>{_PERCENT})?"
)
_MULTIPLE_BEHIND = re.compile(r"(?:[ ]times|-fold|fold)[ ](?:as|more|less|higher|lower|the|that)\b|-fold\b")
_STUDY = (
    "(?:survey|study|trial|review|report|paper|experiment|guideline|text|label|analysis|article|guide|advice)"
)
_YEAR_OF_A_WORK = re.compile(
    rf"\b(?:a|an|the|one|another|this|that)[ ](?P<before>(?:19|20)\d\d)[ ](?:[a-z-]+[ ]){{0,2}}?{_STUDY}\b"
    rf"|\b{_STUDY}(?:[ ](?:from|of|in|dated)|,?[ ](?:that[ ]was[ ])?published[ ]in)[ ]"
    r"(?:the[ ]year[ ])?(?P<behind>(?:19|20)\d\d)\b"
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_NUMBER_WORDS = (
    {*SMALL_NUMBERS, *SCALES, "twice", "double", "doubles", "doubled", "doubling"}
    | FRACTION_WORDS
    | ORDINAL_WORDS
) - {"one", "zero"}
"""Words of which one is in every text that tells a number in words: "one in seven" has "seven"."""


@cache
def _quantity() -> re.Pattern[str]:
    """What begins a quantity, compiled when the first text needs it: it takes long."""
    return re.compile(rf"(?<![a-z0-9])(?:{POINT_IN_TIME}|{_TWICE}|{FRACTION}|{_NUMBERS})")


def quantities(
    text: str, *, small_words: bool = False, phone_numbers: frozenset[str] = frozenset()
) -> tuple[Quantity, ...]:
    """The quantities of a text, in order.

    Args:
        text: a sentence with single spaces.
        small_words: whether words for ten and less count whatever they are a number of; else only people,
            studies, authors, medicines and times count: "two things can happen" tells no number.
        phone_numbers: the numbers to call that the site knows, as printed.
    """
    shown = without_titles(text).replace("İ", "i")  # the only letter whose small form is longer than itself
    small = shown.lower()
    words = _LETTERS.findall(small)
    if _NUMBER_WORDS.isdisjoint(words) and _DIGIT.search(small) is None:
        return ()
    found = list(_years_of_works(small, text)) if "19" in small or "20" in small else []
    for year in found:  # else "a 2017 survey asked people" would count people
        small = f"{small[: year.start]}{' ' * len(year.text)}{small[year.end :]}"
    reading = _Reading(text, without_what_is_not_held(small, words, phone_numbers), small_words)
    at = 0
    while match := _quantity().search(reading.held, at):
        quantity = reading.quantity(match)
        at = max(match.end() if quantity is None else quantity.end, at + 1)
        if quantity:
            found.append(quantity)
    return tuple(of_every(reading.held, sorted(found, key=lambda quantity: quantity.start)))


def may_tell_a_number(words: Collection[str]) -> bool:
    """Whether a text of these words may tell a number; rather too often than too seldom.

    Args:
        words: of the text, in small letters.
    """
    return any(
        word in _NUMBER_WORDS or (not word.isalpha() and _DIGIT.search(word) is not None) for word in words
    )


def _years_of_works(small: str, text: str) -> Iterator[Quantity]:
    for match in _YEAR_OF_A_WORK.finditer(small):
        start, end = match.span(match.lastgroup or 0)
        yield Quantity("year", (float(small[start:end]),), "", 1.0, "", start, end, text[start:end])


@dataclass(frozen=True)
class _Reading:
    """A text as it is read.

    Args:
        text: as it is shown.
        held: in small letters, with what is not held blanked.
        small_words: whether words for ten and less count whatever they are a number of.
    """

    text: str
    held: str
    small_words: bool

    def quantity(self, match: re.Match[str]) -> Quantity | None:
        """The quantity that begins with a match of _quantity; None where it is none."""
        start, end = match.span()
        if match["twice"]:
            return self._made("multiple", (2.0,), start, end)
        if match["nth_time"] or match["unit_first"]:
            days, unit = point_in_time(match)
            return self._made("time", (days,), start, end, unit=unit)
        if fraction := match["fraction"]:
            share = share_of(fraction, self.held, end)
            if share is None or time_unit_behind(self.held, end):
                return None
            return self._made("share", (share,), start, end, unit=unit_behind(self.held, end), step=0.0)
        return self._of_numbers(match)

    def _of_numbers(self, match: re.Match[str]) -> Quantity | None:
        start, end = match.span()
        numbers, percent = [match["low"]], match["low_percent"]
        if match["high"] and self._is_range(match):
            numbers, percent = [match["low"], match["high"]], match["percent"] or percent
        elif match["high"]:
            end = match.end("low_percent") if percent else match.end("low")
        else:
            percent = match["percent"] or percent
        values = tuple(map(value_of, numbers))
        step = min(map(step_of, numbers))
        if percent:
            return self._made("share", values, start, end, unit=unit_behind(self.held, end), step=step)
        if rate := rate_behind(self.held, end, numbers, step):
            percents, step, unit, end, parts = rate
            return self._made("share", percents, start, end, unit=unit, step=step, parts=parts)
        if time := time_unit_behind(self.held, end):
            unit, end = time
            days = tuple(value * DAYS[unit] for value in values)
            return None if numbers == ["one"] else self._made("time", days, start, end, unit=unit, step=step)
        if times := _MULTIPLE_BEHIND.match(self.held, end):
            return self._made("multiple", values, start, times.end(), step=step)
        return self._counted(numbers, start, end)

    def _counted(self, numbers: list[str], start: int, end: int) -> Quantity | None:
        unit = unit_behind(self.held, end)
        counts = unit not in ("", "uncounted") or (not unit and not all(map(is_small_word, numbers)))
        if numbers in (["one"], ["zero"]) or not (counts or self.small_words):
            return None
        values, step = tuple(map(value_of, numbers)), min(map(step_of, numbers))
        return self._made("count", values, start, end, unit="" if unit == "uncounted" else unit, step=step)

    def _is_range(self, match: re.Match[str]) -> bool:
        """Whether "x and y" or "x or y" belong together: "between x and y", "46 and 60 in 100"."""
        if match["join"] == " and ":
            if match["low_percent"]:
                return False  # "46% and 60%" are two
            is_list = match["percent"] or rate_behind(self.held, match.end(), [match["high"]], 1.0)
            return bool(is_list) or self.held[: match.start()].endswith("between ")
        return match["join"] != " or " or value_of(match["high"]) > value_of(match["low"])

    def _made(  # noqa: PLR0913 - the parts of a quantity
        self,
        kind: Kind,
        values: tuple[float, ...],
        start: int,
        end: int,
        *,
        unit: str = "",
        step: float = 1.0,
        parts: tuple[float, ...] = (),
    ) -> Quantity:
        hedge, begins = hedge_before(self.held, start)
        return Quantity(kind, values, unit, step, hedge, begins, end, self.text[begins:end].strip(), parts)
