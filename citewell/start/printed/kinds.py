"""Kinds of printed references: each says by its own marks what it is, and which words are which field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from citewell.bibliography.reference import Name
from citewell.start.printed.book import book_of
from citewell.start.printed.imprint import Fields, medium_of, source, whole_date
from citewell.start.printed.people import editors, organisation, people
from citewell.start.printed.sentences import sentences_of

_IN = re.compile(r"(?<=[.?!])\s+In:\s+")
_PUBLISHED = re.compile(r"Published(?: on)?:? ")
_AMERICAN_DATE = re.compile(r"(?P<month>[A-Z][a-z]+\.?)(?: (?P<day>\d{1,2}),?)? (?P<year>\d{4})\.?")
_LANGUAGES = frozenset(
    """
    Arabic Chinese Croatian Czech Danish Dutch Finnish French German Greek Hebrew Hungarian Italian Japanese
    Korean Norwegian Persian Polish Portuguese Romanian Russian Serbian Spanish Swedish Turkish Ukrainian
    """.split()  # noqa: SIM905 - read as words
)


@dataclass(frozen=True)
class Described:
    """What a printed reference says of a work."""

    kind: str
    fields: Fields
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()


def described(text: str, found_by: Mapping[str, str]) -> Described | None:
    """Read a reference that what it is found by was taken out of; None where its form is none of those known.

    Args:
        text: on one line.
        found_by: the identifiers that it had.
    """
    host = _IN.split(text, maxsplit=1)
    if len(host) > 1:
        return _chapter(*host)
    parts = sentences_of(text)
    return _article(parts) or _book(parts, found_by) or _web_page(parts, found_by)


def _article(parts: list[str]) -> Described | None:
    """`Authors. Title. J Affect Disord. 2017 Oct 15;221:31-5.`, and the language behind it."""
    language = parts[-1].rstrip(".") if len(parts) > 1 else ""
    if language in _LANGUAGES:
        found = _article(parts[:-1])
        return replace(found, fields={**found.fields, "language": language}) if found else None
    for length in (1, 2):  # the journal's name may end with a stop, or not
        at = len(parts) - length
        where = source(" ".join(parts[at:])) if at > 0 else {}
        if where and ("volume" in where or "pages" in where or "articlenumber" in where or length == 2):  # noqa: PLR2004
            authors, title = _opening(parts[:at])
            if title:
                return Described("article", {"title": title, **where}, authors)
    return None


def _chapter(own: str, host: str) -> Described | None:
    """`Authors. Title. In: Editors, editors. Book. 2nd ed. Place: Publisher; 2002. p. 93-113.`."""
    authors, title = _opening(sentences_of(own))
    named = sentences_of(title)
    own_date = whole_date(named[-1]) if len(named) > 1 else {}
    title = " ".join(named[:-1]).rstrip(".") if own_date else title
    parts = sentences_of(host)
    opening = editors(parts[0]) if parts else ()
    book = book_of(parts[1:] if opening else parts)
    if not title or not book.title or not book.has_imprint:
        return None
    fields = {**book.fields, "booktitle": book.title, "title": title}
    if own_date:
        date = " ".join(fields.pop(name) for name in ("year", "month", "day") if name in fields)
        fields = {**fields, **own_date, **({"bookdate": date} if date else {})}
    return Described("incollection", fields, authors, opening or book.editors)


def _book(parts: list[str], found_by: Mapping[str, str]) -> Described | None:
    """`Authors. Title. 4th ed. St. Louis: Mosby; 2002.`, or a web page with an imprint."""
    opening = editors(parts[0]) if parts else ()
    authors, title = ((), " ".join(parts[1:])) if opening else _opening(parts)
    book = book_of(sentences_of(title))
    if not book.title or not book.has_imprint:
        return None
    fields = {"title": book.title, **book.fields}
    edited_by = opening or book.editors
    has_date = bool(fields.keys() & {"year", "bookdate"})
    is_book = has_date and ("medium" not in fields or "edition" in fields or bool(edited_by))
    is_page = "url" in found_by and not is_book
    if is_page:
        fields.pop("medium", None)
    return Described("online" if is_page else "book", fields, authors, edited_by)


def _web_page(parts: list[str], found_by: Mapping[str, str]) -> Described | None:
    """What has an address and no imprint: `Author. Title. Name of the site. Published May 2, 2003.`."""
    if "url" not in found_by or not parts:
        return None
    fields: dict[str, str] = {}
    kept: list[str] = []
    for part in parts:
        date = whole_date(_year_first(_PUBLISHED.sub("", part))) if kept and not fields else {}
        if date:
            fields |= date
        elif part.strip("[]. ") != "date unknown":
            kept.append(part)
    authors, title = _opening(kept)
    named = sentences_of(title)
    at_medium = next((at for at, words in enumerate(named) if medium_of(words).fields), None)
    if at_medium is not None:  # NLM style: what follows the medium is a note
        behind = " ".join(named[at_medium + 1 :])
        fields |= {"note": behind} if behind else {}
        named = named[: at_medium + 1]
    elif len(named) > 1 and (authors or len(named) == 2):  # noqa: PLR2004 - a title and the site's name
        fields["publisher"] = named.pop().rstrip(".")
    title = medium_of(" ".join(named).rstrip(".")).title
    if not title or ";" in fields.get("publisher", ""):
        return None
    return Described("online", {"title": title, **fields}, authors)


def _opening(parts: list[str]) -> tuple[tuple[Name, ...], str]:
    """Who wrote it and what it is called; nobody where the first element is the title."""
    if not parts:
        return (), ""
    authors = people(parts[0])
    if not authors and len(parts) > 1 and not parts[0].endswith("?"):
        authors = organisation(parts[0])
    title = " ".join(parts[1:] if authors else parts)
    return authors, title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _year_first(words: str) -> str:
    """`May 2, 2003` as `2003 May 2`."""
    found = _AMERICAN_DATE.fullmatch(words)
    return " ".join(filter(None, (found["year"], found["month"], found["day"]))) if found else words
