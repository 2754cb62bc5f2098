"""The report as CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Sequence

from citewell.feedback_report.report import PageFeedback
from citewell.spreadsheet_text import as_cell_on_one_line

WITHHELD = "withheld"
_DIGITS = 4
_COLUMNS = (
    "page",
    "title",
    "revision",
    "current",
    "changed",
    "state",
    "yes",
    "no",
    "helpful",
    "lower",
    "upper",
)


def as_csv(lines: Sequence[PageFeedback]) -> str:
    """A row a page, then a column for each reason; “withheld” stands where a number is."""
    text = io.StringIO()
    writer = csv.writer(text)
    reasons = list(lines[0].reasons) if lines else []
    writer.writerow([*_COLUMNS, *map(as_cell_on_one_line, reasons)])
    writer.writerows(_row(line) for line in lines)
    return text.getvalue()


def _row(line: PageFeedback) -> list[str]:
    page = line.page
    words = [
        as_cell_on_one_line(page.id),
        as_cell_on_one_line(page.title),
        as_cell_on_one_line(page.revision),
    ]
    words += ["yes" if line.is_current else "no", as_cell_on_one_line(page.changed), line.state]
    shares = (line.helpful, *((line.interval.lower, line.interval.upper) if line.interval else (None, None)))
    nothing = WITHHELD if line.state == WITHHELD else ""
    numbers = [_count(line.yes), _count(line.no)]
    numbers += [nothing if share is None else f"{share:.{_DIGITS}f}" for share in shares]
    return [*words, *numbers, *map(_count, line.reasons.values())]


def _count(number: int | None) -> str:
    return WITHHELD if number is None else str(number)
