"""Days as references print them: 2022 Apr 4, April 4, 2022, 4 April 2022, 2022-04-04."""

import datetime as dt
import re

from citewell.bibliography.dates import month_number

DAY = (
    r"(?:\d{4}-\d\d?-\d\d?|\d{4},? [A-Z][a-z]+\.? \d{1,2}|"
    r"[A-Z][a-z]+\.? \d{1,2}, ?\d{4}|\d{1,2} [A-Z][a-z]+\.?,? \d{4})"
)
"""What looks like one of them, as a regular expression."""

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[A-Za-z]+")
_OF_A_YEAR = 4


def iso_day(printed: str) -> str:
    """The day as YYYY-MM-DD; empty for what is none."""
    numbers = _NUMBER.findall(printed)
    word = _WORD.search(printed)
    year = next((number for number in numbers if len(number) == _OF_A_YEAR), "")
    others = [number for number in numbers if number != year]
    month = month_number(word.group()) if word else int(others[0]) if others else None
    day = others[-1] if others else ""
    try:
        return dt.date(int(year), month or 0, int(day)).isoformat()
    except ValueError:
        return ""
