"""The report as a table for a terminal."""

from collections.abc import Sequence
from itertools import zip_longest

from citewell.feedback_report.report import PageFeedback
from citewell.feedback_report.withholding import FEWEST

_HEAD = ("Page", "Changed", "Yes", "No", "Helpful", "95 % interval", "Reasons of a No")
_TO_THE_RIGHT = {"Yes", "No", "Helpful", "95 % interval"}
_FEW = f"fewer than {FEWEST} answers"


def as_table(lines: Sequence[PageFeedback]) -> str:
    """One line a page, in columns; characters that a terminal would obey are spelled out."""
    rows = [_row(line) for line in lines]
    columns = [[head, *cells] for head, cells in zip(_HEAD, zip(*rows, strict=True), strict=False)]
    padded = [_padded(column, to_the_right=column[0] in _TO_THE_RIGHT) for column in columns]
    return "".join(f"{'  '.join(cells).rstrip()}\n" for cells in zip_longest(*padded))


def _row(line: PageFeedback) -> tuple[str, ...]:
    page = _printable(line.page.id) or "(the first page)"
    if not line.is_current:
        page += f" (earlier: {_printable(line.page.revision)})"
    changed = _printable(line.page.changed)
    if line.helpful is None or line.interval is None:
        few = "no answers" if line.state == "no votes" else _FEW
        return page, changed, "", "", "", "", few
    interval = f"{line.interval.lower:.0%} to {line.interval.upper:.0%}"
    return page, changed, str(line.yes), str(line.no), f"{line.helpful:.0%}", interval, _reasons(line)


def _reasons(line: PageFeedback) -> str:
    ordered = sorted(line.reasons.items(), key=lambda item: -(item[1] or 0))
    words = [f"{_printable(reason)} {count}" for reason, count in ordered if count]
    if None in line.reasons.values():
        words.append("the others withheld" if words else "withheld")
    return ", ".join(words)


def _padded(column: Sequence[str], *, to_the_right: bool) -> list[str]:
    width = max(map(len, column))
    return [cell.rjust(width) if to_the_right else cell.ljust(width) for cell in column]


def _printable(text: str) -> str:
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )
