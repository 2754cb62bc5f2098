"""Kinds of work: what an entry may be called, and what each must have.

What is required follows the required elements of NLM's Citing Medicine (2nd ed., NBK7256), where a work may
have no author, and BibTeX's own list (btxdoc, 3.1) for the types that NLM does not know.
"""

import difflib
import re
from collections.abc import Mapping

Alternatives = tuple[str, ...]
"""Field names of which one is enough."""

_YEAR: Alternatives = ("year", "pubstate", "epub")
_DATE_OF_BOOK: Alternatives = ("year", "bookdate")
_PUBLISHER: Alternatives = ("publisher", "institution", "organization")
_SCHOOL: Alternatives = ("school", "institution")
_TITLE: Alternatives = ("title",)
_BOOK_TITLE: Alternatives = ("booktitle",)

REQUIRED: Mapping[str, tuple[Alternatives, ...]] = {
    "article": (_TITLE, ("journal", "shortjournal"), _YEAR),
    "book": (_TITLE, _PUBLISHER, _DATE_OF_BOOK),
    "booklet": (_TITLE,),
    "incollection": (_TITLE, _BOOK_TITLE, _PUBLISHER, _DATE_OF_BOOK),
    "inbook": (_TITLE, ("booktitle", "chapter", "pages"), _PUBLISHER, _DATE_OF_BOOK),
    "inproceedings": (_TITLE, _BOOK_TITLE, _YEAR),
    "proceedings": (_TITLE, _YEAR),
    "techreport": (_TITLE, _PUBLISHER, _YEAR),
    "phdthesis": (("author",), _TITLE, _SCHOOL, _YEAR),
    "mastersthesis": (("author",), _TITLE, _SCHOOL, _YEAR),
    "manual": (_TITLE,),
    "misc": (_TITLE,),
    "unpublished": (_TITLE,),
    "online": (_TITLE, ("url", "doi")),
    "dataset": (_TITLE, ("publisher", "institution", "organization", "howpublished", "url", "doi"), _YEAR),
    "guideline": (_TITLE, ("author", "organization", "institution", "publisher"), _YEAR),
}
"""Kind → what it must have. These are all the kinds a Reference can have."""

_OTHER_NAMES: Mapping[str, str] = {
    "conference": "inproceedings",
    "report": "techreport",
    "www": "online",
    "webpage": "online",
    "electronic": "online",
    "thesis": "phdthesis",
    "collection": "book",
    "reference": "book",
    "inreference": "incollection",
    "software": "misc",
}

_MASTERS = re.compile(r"master|mathesis|m\.?\s?sc|m\.?\s?phil", re.IGNORECASE)


def kind_of(entry_type: str, type_field: str = "") -> str | None:
    """The kind of an entry, or None for an unknown type.

    Args:
        entry_type: the word after `@`, in lower case.
        type_field: of the entry's field `type`: it tells a master's thesis from a doctoral one.
    """
    if entry_type in REQUIRED:
        return entry_type
    kind = _OTHER_NAMES.get(entry_type)
    if entry_type == "thesis" and _MASTERS.match(type_field):
        return "mastersthesis"
    return kind


def nearest_kind(entry_type: str) -> str | None:
    """The entry type most like a mistyped one, or None where none is near."""
    near = difflib.get_close_matches(entry_type, [*REQUIRED, *_OTHER_NAMES], n=1, cutoff=0.6)
    return near[0] if near else None
