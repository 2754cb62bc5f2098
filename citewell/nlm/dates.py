"""Dates: year, month in three letters, day.

Citing Medicine, ch. 1 (Journals), "Date of Publication": `2017 Oct 15`; months are translated into English
and cut to three letters, seasons are not; a range has a hyphen: `2012 Jan-Feb`.
"""

import re
from functools import lru_cache

from citewell.nlm.punctuation import hyphenated, tidy

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPELT_OUT = (
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
)
_WORDS = {
    **{word: month for names in _SPELT_OUT for word, month in zip(names.split(), _MONTHS, strict=True)},
    **{month.casefold(): month for month in _MONTHS},
    "sept": "Sep",
    **{season.casefold(): season for season in ("Spring", "Summer", "Autumn", "Fall", "Winter")},
}
_WORD = re.compile(r"[^\W\d_]+\.?")
_BETWEEN_MONTHS = re.compile(r"\s*[-/&]\s*|\s+(?:and|to)\s+")
_MONTH_NUMBERS = re.compile(r"(\d{1,2})(?:-(\d{1,2}))?")
_DAY_FIRST = re.compile(r"(\d{1,2}(?:-\d{1,2})?)(?:st|nd|rd|th)? ([A-Z][a-z]{2})")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b|\b0+(?=\d)")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:T.*)?")
_UNDATED = frozenset({"n.d.", "n.d", "nd", "no date"})


def printed_date(year: str, month: str = "", day: str = "") -> str:
    """A date from its fields, or an empty text where there is no year.

    Args:
        year: as typed: "2017", "c2005", "2023-".
        month: as typed: "oct", "October", "10", "Jan-Feb", "Spring", "April 3--5".
        day: as typed: "15", "03", "3--5"; left out where there is no month.
    """
    printed_year = hyphenated(tidy(year))
    if not printed_year or printed_year.casefold() in _UNDATED:
        return ""
    when = printed_month(month)
    if when and day and not when[-1].isdigit():
        when += f" {_ORDINAL.sub('', hyphenated(tidy(day)))}"
    return f"{printed_year} {when}".rstrip()


@lru_cache(maxsize=512)
def printed_month(month: str) -> str:
    """A month, a season or a range of them; words that name neither stay as typed."""
    typed = _BETWEEN_MONTHS.sub("-", hyphenated(tidy(month)))
    numbers = _MONTH_NUMBERS.fullmatch(typed)
    if numbers:
        return "-".join(_month_of_number(number) for number in numbers.groups() if number)
    named = _WORD.sub(lambda found: _WORDS.get(found[0].rstrip(".").casefold(), found[0]), typed)
    day_first = _DAY_FIRST.fullmatch(named)
    return f"{day_first[2]} {day_first[1]}" if day_first else _ORDINAL.sub("", named)


def printed_iso_date(text: str) -> str:
    """`2026-11-22` as `2026 Nov 22`, `2002-04-03/2002-04-05` as `2002 Apr 3-5`; other words as typed."""
    first, _, last = tidy(text).partition("/")
    begin, end = _ISO_DATE.fullmatch(first.strip()), _ISO_DATE.fullmatch(last.strip())
    if not begin:
        return hyphenated(tidy(text))
    printed = printed_date(*begin.groups(default=""))
    if not end or end.groups() == begin.groups():
        return printed
    # What both days share stands once: 2002 Apr 3-5, 2002 Apr 30-May 2, 2002 Dec 30-2003 Jan 2.
    shared = 0 if begin[1] != end[1] else 1 if begin[2] != end[2] else 2
    return f"{printed}-{' '.join(printed_date(*end.groups(default='')).split(' ')[shared:])}"


def _month_of_number(number: str) -> str:
    position = int(number)
    return _MONTHS[position - 1] if 1 <= position <= len(_MONTHS) else number
