"""Titles, with what stands in brackets behind them, and the edition.

Citing Medicine, ch. 2 (Books), "Title", and ch. 22 (Books on the Internet), "Type of Medium".
"""

import re

from citewell.bibliography.reference import Reference
from citewell.nlm import fields
from citewell.nlm.punctuation import sentences, tidy, without_stop

INTERNET = "Internet"

_ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th",
    "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
}  # fmt: skip
_EDITION_WORD = re.compile(r"\s+ed(?:ition|n)?\.?$", re.IGNORECASE)
_VERSION_WORD = re.compile(r"(?:version|vers\.|v\.?)\s*(?=\d)", re.IGNORECASE)
_VOLUME_WORD = re.compile(r"vol(?:ume|\.)?\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:chapter\s+)?(\d+|[IVXLC]+)(?:[.:,)]?\s+(\S.*))?", re.IGNORECASE)
_ENGLISH = frozenset(
    {"english", "en", "eng", "en-us", "en-gb", "american", "british", "usenglish", "ukenglish"}
)
_LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese", "ngerman": "German", "brazilian": "Portuguese",
}  # fmt: skip


def title(reference: Reference, *brackets: str) -> str:
    """The work's title, its translation in brackets, then these words in brackets of their own.

    A title that is not in English is followed by its translation: `Sykdomsangst [Anxiety]` (Citing Medicine,
    ch. 1 and 4, "Titles not in English"); where only the translation is known it stands alone in brackets.
    """
    original = fields.text(reference, "title")
    translated = _unbracketed(fields.text(reference, "translatedtitle"))
    if translated:
        original = f"{without_stop(original)} [{without_stop(translated)}]".strip()
    return bracketed(original, *brackets)


def bracketed(named: str, *brackets: str) -> str:
    """A title with what stands in brackets behind it: `StatPearls [Internet]`."""
    behind = "".join(f" [{words}]" for words in brackets if words)
    return f"{without_stop(named)}{behind}" if named and behind else named


def medium(reference: Reference) -> str:
    """What it was read on: the `medium` field, or the Internet where an address or a day of reading is given.

    Citing Medicine, ch. 22: the medium and the date of citation are required for what is read online.
    """
    return stated_medium(reference) or (
        INTERNET if fields.address(reference) or fields.read_on(reference) else ""
    )


def stated_medium(reference: Reference) -> str:
    """The `medium` field without the brackets it prints in."""
    return _unbracketed(fields.text(reference, "medium"))


def content_type(words: str, read_on_medium: str) -> str:
    """What kind of work it is, and on what: `dissertation`, `dataset on the Internet`."""
    if not read_on_medium:
        return words
    article = "the " if read_on_medium == INTERNET else ""
    return f"{words} on {article}{read_on_medium}"


def edition(reference: Reference) -> str:
    """The edition and the version: `4th ed.`, `Version 2.1` (Citing Medicine, ch. 2, "Edition")."""
    version = _VERSION_WORD.sub("", fields.text(reference, "version"))
    numbered = f"Version {version}" if version else ""
    return sentences(_printed_edition(fields.text(reference, "edition")), numbered)


def volume_of_book(reference: Reference) -> str:
    """`Vol. 2`, where the volume is one of the book and not of a series (Citing Medicine, ch. 2)."""
    number = _VOLUME_WORD.sub("", fields.text(reference, "volume"))
    return f"Vol. {number}" if number and not fields.text(reference, "series") else ""


def series(reference: Reference) -> str:
    """`(Methods in molecular biology; vol. 288)` (Citing Medicine, ch. 2, "Series")."""
    named = fields.text(reference, "series")
    if not named:
        return ""
    number, volume = fields.text(reference, "number"), fields.text(reference, "volume")
    if number:
        return f"({named}; no. {number})"
    return f"({named}; vol. {_VOLUME_WORD.sub('', volume)})" if volume else f"({named})"


def chapter(reference: Reference) -> str:
    """The part of a book: `Chapter 29, Endometriosis` (Citing Medicine, ch. 2 B, "Parts of Books")."""
    typed = fields.text(reference, "chapter")
    numbered = _NUMBERED.fullmatch(typed)
    if not numbered:
        return typed
    return f"Chapter {numbered[1]}, {numbered[2]}" if numbered[2] else f"Chapter {numbered[1]}"


def language(reference: Reference) -> str:
    """The language, where it is not English (Citing Medicine, ch. 1, "Language"): `Norwegian`."""
    typed = fields.text(reference, "language")
    if typed.casefold() in _ENGLISH:
        return ""
    named = _LANGUAGES.get(typed.casefold(), typed)
    return named[:1].upper() + named[1:]


def _printed_edition(typed: str) -> str:
    """`2`, `Second` and `2nd edition` as `2nd ed.`; what says more stays as typed: `2nd home ed.; Online`."""
    words = _EDITION_WORD.sub("", typed)
    if not words or ";" in typed or (words == typed and typed.endswith(".")):
        return typed
    return f"{_ordinal(words)} ed."


def _ordinal(words: str) -> str:
    """`2` and `Second` as `2nd`, `Revised` as `Rev.`; `3rd rev.` as it is."""
    if words.isdecimal():
        teen = words[-2:-1] == "1"
        return words + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(words[-1], "th"))
    if words.casefold() in {"revised", "rev"}:
        return "Rev."
    return _ORDINALS.get(words.casefold(), words)


def _unbracketed(words: str) -> str:
    return tidy(words[1:-1]) if words.startswith("[") and words.endswith("]") else words
