"""Whole numbers and decimals, in digits or in words: 1,829, 0.46, forty-six, six hundred and sixty-nine."""

import re

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL_NUMBERS = {word: number for number, word in enumerate((*_UNITS, *_TEENS))} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
"""The words for numbers below a hundred, but for those put together of two."""

SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

_UNIT, _TEEN, _TEN = ("|".join(words) for words in (_UNITS, _TEENS, _TENS))
_BELOW_100 = rf"(?:(?:{_TEN})(?:[ -](?:{_UNIT}))?|{_TEEN}|{_UNIT})"
_BELOW_1000 = rf"(?:(?:a|{_BELOW_100})[ -]hundred(?:[ -](?:and[ -])?{_BELOW_100})?|{_BELOW_100})"
_WORDS = (
    rf"(?:(?:a[ ]|{_BELOW_1000}[ -])(?:thousand|million|billion)(?:,?[ ](?:and[ ])?{_BELOW_1000})?"
    rf"|{_BELOW_1000})"
)
_THIN = "\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
_DIGITS = rf"(?:\d{{1,3}}(?:[,{_THIN}]\d{{3}})+(?:[.·]\d+)?|\d+(?:[.·]\d+)?)"
NUMBER = rf"(?:{_DIGITS}(?:[ ](?:hundred|thousand|million|billion)\b)?|\b{_WORDS}\b)"
"""A pattern of one number, for text in small letters."""

_BEGINS_WITH_DIGIT = re.compile(r"\d")
_SEPARATORS = re.compile(f"[,{_THIN}]")
_DECIMALS = re.compile(r"\.(\d+)")
_SMALL = 10


def value_of(number: str) -> float:
    """What a number is, as matched by NUMBER."""
    if _BEGINS_WITH_DIGIT.match(number):
        digits, _, scale = number.partition(" ")
        return float(_SEPARATORS.sub("", digits).replace("·", ".")) * SCALES.get(scale, 1)
    total = part = 0
    for word in re.findall(r"[a-z]+", number):
        if word in SMALL_NUMBERS:
            part += SMALL_NUMBERS[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in SCALES:
            total += (part or 1) * SCALES[word]
            part = 0
    return float(total + part)


def step_of(number: str) -> float:
    """The size of its last place: 1 for 46, 0.1 for 59.1."""
    decimals = _DECIMALS.search(number.replace("·", "."))
    return 10.0 ** -len(decimals[1]) if decimals else 1.0


def is_small_word(number: str) -> bool:
    """Whether it is a word for ten or less, which often counts nothing: "two things can happen"."""
    return not _BEGINS_WITH_DIGIT.match(number) and value_of(number) <= _SMALL
