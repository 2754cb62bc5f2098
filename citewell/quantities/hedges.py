"""How exact a number says it is: "about half", "nearly 60%", "at least 21 days"."""

import re

from citewell.quantities.quantity import Hedge

_WORDS: dict[Hedge, tuple[str, ...]] = {
    "exactly": ("exactly", "precisely"),
    "about": (
        "about", "around", "roughly", "approximately", "some", "circa", "an estimated", "estimated",
        "close to", "~", "≈",
    ),
    "nearly": ("nearly", "almost", "just under", "just below", "not quite", "a little under"),
    "over": (
        "more than", "over", "above", "just over", "well over", "a little over", "greater than",
        "upwards of", ">",
    ),
    "at least": ("at least", "no fewer than", "no less than", "a minimum of", "≥"),
    "under": (
        "less than", "fewer than", "under", "below", "up to", "at most", "no more than", "a maximum of", "<",
        "≤",
    ),
}  # fmt: skip
_HEDGE_OF = {word: hedge for hedge, words in _WORDS.items() for word in words}
_LONGEST_FIRST = sorted(map(re.escape, _HEDGE_OF), key=len, reverse=True)
_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(_LONGEST_FIRST)})[ ]?$")
_LONGEST = max(map(len, _HEDGE_OF)) + 1


def hedge_before(text: str, start: int) -> tuple[Hedge, int]:
    """The hedge in front of a number, and where it begins; no hedge and the number's own beginning.

    Args:
        text: in small letters, with single spaces.
        start: of the number.
    """
    found = _BEFORE.search(text[max(0, start - _LONGEST - 1) : start])
    return (_HEDGE_OF[found.group().strip()], start - len(found.group())) if found else ("", start)
