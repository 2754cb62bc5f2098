"""The parts of a date as editors type them, checked."""

import calendar
import re
from datetime import date

from citewell.bibliography.fault import Malformed

_YEAR = re.compile(r"(?:1[4-9]|20|21)[0-9][0-9]")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY = re.compile(r"0?[1-9]|[12][0-9]|3[01]")
_BETWEEN = re.compile(r"\s*(?:-{1,3}|[\u2013\u2014/])\s*")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT_MONTHS = {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_SEASONS = {"spring", "summer", "autumn", "fall", "winter"}
_DECEMBER = 12


def canonical_year(typed: str) -> str | Malformed:
    """Four digits, from 1400 to 2199."""
    if _YEAR.fullmatch(typed):
        return typed
    return Malformed(
        "Write the year in four digits, as in year = {2013}; for a work not yet dated, write "
        "pubstate = {Epub ahead of print} instead, and for a span of years, bookdate = {2019-2021}"
    )


def canonical_month(typed: str) -> str | Malformed:
    """A month or season as typed, or two with a hyphen between them: "Oct", "10", "Jan-Feb", "Winter"."""
    parts = _BETWEEN.split(typed)
    if 1 <= len(parts) <= 2 and all(_is_month(part) for part in parts):  # noqa: PLR2004 - a span has two ends
        return "-".join(parts)
    return Malformed(
        "Write the month as month = {Oct}, month = {10} or month = {Jan-Feb}; the day has its own field, day"
    )


def _is_month(typed: str) -> bool:
    return typed.lower() in _SEASONS or month_number(typed) is not None


def month_number(typed: str) -> int | None:
    """1 to 12 for "Oct", "oct.", "October" or "10"; None for anything else."""
    word = typed.lower().rstrip(".")
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 2 and 1 <= int(word) <= _DECEMBER else None  # noqa: PLR2004
    return _MONTHS.get(word) or _SHORT_MONTHS.get(word)


def canonical_day(typed: str) -> str | Malformed:
    """1 to 31, without a leading zero."""
    if _DAY.fullmatch(typed):
        return typed.lstrip("0")
    return Malformed("Write the day as a number from 1 to 31, as in day = {15}")


def is_real_day(year: str, month: str, day: str) -> bool:
    """Whether this day exists; true where the year or month leaves it open."""
    number = month_number(month)
    if number is None or not year:
        return True
    return int(day) <= calendar.monthrange(int(year), number)[1]


def canonical_date(typed: str) -> str | Malformed:
    """A real day as YYYY-MM-DD."""
    match = _ISO_DATE.fullmatch(typed)
    try:
        return date(*map(int, match.groups())).isoformat() if match else _malformed_date()
    except ValueError:
        return _malformed_date()


def _malformed_date() -> Malformed:
    return Malformed("Write the date as year-month-day, as in 2024-03-09")


def split_date(typed: str) -> dict[str, str] | Malformed:
    """BibLaTeX's `date` as the fields `year`, `month` and `day`, as far as it goes."""
    match = _PARTIAL_DATE.fullmatch(typed)
    if match is None:
        return Malformed("Write year = {2013}, month = {Dec} and day = {15} instead of `date`")
    parts = dict(zip(("year", "month", "day"), match.groups(), strict=True))
    return {name: value.lstrip("0") for name, value in parts.items() if value}


def canonical_partial_date(typed: str) -> str | Malformed:
    """BibLaTeX's `date` as typed, if it can be taken apart."""
    parts = split_date(typed)
    return parts if isinstance(parts, Malformed) else typed
