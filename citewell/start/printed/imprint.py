"""Where and when a work came out: the source of an article, the imprint of a book."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from citewell.bibliography.dates import canonical_month
from citewell.bibliography.fault import Malformed
from citewell.start.printed.pages import full_pages

Fields = Mapping[str, str]
_YEAR = r"(?P<year>(?:1[4-9]|20|21)\d\d)"
_MONTH = r"(?P<month>[A-Z][a-z]{2,8}\.?(?:\s?[-\N{EN DASH}/]\s?[A-Z][a-z]{2,8}\.?)?)"
_DATE = rf"{_YEAR}(?:[ ,]+{_MONTH}(?: (?P<day>\d{{1,2}}))?)?"
_SOURCE = re.compile(
    rf"(?P<journal>.+?)[.,]?\s+\(?{_DATE}\)?"
    r"(?:\s*[;,]\s*(?P<volume>[^:;()]*?)\s*(?:\((?P<issue>[^()]*)\))?)?"
    r"(?:\s*:\s*(?P<pages>[^;:\s][^;:]*?))?\.?"
)
_IMPRINT = re.compile(
    rf"(?:(?P<address>[^:;]+): )?(?P<publisher>[^;:]+); ?"
    rf"(?P<date>c?{_DATE}[-\N{{EN DASH}}]?(?:\d{{4}})?|\[date unknown\])"
    r"(?: ?: ?(?P<pages>[\d, \N{EN DASH}-]+))?\.?"
)
_WHOLE_DATE = re.compile(rf"{_DATE}\.?")
_PARTS_OF_DATE: tuple[str, ...] = ("year", "month", "day")
_NO_JOURNAL = re.compile(r": |\bPublished\b|\bAccessed\b")
_INTERNET = re.compile(r"\s*\[(?P<medium>Internet|Online)\]", re.IGNORECASE)
_SUPPLEMENT = re.compile(r"(?P<volume>\d*)\s*(?P<supplement>\(?Suppl\b.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Medium:
    """A title without the bracket that says on what it was read."""

    title: str
    fields: Fields


def medium_of(title: str) -> Medium:
    """Part "StatPearls [Internet]" into the title and its medium."""
    found = _INTERNET.search(title)
    return Medium(_INTERNET.sub("", title).strip(), {"medium": "Internet"} if found else {})


def source(element: str) -> Fields:
    """The fields of `J Affect Disord. 2017 Oct 15;221(4):31-5`; none where it is no such thing."""
    found = _SOURCE.fullmatch(element.strip())
    if not found:
        return {}
    parts = {name: value.strip() for name, value in found.groupdict().items() if value and value.strip()}
    journal = medium_of(parts.pop("journal").rstrip(" ."))
    date = _month_and_day(parts)
    if not journal.title or journal.title[-1] in ":;" or _NO_JOURNAL.search(journal.title) or date is None:
        return {}
    if pages := parts.pop("pages", ""):
        full = full_pages(pages)
        is_number = re.fullmatch(r"e?\d{4,}|e\d+|[a-z]+\d+", full, re.IGNORECASE) is not None
        parts["articlenumber" if is_number and "-" not in full else "pages"] = full
    if volume := _SUPPLEMENT.fullmatch(parts.get("volume", "")):
        parts |= {"volume": volume["volume"], "supplement": volume["supplement"]}
    if issue := parts.pop("issue", ""):
        parts["number"] = issue
    return {
        "journal": journal.title,
        **journal.fields,
        **date,
        **{name: value for name, value in parts.items() if value},
    }


def imprint(element: str) -> Fields:
    """The fields of `New York: McGraw-Hill; 2002`, also as the AMA prints it, `McGraw-Hill; 2002:93-113`."""
    found = _IMPRINT.fullmatch(element.strip())
    if not found:
        return {}
    parts = {name: value.strip() for name, value in found.groupdict().items() if value and value.strip()}
    whole, date = parts.pop("date"), _month_and_day(parts)
    for name, unknown in (("address", "[place unknown]"), ("publisher", "[publisher unknown]")):
        if parts.get(name) == unknown:
            del parts[name]
    if pages := parts.pop("pages", ""):
        parts["pages"] = full_pages(pages)
    if whole == "[date unknown]":
        return parts
    if date is None or whole.startswith("c") or whole[-1] in "-\N{EN DASH}" or whole.count("-"):
        parts = {name: value for name, value in parts.items() if name not in _PARTS_OF_DATE}
        return {**parts, "bookdate": whole}
    return {**parts, **date}


def whole_date(element: str) -> Fields:
    """The fields of a date that stands alone: `2023 Feb 13`; none where it is none."""
    found = _WHOLE_DATE.fullmatch(element.strip())
    return (
        (_month_and_day({name: value for name, value in found.groupdict().items() if value}) or {})
        if found
        else {}
    )


def _month_and_day(parts: dict[str, str]) -> Fields | None:
    """The date among the parts, which lose it; None where its month is no month."""
    date: dict[str, str] = {name: parts.pop(name) for name in _PARTS_OF_DATE if name in parts}
    if "month" in date:
        month = canonical_month(date["month"].replace(".", ""))
        if isinstance(month, Malformed):
            return None
        date["month"] = month
    return date
