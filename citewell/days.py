"""Days: which one it is, and how one is printed."""

import datetime as dt
import os

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)

_FARTHEST_EAST = dt.timedelta(hours=14)  # Kiribati


def today() -> dt.date:
    """The latest day that it is anywhere, which no date that somebody typed today can be after."""
    return (dt.datetime.now(dt.UTC) + _FARTHEST_EAST).date()


def build_day() -> dt.date:
    """The day of SOURCE_DATE_EPOCH where it is set: the same commit gives the same bytes. Else the day.

    Source: https://reproducible-builds.org/docs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    return now.date()


def in_words(day: dt.date) -> str:
    """A day as the NHS content guide prints it, 6 August 2018, whatever the machine's locale is."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
