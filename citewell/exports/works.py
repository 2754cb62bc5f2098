"""A work as every export sees it: each fact under one name, in one clean line of text.

Fields that this project does not read (abstracts, keywords, paths of files) and the fields for evidence stay
behind: the former are no part of the reference, the latter are this site's own words about it.
"""

from citewell.bibliography import fields as known
from citewell.bibliography.characters import without_hidden
from citewell.bibliography.reference import Reference
from citewell.bibliography.unicode_text import one_line
from citewell.nlm.books import PUBLISHERS
from citewell.nlm.fields import address
from citewell.nlm.journal import is_article

Fields = dict[str, str]
"""Field name → its text, never empty."""

ET_AL = "et al."
"""Stands for the authors behind "and others", where a format has no sign for them."""

_EXPORTED = known.READ - known.NAMES - {*known.EVIDENCE, "crossref", "date"}
_PARTS_OF_BOOKS = frozenset({"incollection", "inbook"})
_PUBLISHERS = {
    "techreport": ("institution", "publisher", "organization", "school"),
    "phdthesis": ("school", "institution", "publisher", "organization"),
    "mastersthesis": ("school", "institution", "publisher", "organization"),
}
_GENRES = {
    "phdthesis": "Doctoral dissertation",
    "mastersthesis": "Master's thesis",
    "guideline": "Guideline",
}


def clean_line(text: str) -> str:
    """The text on one line, without characters that nobody can see."""
    line = one_line(text)
    return line if line.isprintable() else one_line(without_hidden(line))


def fields_of(reference: Reference) -> Fields:
    """The fields that are exported, with one name for each fact.

    `accessed` stands under `urldate` and `issue` under `number`; `url` is the address that the reference
    prints, be it typed in `howpublished` or made of its `nbk`; an article whose journal is known by its
    abbreviation alone has that for its `journal`.
    """
    fields = {
        name: line
        for name, typed in reference.fields.items()
        if name in _EXPORTED and (line := clean_line(typed))
    }
    if read_on := fields.pop("accessed", ""):
        fields["urldate"] = read_on
    if issue := fields.pop("issue", ""):
        fields.setdefault("number", issue)
    if "shortjournal" in fields:
        fields.setdefault("journal", fields["shortjournal"])
    if url := clean_line(address(reference)):
        fields["url"] = url
        if fields.get("howpublished") == url:
            del fields["howpublished"]
    return fields


def kind_of(reference: Reference) -> str:
    """Its kind as it is printed: a guideline in a journal is an article, a part without host is its book."""
    if is_article(reference):
        return "article"
    if reference.kind in _PARTS_OF_BOOKS and not reference.get("booktitle") and not reference.editors:
        return "book"
    return reference.kind


def publisher_of(kind: str, fields: Fields) -> str:
    """Who issued it; an empty text where that is not known."""
    return next((fields[name] for name in _PUBLISHERS.get(kind, PUBLISHERS) if name in fields), "")


def genre_of(kind: str, fields: Fields) -> str:
    """What it calls itself: the field `type`, or the words for a thesis and for a guideline."""
    return fields.get("type") or _GENRES.get(kind, "")


def volume_and_issue(fields: Fields) -> tuple[str, str]:
    """Volume and issue, with the supplement where MEDLINE has it: `58`, `12 Suppl 7`; `42 Suppl 2`, none.

    Citing Medicine, ch. 1 (Journals), "Supplement, part, or special number": it belongs to the issue where
    there is one, otherwise to the volume.
    """
    volume, issue = fields.get("volume", ""), fields.get("number", "")
    supplement = fields.get("supplement", "")
    if supplement[:1].isdigit():
        supplement = f"Suppl {supplement}"
    if not supplement or supplement in (issue or volume):
        return volume, issue
    if issue:
        return volume, f"{issue} {supplement}"
    return f"{volume} {supplement}".lstrip(), ""
