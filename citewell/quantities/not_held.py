"""Numbers that tell no result: doses, dates, phone numbers, ages, names, and numbers of pages and the like.

They are blanked before quantities are read, so that no rule ever asks for their source.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from citewell.quantities.nouns import DAYS, TIME, UNITS
from citewell.quantities.number_words import NUMBER

_JOIN = r"(?:[ ]?[-–—][ ]?|[ ]to[ ]|[ ]or[ ]|[ ]and[ ]|,[ ](?:and[ ]|or[ ])?)"  # noqa: RUF001 - dashes as printed
_ONE_OR_TWO = rf"{NUMBER}(?:{_JOIN}{NUMBER})?"
_SOME = rf"{NUMBER}(?:{_JOIN}{NUMBER})*"
_YEAR = r"(?:19|20)\d\d"
_MONTHS = frozenset(
    """
    jan january feb february mar march apr april may jun june jul july aug august sep sept september oct
    october nov november dec december
    """.split()  # noqa: SIM905 - read as words
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_PLURALS = [
    re.escape(noun)
    for noun, unit in UNITS.items()
    if unit != "uncounted" and (noun.endswith("s") or noun in ("people", "men", "women", "children"))
]
_QUANTITY_BEHIND = (
    rf"[ ]?%|[ ]per[ ]?cent|[ ]in[ ](?:every[ ])?{NUMBER}\b|[ ]out[ ]of|[ -]?{TIME}\b"
    rf"|(?:[ ][a-z-]+){{0,2}}?[ ](?:{'|'.join(_PLURALS)})\b|[.,]\d"
)
_LABELS = """
    chapter section page table figure fig. step part number version phase type stage grade level line
    question reference item note appendix volume box group class schedule article point tier vitamin
    isbn pmid doi no. p. pp. vol.
""".split()  # noqa: SIM905 - read as words
_DOSES = """
    mg mcg µg μg ml iu unit units milligram milligrams microgram micrograms gram grams millilitre
    millilitres milliliters tablet tablets pill pills capsule capsules drop drops dose doses teaspoon
    teaspoons
""".split()  # noqa: SIM905 - read as words
_CALLS = frozenset(
    {"call", "calling", "text", "dial", "ring", "phone", "number", "helpline", "lifeline", "emergency"}
)


def _words(*signs: str) -> frozenset[str]:
    """Words, with their plurals, as they are among the letters of a text: "fig" for fig., "g" for µg."""
    letters = {match for sign in signs for match in re.findall(r"[a-z]+", sign)}
    return frozenset(letters | {f"{word}s" for word in letters} | {f"{word}es" for word in letters})


@dataclass(frozen=True)
class _Kind:
    """One kind of number that is not held.

    Args:
        pattern: of the number.
        signs: words of which one is in every text that holds such a number; the pattern is slow.
        shape: a quick pattern that is in every such text; none where the words tell enough.
        in_digits: whether such a number is always written in digits.
    """

    pattern: str
    signs: frozenset[str] = frozenset()
    shape: str = ""
    in_digits: bool = True


_KINDS = {
    "a number of many parts: 1.2.3, 10.1016/x, 24/7": _Kind(
        r"\d+(?:\.\d+){2,}\b|\d+[.\d]*/[a-z][\w./()-]*|\b24/7\b|\d+/\d+/\d+\b|\d{1,2}:\d\d\b",
        shape=r"\d[./:][\da-z]",
    ),
    "a name that holds a digit: CYP2D6, omega-3, 5-HT": _Kind(
        r"[^\W\d_]+\d[\w-]*|\b(?!week|day|month|year)[^\W\d_]+-\d+\b(?![ ]?%)|\d+-[a-z]{2}\b|\d+[a-z]\b",
        shape=r"[a-z]-?\d|\d-?[a-z]",
    ),
    "an ordinal: 18th": _Kind(rf"\d+(?:st|nd|rd|th)\b(?![ ]{TIME}\b)", shape=r"\d(?:st|nd|rd|th)"),
    "a date": _Kind(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?{_MONTH}(?:,?[ ]{_YEAR})?\b"
        rf"|\b{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?(?:,?[ ]{_YEAR})?\b(?!%|[ ]?per)"
        rf"|\b{_MONTH},?[ ]{_YEAR}\b",
        signs=_MONTHS,
    ),
    "a date in digits": _Kind(rf"\b{_YEAR}-\d\d-\d\d\b", shape=r"\d-\d\d-\d"),
    "a year": _Kind(
        rf"\b{_YEAR}s?(?:(?:[ ]?[-–—/][ ]?|[ ]to[ ]|[ ]and[ ]|[ ]or[ ])(?:{_YEAR}|\d\d)s?)?\b"  # noqa: RUF001
        rf"(?!{_QUANTITY_BEHIND})|\b\d0s\b",
        shape=r"(?:19|20)\d\d|\d0s",
    ),
    "a dose": _Kind(
        rf"{_SOME}[ -]?(?:{'|'.join(_DOSES)})\b(?:/\w+)?|{_ONE_OR_TWO}[ ]mg",
        signs=_words(*_DOSES),
        in_digits=False,
    ),
    "a weight": _Kind(rf"{_SOME}[ -]?k?g\b(?:/\w+)?", shape=r"\d[ -]?k?g\b"),
    "a price": _Kind(rf"[$£€][ ]?{NUMBER}", shape=r"[$£€][ ]?\d"),
    "how often it is taken": _Kind(
        rf"{_ONE_OR_TWO}[ ](?:times|{TIME})[ ](?:a|an|per|each|every)[ ]{TIME}\b"
        rf"|\bevery[ ]{_ONE_OR_TWO}[ ]{TIME}\b",
        signs=_words("times", "every", *DAYS),
        shape=rf"(?:times|{TIME})[ ](?:a|an|per|each|every)[ ]|every[ ]",
        in_digits=False,
    ),
    "half a dose": _Kind(
        r"\bhalf[ -](?:of[ ])?(?:the[ ]|a[ ]|an[ ]|your[ ]|that[ ]|usual[ ]|normal[ ])*"
        r"(?:dose|doses|tablet|tablets|pill|life|lives|way|hour|time|amount|story|battle|truth)\b",
        signs=frozenset({"half"}),
        in_digits=False,
    ),
    "on how many days": _Kind(
        rf"\bon[ ]{NUMBER}(?:[ ](?:different|separate))?[ ](?:days|occasions|evenings)\b",
        signs=frozenset({"days", "occasions", "evenings"}),
        in_digits=False,
    ),
    "a phone number": _Kind(
        r"\+\d[\d ()-]{6,}\d|\b\d{3}[ -]\d{3}(?:[ -]\d{2,4})?\b|\b0\d{2,4}[ -]\d{3,}(?:[ -]\d+)*\b"
        r"|\b\d{3}-\d{4}\b",
        shape=r"\d{3}[ -]\d{3}|\+\d",
    ),
    "what is numbered: chapter 5, table 2": _Kind(
        rf"\b(?:{'|'.join(f'{re.escape(label)}(?:e?s)?' for label in _LABELS)})[ ](?:\d[\d.]*|[ivx]+)"
        rf"(?:{_JOIN}\d[\d.]*)*(?!\w|[ ]?%|[ ]per[ ]?cent|[ -]?{TIME}\b)",
        signs=_words(*_LABELS),
    ),
    "an age": _Kind(
        rf"\b(?:aged?|ages)[ ](?:of[ ]|from[ ]|between[ ]|under[ ]|over[ ])?{_ONE_OR_TWO}"
        r"(?:[ ]years)?(?:[ ](?:and|or)[ ](?:over|older|above|under|younger))?"
        r"|\b(?:under|over|below|above|older[ ]than|younger[ ]than)[ ](?:the[ ]age[ ]of[ ])?\d{1,2}\b"
        rf"(?!{_QUANTITY_BEHIND}|[ ](?:of|{NUMBER})\b)(?:[ ](?:and|or)[ ]over)?"
        rf"|{_ONE_OR_TWO}[ -](?:years?[ -]old\w*|years[ ]of[ ]age"
        r"|(?:years[ ])?(?:and|or)[ ](?:over|older|above|younger|under))\b",
        signs=_words("age", "aged", "under", "over", "older", "younger", "below", "above", "old", "olds"),
        in_digits=False,
    ),
}
_compiled = cache(re.compile)
"""Compiles a pattern when the first text needs it: all of them take longer than many a text."""
_DIGIT = re.compile(r"\d")
_SHORT_NUMBER = rf"\b\d{{3}}\b(?!{_QUANTITY_BEHIND})"
_TITLE = re.compile(
    r"(?:(?<=titled[ ])|(?<=called[ ])|(?<=named[ ])|(?<=headed[ ]))(?:“[^”]*”|\"[^\"]*\")"
    r"|(?<![,:][ ])(?:“[A-Z][^”]*[^”.!?]”|\"[A-Z][^\"]*[^\".!?]\")"
)
_BLANK = "\N{REPLACEMENT CHARACTER}"


def without_titles(text: str) -> str:
    """A text, as long as before, in which the titles of works in quotation marks are blanked.

    A quotation begins with a capital, too, where it is a whole sentence: then a comma or a colon stands
    before it, or a full stop inside it, and its numbers are held.
    """
    return _TITLE.sub(_blank, text) if "“" in text or '"' in text else text


def without_what_is_not_held(
    text: str, words: Collection[str], phone_numbers: frozenset[str] = frozenset()
) -> str:
    """A text, as long as before, in which the numbers that tell no result are blanked.

    Args:
        text: in small letters, with single spaces.
        words: of it: the runs of its letters from a to z.
        phone_numbers: the numbers to call that the site knows, as printed.
    """
    has_digits = _DIGIT.search(text) is not None
    for kind in _KINDS.values():
        if kind.in_digits and not has_digits:
            continue
        if kind.signs and kind.signs.isdisjoint(words):
            continue
        if not kind.shape or _compiled(kind.shape).search(text):
            text = _compiled(kind.pattern).sub(_blank, text)
    if has_digits and not _CALLS.isdisjoint(words):
        text = _compiled(_SHORT_NUMBER).sub(_blank, text)
    for number in phone_numbers:
        if number in text:
            text = re.sub(rf"(?<!\d){re.escape(number)}(?!\d|{_QUANTITY_BEHIND})", _blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return _BLANK * len(match.group())
