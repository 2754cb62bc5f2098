"""A reference as an entry of a BibTeX file, in UTF-8."""

import re

from citewell.bibliography.dates import month_number
from citewell.bibliography.evidence import IDENTIFIERS
from citewell.bibliography.reference import Name, Reference
from citewell.exports.dates import issued
from citewell.exports.latex import escaped, verbatim, with_capitals
from citewell.exports.works import Fields, clean_line, fields_of, genre_of, kind_of, publisher_of
from citewell.nlm.books import PUBLISHERS
from citewell.nlm.punctuation import hyphenated

_ORDER = tuple(
    """
    title translatedtitle type booktitle journal shortjournal series edition version medium publisher
    institution school organization address year month day bookdate epub updated pubstate volume number
    supplement chapter pages articlenumber eventtitle eventdate venue language howpublished note isbn issn doi
    pmid pmcid nbk setid url urldate
    """.split()  # noqa: SIM905 - read as words
)
_NAMES_IN_BIBLATEX = {"articlenumber": "eid"}
_LISTS = frozenset({"address", "institution", "language", "organization", "publisher", "school"})
"""Fields that BibLaTeX parts at each "and", as it does names."""

_TITLES = frozenset({"title", "booktitle"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PUBLISHED_BY = {
    "book": "publisher",
    "inbook": "publisher",
    "incollection": "publisher",
    "manual": "organization",
    "mastersthesis": "school",
    "phdthesis": "school",
    "techreport": "institution",
}
"""Entry type → the one field in which BibTeX's styles look for who issued it."""
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_PLAIN_WORD = re.compile(r"['\u2019]?[^\W_]+(?:(?:\.?['\u2019\u2010\u2011-]|\.)[^\W_]+)*\.?")


def as_bibtex(reference: Reference, *, keeps_capitals: bool = True) -> str:
    """One entry, closed by a line feed.

    Read again by this project it says what it said. What BibTeX looks for under another name stands under
    that: the date of a work without `year`, and who issued it. The month is a shorthand of BibTeX's own where
    it is one month.

    Args:
        reference: with a key that can be cited, as every reference of a published library has.
        keeps_capitals: whether titles get the braces by which other programmes keep their capitals.
    """
    kind, fields = reference.kind, _with_date(fields_of(reference))
    if kind == "guideline" and kind_of(reference) == kind:
        fields["type"] = genre_of(kind, fields)
    if number := fields.get("articlenumber"):
        # BibTeX's own styles and Zotero know no `eid`.
        fields.setdefault("pages", number)
    entry_type = _entry_type(reference, fields)
    fields = _with_publisher(entry_type, fields)
    lines = [f"@{entry_type}{{{reference.key},"]
    for role, names in (("author", reference.authors), ("editor", reference.editors)):
        if names:
            lines.append(_line(role, f"{{{' and '.join(map(_name, names))}}}"))
    lines += [
        _line(_NAMES_IN_BIBLATEX.get(name, name), _value(name, fields, keeps_capitals=keeps_capitals))
        for name in _ORDER
        if name in fields
    ]
    return "\n".join((*lines, "}\n"))


def _entry_type(reference: Reference, fields: Fields) -> str:
    """Its kind. BibTeX knows no guidelines: one is an article, or a report if it has an institution.

    Zotero passes over entries of types that it does not know, and BibTeX asks for a report's institution.
    """
    if reference.kind != "guideline":
        return reference.kind
    if kind_of(reference) == "article":
        return "article"
    return "techreport" if publisher_of("techreport", fields) else "misc"


def _with_date(fields: Fields) -> Fields:
    when = None if "year" in fields else issued(fields)
    if when is None:
        return fields
    known = {"year": when.year, "month": when.months[0] if when.months else 0, "day": when.day}
    return {**fields, **{name: str(number) for name, number in known.items() if number}}


def _with_publisher(entry_type: str, fields: Fields) -> Fields:
    wanted = _PUBLISHED_BY.get(entry_type)
    if wanted is None or wanted in fields:
        return fields
    given = next((name for name in PUBLISHERS if name in fields), "")
    return {wanted if name == given else name: text for name, text in fields.items()}


def _line(name: str, value: str) -> str:
    return f"  {name:<12} = {value},"


def _value(name: str, fields: Fields, *, keeps_capitals: bool) -> str:
    text = fields[name]
    if name in IDENTIFIERS:
        return f"{{{verbatim(text)}}}"
    if name == "month" and (number := month_number(text)):
        return _MONTHS[number - 1]
    if name == "pages":
        return f"{{{escaped(hyphenated(text)).replace('-', '--')}}}"
    text = escaped(text)
    if name in _LISTS and _AND.search(text):
        return f"{{{{{text}}}}}"
    return f"{{{with_capitals(text) if keeps_capitals and name in _TITLES else text}}}"


def _name(name: Name) -> str:
    """`van der Veen, Frederik M.`, `DeVita, Jr, Vincent T.`, an organisation in braces; `others`."""
    family = clean_line(name.family)
    if name.is_organisation:
        return f"{{{escaped(family)}}}"
    words = family.split(" ")
    is_plain = all(_PLAIN_WORD.fullmatch(word) and not _begins_small(word) for word in words[:-1])
    last = _words(family) if is_plain else f"{{{escaped(family)}}}"
    particle, suffix = (_words(clean_line(part)) for part in (name.particle, name.suffix))
    given = " ".join(_word(clean_line(word)) for word in name.given)
    if not (particle or suffix or given) and _PLAIN_WORD.fullmatch(last):
        return last
    # Without the empty braces "Family, Jr" would be a given name, and a surname of two words two names.
    return ", ".join(filter(None, (f"{particle} {last}".lstrip(), suffix, given or "{}")))


def _words(text: str) -> str:
    return " ".join(_word(word) for word in text.split())


def _word(word: str) -> str:
    """A word of a name, in braces where a sign or the word "and" in it would part the name."""
    if _PLAIN_WORD.fullmatch(word) and word.casefold() != "and":
        return word
    return f"{{{escaped(word)}}}"


def _begins_small(word: str) -> bool:
    """Whether BibTeX takes it for a particle: its first letter is small (btxdoc, section 4)."""
    return next(filter(str.isalpha, word), "A").islower()
