"""Where in a journal an article stands: journal, date, volume, issue, pages.

Citing Medicine, ch. 1 (Journals): `J Affect Disord. 2017 Oct 15;221:31-5`; ch. 23 (Journals on the Internet).
"""

import re
from functools import lru_cache

from citewell.bibliography.reference import Reference
from citewell.nlm import fields, titles
from citewell.nlm.dates import printed_iso_date
from citewell.nlm.pages import printed_pages
from citewell.nlm.punctuation import hyphenated

_LABEL = re.compile(
    r"^(?:vol(?:ume)?|no|number|issue|iss|art(?:icle)?(?: no\.?| number)?)(?:\.\s*|\s+)", re.IGNORECASE
)
_DIVISIONS = (
    (re.compile(r"\bsupp(?:l(?:ement(?:ary)?)?)?\b\.?(?:\s+(?:no|issue)\b\.?)?", re.IGNORECASE), "Suppl"),
    (re.compile(r"\b(?:parts?|pt)\b\.?", re.IGNORECASE), "Pt"),
    (re.compile(r"\bspec(?:ial)?\s+(?:issue|no|number)\b\.?", re.IGNORECASE), "Spec No"),
)
_ROMAN_NUMERAL = re.compile(r"(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_FORTHCOMING = frozenset({"forthcoming", "inpress", "in press"})
_AHEAD_OF_PRINT = re.compile(r"ahead\s*of\s*print|online\s*first", re.IGNORECASE)


def is_article(reference: Reference) -> bool:
    """Whether it prints as a journal article, as a guideline that a journal published does."""
    return reference.kind == "article" or (reference.kind == "guideline" and bool(journal(reference)))


def journal(reference: Reference) -> str:
    """The journal's NLM abbreviation, or its name where none is given; `[Internet]` as typed."""
    named = fields.text(reference, "shortjournal", "journal", "journaltitle")
    online = titles.INTERNET if prints_address(reference) else ""
    return titles.bracketed(named, titles.stated_medium(reference) or online)


def prints_address(reference: Reference) -> bool:
    """Whether an article's address is printed: where it says "Internet", or has no identifier."""
    identified = reference.get("doi") or reference.get("pmid") or reference.get("pmcid")
    return bool(fields.address(reference)) and (not identified or bool(titles.stated_medium(reference)))


def source(reference: Reference) -> str:
    """`2002 Jul 25;347(4):284-7`, with what is known of it.

    An article that has appeared online only is dated by that day: `2020 May 4`. One that has not appeared at
    all is `Forthcoming 2027` (Citing Medicine, ch. 11 (Forthcoming)).
    """
    when = fields.date(reference) or printed_iso_date(fields.text(reference, "epub"))
    if fields.text(reference, "pubstate").casefold() in _FORTHCOMING:
        return f"Forthcoming {when}".rstrip()
    if prints_address(reference) or titles.stated_medium(reference):
        when = " ".join(filter(None, (when, fields.read_on(reference))))
    numbered = _volume_and_issue(reference)
    dated = ";".join(filter(None, (when, numbered)))
    number = _LABEL.sub("", fields.text(reference, "articlenumber", "eid"))
    where = number or printed_pages(reference.get("pages"))
    return ":".join(filter(None, (dated, where)))


def published_ahead(reference: Reference) -> str:
    """`Epub 2014 Dec 10` or `Epub ahead of print`: as PubMed prints it, behind the DOI.

    Citing Medicine, ch. 1, "Journal article published electronically before print".
    """
    if _AHEAD_OF_PRINT.search(fields.text(reference, "pubstate")):
        return "Epub ahead of print"
    epub = printed_iso_date(fields.text(reference, "epub"))
    when = fields.date(reference)
    return f"Epub {epub}" if epub and when and epub != when else ""


def _volume_and_issue(reference: Reference) -> str:
    """`347(4)`, `42 Suppl 2`, `58(12 Suppl 7)`, `(384)`.

    A supplement belongs to the issue where there is one, otherwise to the volume (Citing Medicine, ch. 1,
    "Supplement, part, or special number"); one that is typed as the issue prints as the issue: `42(Suppl 3)`.
    """
    volume = _printed_number(fields.text(reference, "volume"))
    issue = _printed_number(fields.text(reference, "number", "issue"))
    supplement = _printed_number(fields.text(reference, "supplement"))
    if supplement and supplement[0].isdigit():
        supplement = f"Suppl {supplement}"
    if issue:
        inside = f"{issue} {supplement}" if supplement and supplement not in issue else issue
        return f"{volume}({inside})"
    if not volume or not supplement or supplement in volume:
        return volume or supplement
    return f"{volume} {supplement}"


@lru_cache(maxsize=2048)
def _printed_number(typed: str) -> str:
    """A volume or issue without its label, in arabic numerals, its divisions abbreviated (ch. 1)."""
    number = _LABEL.sub("", hyphenated(typed))
    for pattern, abbreviation in _DIVISIONS:
        number = pattern.sub(abbreviation, number)
    # One letter alone may be a volume's own name: Acta Crystallogr D.
    return str(_arabic(number)) if len(number) > 1 and _ROMAN_NUMERAL.fullmatch(number) else number


def _arabic(roman: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
