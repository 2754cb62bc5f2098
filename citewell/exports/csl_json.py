"""A reference as an item of CSL-JSON.

Types and variables are those of the CSL specification 1.0.2, appendices III and IV; what each may hold is in
its schema, csl-data.json. Values are plain text: whoever puts them into HTML escapes them.
"""

import re
from collections.abc import Iterable

from citewell.bibliography.names import OTHERS
from citewell.bibliography.reference import Name, Reference
from citewell.exports.dates import When, issued, on_day
from citewell.exports.works import (
    ET_AL,
    Fields,
    clean_line,
    fields_of,
    genre_of,
    kind_of,
    publisher_of,
    volume_and_issue,
)
from citewell.nlm.punctuation import hyphenated

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "dataset": "dataset",
    "guideline": "report",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "manual": "report",  # "also used for manuals and similar technical documentation"
    "mastersthesis": "thesis",
    "misc": "document",
    "online": "webpage",
    "phdthesis": "thesis",
    "proceedings": "book",  # "also used for whole conference proceedings volumes"
    "techreport": "report",
    "unpublished": "manuscript",
}
_SAME = {
    "shortjournal": "container-title-short",
    "series": "collection-title",
    "edition": "edition",
    "version": "version",
    "address": "publisher-place",
    "eventtitle": "event-title",
    "venue": "event-place",
    "pubstate": "status",
    "language": "language",
    "note": "note",
    "isbn": "ISBN",
    "issn": "ISSN",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
}
_WHOLE = frozenset(
    """
    book booklet guideline manual mastersthesis phdthesis proceedings techreport
    """.split()  # noqa: SIM905 - read as words
)
_EXTENT = re.compile(r"([0-9]+)(?: ?p\.?)?")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


def as_csl_json(reference: Reference) -> dict[str, object]:
    """One item, of JSON's own types alone; a variable of which nothing is known is left out."""
    fields, kind = fields_of(reference), kind_of(reference)
    csl_type = _TYPES.get(kind, "document")
    item: dict[str, object] = {
        "id": clean_line(reference.key),
        "type": csl_type,
        "author": _names(reference.authors),
        "editor": _names(reference.editors),
        "title": _title(fields),
        "container-title": fields.get("journal" if csl_type == "article-journal" else "booktitle"),
        **_dates(fields),
        **_numbers(csl_type, fields),
        **_pages(reference.kind if kind == reference.kind else "", fields),
        "publisher": publisher_of(kind, fields),
        "genre": genre_of(kind, fields),
        "medium": fields.get("medium") or fields.get("howpublished"),
        **{variable: fields[name] for name, variable in _SAME.items() if name in fields},
    }
    return {variable: value for variable, value in item.items() if value}


def _names(names: Iterable[Name]) -> list[dict[str, str]]:
    return [_name(name) for name in names]


def _name(name: Name) -> dict[str, str]:
    if name == OTHERS:
        return {"literal": ET_AL}
    if name.is_organisation:
        return {"literal": clean_line(name.family)}
    parts = {
        "family": clean_line(name.family),
        "given": clean_line(" ".join(name.given)),
        "non-dropping-particle": clean_line(name.particle),
        "suffix": clean_line(name.suffix),
    }
    return {part: text for part, text in parts.items() if text}


def _title(fields: Fields) -> str:
    """The title, its translation in brackets behind it: CSL has a variable for an original title alone."""
    title, translated = fields.get("title", ""), fields.get("translatedtitle", "")
    return f"{title} [{translated}]".lstrip() if translated else title


def _dates(fields: Fields) -> dict[str, object]:
    """A web page without a date was issued on the day of its last change."""
    dates = {
        "issued": _date(issued(fields) or on_day(fields.get("updated", ""))),
        "accessed": _date(on_day(fields.get("urldate", ""))),
        "event-date": _event_date(fields.get("eventdate", "")),
    }
    if "year" in fields:
        dates["available-date"] = _date(on_day(fields.get("epub", "")))
    return {**dates}


def _date(when: When | None) -> dict[str, object]:
    if when is None:
        return {}
    day = [when.day] if when.day else []
    spans = [[when.year, month, *day] for month in when.months] or [[when.year]]
    date: dict[str, object] = {"date-parts": spans}
    if season := _SEASONS.get(when.words.casefold()):
        date["season"] = season
    return date


def _event_date(typed: str) -> dict[str, object]:
    """A day, or two with a slash between them; other words as typed."""
    ends = [on_day(end.strip()) for end in typed.split("/")[:2]]
    days = [[end.year, *end.months, *([end.day] if end.day else [])] for end in ends if end]
    if days:
        return {"date-parts": days}
    return {"literal": typed} if typed else {}


def _numbers(csl_type: str, fields: Fields) -> dict[str, object]:
    volume, number = volume_and_issue(fields)
    if csl_type == "article-journal":
        return {"volume": volume, "issue": number}
    if "series" not in fields:
        return {"volume": volume, "number": number}
    # Citing Medicine, ch. 2, "Series": a volume without a number beside it is one of the series.
    return {"volume": volume if number else "", "collection-number": number or volume}


def _pages(kind: str, fields: Fields) -> dict[str, object]:
    """Where in its host it stands, or how many pages a whole work has."""
    chapter, pages = fields.get("chapter", ""), hyphenated(fields.get("pages", ""))
    part: dict[str, object] = {"chapter-number" if chapter.isdecimal() else "section": chapter}
    extent = _EXTENT.fullmatch(pages)
    if extent and kind in _WHOLE and not chapter:
        return {"number-of-pages": extent[1]}
    number = fields.get("articlenumber", "")
    # Styles print `page` where a journal gives an article a number instead of pages.
    return {**part, "page": pages or number, **({"number": number} if pages and number else {})}
