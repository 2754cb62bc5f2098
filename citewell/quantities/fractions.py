"""Shares in words: half, a third, two thirds, three quarters."""

import re

from citewell.quantities.number_words import NUMBER, value_of

_NTH = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_ONE_NTH = rf"(?:a|one)[ -](?:{'|'.join(_NTH)})"
_HALF = r"(?<!other[ ])(?<!second[ ])(?<!first[ ])(?<!and[ ]a[ ])\bhalf\b(?!-)(?![ ](?:as|an|a)\b)"
FRACTION = rf"(?P<fraction>{_ONE_NTH}|{NUMBER}[ -](?:{'|'.join(_NTH)})s|{_HALF})"
"""A pattern of a share in words, for text in small letters."""

FRACTION_WORDS = frozenset({"half", *_NTH, *(f"{nth}s" for nth in _NTH)})

_NO_NOUN_BEHIND = re.compile(
    r"\s*(?:[,.;:!?)—–]|$)"  # noqa: RUF001 - dashes as they are printed
    r"|[ ](?:of|in|said|told|felt|had|have|has|could|can|cannot|did|do|were|was|are|got|get"
    r"|lost|lose|saw|see|still|no|reported|report|described|describe|also|stopped|stop|who|to)\b"
)


def share_of(fraction: str, text: str, end: int) -> float | None:
    """A fraction in percent; None where it only numbers something: a third group is no third of anything.

    Args:
        fraction: as matched by FRACTION.
        text: in which it stands.
        end: the offset behind it.
    """
    if fraction == "half":
        return 50.0
    number, nth = re.split(r"[ -](?=[a-z]+$)", fraction)
    if number in ("a", "one"):
        numbers_only = nth != "quarter" and not _NO_NOUN_BEHIND.match(text, end)
        return None if numbers_only else 100.0 / _NTH[nth]
    return 100.0 * value_of(number) / _NTH[nth.removesuffix("s")]
