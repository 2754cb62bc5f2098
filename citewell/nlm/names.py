"""Authors and editors.

Citing Medicine, ch. 1 (Journals) and ch. 2 (Books), "Author": surname first, then at most two initials
without stops or spaces, then the rank; names parted by a comma, an organisation by a semicolon. Of more than
six names the first six are printed, followed by "et al." (NLM, Samples of Formatted References, no. 1).

Citing Medicine leaves out accents "to simplify rules"; PubMed prints them, and so does this module.
"""

import re
import unicodedata
from collections.abc import Sequence

from citewell.bibliography.reference import Name
from citewell.nlm.punctuation import tidy

MOST_NAMES = 6
MOST_INITIALS = 2

_OTHERS = frozenset({"others", "et al"})
_GIVEN_NAME = re.compile(r"[^\s.‐‑–-]+\.?")  # noqa: RUF001 - hyphens that join given names
_LONGEST_RUN_OF_INITIALS = 3
_NOT_INITIALS = frozenset({"St", "Wm", "Dr", "Mr", "Ms"})
_RANKS = {
    "jr": "Jr", "junior": "Jr", "sr": "Sr", "senior": "Sr",
    "ii": "2nd", "iii": "3rd", "iv": "4th", "v": "5th", "vi": "6th",
}  # fmt: skip
_DEGREES = frozenset({
    "ba", "bsc", "dds", "do", "dphil", "facp", "frcp", "ma", "mba",
    "md", "mph", "ms", "msc", "pharmd", "phd", "rn",
})  # fmt: skip


def people(names: Sequence[Name]) -> str:
    """The names as they open a reference, without the closing stop: `Halpern SD, Ubel PA`."""
    named = [name for name in names if _is_named(name)]
    text = ""
    for position, name in enumerate(named[:MOST_NAMES]):
        if position:
            beside_organisation = name.is_organisation or named[position - 1].is_organisation
            text += "; " if beside_organisation else ", "
        text += printed_name(name)
    return f"{text}, et al." if text and _has_others(names, named) else text


def editors(names: Sequence[Name]) -> str:
    """The names with what they did (Citing Medicine, ch. 2): `Vogelstein B, Kinzler KW, editors`."""
    text = people(names)
    if not text:
        return ""
    named = [name for name in names if _is_named(name)]
    one = len(named) == 1 and not _has_others(names, named)
    return f"{text}, editor" if one else f"{text}, editors"


def printed_name(name: Name) -> str:
    """One name: `van der Veen FM`, `DeVita VT Jr`, `American Cancer Society`."""
    family = tidy(name.family)
    if name.is_organisation:
        # Citing Medicine, ch. 1, "Organizations as author": omit "The" preceding the name.
        return family.removeprefix("The ")
    return " ".join(
        filter(None, (tidy(name.particle), family, initials(name.given), printed_rank(name.suffix)))
    )


def initials(given: Sequence[str]) -> str:
    """At most two initials: ("Jean-Paul",) is `JP`, ("J.", "C.") and ("JC",) are `JC`.

    Particles inside given names ("María del Carmen") give no initial. An initial that is typed with two
    letters ("Th.", "Yu.") keeps them. A given name in a script without capitals is printed whole.
    """
    pieces = _GIVEN_NAME.findall(unicodedata.normalize("NFC", " ".join(given)))
    capitalised = [piece for piece in pieces if not piece[0].islower()] or pieces
    found: list[str] = []
    for piece in capitalised:
        word = piece.rstrip(".")
        letter = next((character for character in word if character.isalpha()), "")
        if not letter:
            continue
        if letter.upper() == letter.lower():
            return tidy(" ".join(given))
        if word.isupper() and len(word) <= _LONGEST_RUN_OF_INITIALS:
            found.extend(character for character in word if character.isalpha())
        elif piece.endswith(".") and _is_two_letter_initial(word):
            found.append(word)
        else:
            found.append(letter.upper())
    return "".join(found[:MOST_INITIALS])


def printed_rank(suffix: str) -> str:
    """The rank in a family (Citing Medicine, ch. 1), without stop: `Jr`, `3rd`; degrees are omitted."""
    rank = tidy(suffix).rstrip(".")
    plain = rank.replace(".", "").casefold()
    return "" if plain in _DEGREES else _RANKS.get(plain, rank)


def _is_two_letter_initial(word: str) -> bool:
    return len(word) == 2 and word.istitle() and word not in _NOT_INITIALS  # noqa: PLR2004 - as the name says


def _is_others(name: Name) -> bool:
    return not name.given and name.family.strip(" .") in _OTHERS


def _is_named(name: Name) -> bool:
    return bool(name.family.strip()) and not _is_others(name)


def _has_others(names: Sequence[Name], named: Sequence[Name]) -> bool:
    return len(named) > MOST_NAMES or any(_is_others(name) for name in names)
