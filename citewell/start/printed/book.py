"""A printed book: its title, and which of the elements behind it is which field."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citewell.bibliography.reference import Name
from citewell.start.printed.imprint import Fields, imprint, medium_of
from citewell.start.printed.pages import full_pages
from citewell.start.printed.people import editors

_EDITION = re.compile(r"(?P<edition>.+?)\s+(?:ed|edn|edition)\.?", re.IGNORECASE)
_WHERE = re.compile(r"pp?\.\s*(?P<pages>\S.*?)\.?")
_EXTENT = re.compile(r"(?P<pages>\d+) p\.?")
_CHAPTER = re.compile(r"Chapter (?P<chapter>.+?)\.?", re.IGNORECASE)
_SERIES = re.compile(r"\((?P<series>[^;()]+)(?:;\s*(?P<kind>vol|no)\.\s*(?P<number>[^()]+))?\)\.?")
_SHORT = 40
"""An edition's name is not longer than this, in characters; a title that ends in "ed" may be."""


@dataclass(frozen=True)
class Book:
    """What the elements say.

    Args:
        title: of the book; empty where the first element is its imprint.
        fields: all others.
        editors: those named behind the title.
        has_imprint: whether it says who published it and when.
    """

    title: str
    fields: Fields
    editors: tuple[Name, ...] = ()
    has_imprint: bool = False


def book_of(parts: Sequence[str]) -> Book:
    """`Title. 2nd ed. Doe J, editor. Place: Publisher; 2002. p. 93-113. (Series; vol. 3).`."""
    fields: dict[str, str] = {}
    title: list[str] = []
    edited_by: tuple[Name, ...] = ()
    has_imprint = False
    for part in parts:
        if not title:
            title.append(part)
        elif not has_imprint and (where := imprint(part)):
            fields |= where
            has_imprint = True
        elif has_imprint:
            found = _behind(part)
            fields |= found or {"note": " ".join(filter(None, (fields.get("note"), part.rstrip("."))))}
        elif len(part) < _SHORT and (edition := _EDITION.fullmatch(part)):
            fields["edition"] = edition["edition"]
        elif named := editors(part):
            edited_by = named
        else:
            title.append(part)
    whole = medium_of(" ".join(title).rstrip("."))
    return Book(whole.title, {**fields, **whole.fields}, edited_by, has_imprint)


def _behind(part: str) -> Fields:
    """The fields of an element behind the imprint; none where it is a note."""
    if found := _WHERE.fullmatch(part) or _EXTENT.fullmatch(part):
        return {"pages": full_pages(found["pages"])}
    if found := _CHAPTER.fullmatch(part):
        return {"chapter": found["chapter"]}
    if found := _SERIES.fullmatch(part):
        number = {"no": "number", "vol": "volume"}.get(found["kind"] or "")
        return {"series": found["series"], **({number: found["number"]} if number else {})}
    return {}
