"""Whether a number that a sentence tells is the number that a source gives.

How near is near enough, and why:

- 46%, 46 in 100: the source may give 45.5 to 46.5, which rounds to what is told. 46.8% is told to a tenth, so
  a source of 46% does not give it.
- 1 in 7, 3 in 5, half, a third, two thirds: 4% of the number less or more. A small whole number cannot be
  nearer; 48 to 52 in 100 is half, and 46 is nearly half.
- exactly half: 49.5 to 50.5, rounded as 50% is.
- about half, around 45%: 10% less or more. To a reader 45 to 55 in 100 is about half.
- nearly half, just under 60%: up to 12% less, and never more: 44 is nearly half.
- more than half, over 600 people: more, by 30% at most. Beyond that the next word says it: two thirds.
- at least 21 days: the number itself, or 30% more.
- less than half, up to 60%: the number itself, or 30% less.
- seven people, 669 people: the same number, for heads are counted.
- 8 weeks, week 8: the same number. Two months and 8 weeks: 10%, for a month is four weeks to a reader.
"""

from citewell.quantities.nouns import DAYS
from citewell.quantities.quantity import Quantity

_WORDS, _ABOUT, _NEARLY, _BEYOND, _OTHER_UNIT = 0.04, 0.10, 0.12, 0.30, 0.10
_EXACTLY = 0.5
_SAME = 1e-9


def gives(noted: Quantity, told: Quantity, value: float) -> bool:
    """Whether a source's quantity gives one value of a quantity that a sentence tells.

    Args:
        noted: of the source.
        told: of the sentence.
        value: one of the values told.
    """
    if told.kind == "share":
        return _gives_share(noted, told, value)
    if told.kind == "count":
        return _gives_count(noted, told, value)
    if told.kind != noted.kind:
        return False
    slack = told.step / 2 if told.step < 1 else 0.0
    if told.kind == "time":
        slack = slack * DAYS[told.unit] if told.unit == noted.unit else _OTHER_UNIT * value
    return any(_is_near(given, noted, told, value, slack) for given in noted.values)


def _gives_share(noted: Quantity, told: Quantity, value: float) -> bool:
    if noted.kind == "count":  # 0.46
        return any(
            0 < given < 1 and _is_near(100 * given, noted, told, value, told.step / 2)
            for given in noted.values
        )
    if noted.kind != "share":
        return False
    if told.parts and noted.parts:
        return told.parts == noted.parts
    step = noted.step if told.parts else told.step  # what was counted may be rounded in the source
    slack = step / 2 or (_EXACTLY if told.hedge == "exactly" else _WORDS * value)
    return any(_is_near(given, noted, told, value, slack) for given in noted.values)


def _gives_count(noted: Quantity, told: Quantity, value: float) -> bool:
    if noted.kind == "share":
        if 0 < value < 1:  # 0.46 for 46%
            return any(abs(given - 100 * value) <= 50 * told.step + _SAME for given in noted.values)
        return any(_is_near(part, noted, told, value, 0.0) for part in noted.parts)
    if noted.kind != "count" or (told.unit and noted.unit and told.unit != noted.unit):
        return False
    slack = told.step / 2 if told.step < 1 else 0.0
    return any(_is_near(given, noted, told, value, slack) for given in noted.values)


def _is_near(given: float, noted: Quantity, told: Quantity, value: float, slack: float) -> bool:
    """Whether a number of the source lies where a hedge and the rounding of the number told allow it."""
    low, high = value - slack, value + slack
    if told.hedge == "about":
        low, high = min(low, value * (1 - _ABOUT)), max(high, value * (1 + _ABOUT))
    elif told.hedge == "at least":
        high = value * (1 + _BEYOND)
    elif told.hedge == "under":
        low = value * (1 - _BEYOND)
    elif told.hedge and told.hedge == noted.hedge and low - _SAME <= given <= high + _SAME:
        return True  # "over 50", in both
    elif told.hedge == "nearly":
        return value * (1 - _NEARLY) - _SAME <= given < value
    elif told.hedge == "over":
        return value < given <= value * (1 + _BEYOND)
    return low - _SAME <= given <= high + _SAME
