"""When a work was published, in numbers."""

import re
from dataclasses import dataclass

from citewell.bibliography.dates import month_number
from citewell.exports.works import Fields

_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_ISO_DATE = re.compile(r"([0-9]{4})-(0?[1-9]|1[0-2])(?:-(0?[1-9]|[12][0-9]|3[01]))?")


@dataclass(frozen=True)
class When:
    """A date, as far as it is known.

    Args:
        year: in four digits.
        months: 1 to 12, one or the two ends of a span; empty where they are not known.
        day: 1 to 31, or 0 where it is not known; only beside one month.
        words: the month as typed where it is not one month: "Nov-Dec", "Spring".
    """

    year: int
    months: tuple[int, ...] = ()
    day: int = 0
    words: str = ""


def issued(fields: Fields) -> When | None:
    """The date of the work.

    Where it has no year: the day on which it came online, or the first year of a book that is written on
    without end. None where nothing of it is known.
    """
    year = _YEAR.search(fields.get("year", ""))
    if year:
        return _when(int(year[0]), fields.get("month", ""), fields.get("day", ""))
    return on_day(fields.get("epub", "")) or _first_year(fields.get("bookdate", ""))


def on_day(typed: str) -> When | None:
    """A day typed as YYYY-MM-DD; None for anything else."""
    found = _ISO_DATE.fullmatch(typed)
    if found is None:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    return When(year, (month,), day)


def _first_year(typed: str) -> When | None:
    year = _YEAR.search(typed)
    return When(int(year[0])) if year else None


def _when(year: int, month: str, day: str) -> When:
    if not month:
        return When(year)
    number = month_number(month)
    if number is not None:
        return When(year, (number,), int(day) if day.isdecimal() else 0)
    ends = [month_number(end) for end in month.split("-")]
    months = tuple(end for end in ends if end is not None)
    # "Dec-Jan" does not say in which of two years it begins.
    is_span = len(months) == len(ends) and months == tuple(sorted(months))
    return When(year, months if is_span else (), words=month)
