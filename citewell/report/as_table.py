"""Reports as tables for a terminal, as wide as it is."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from unicodedata import combining, east_asian_width

from citewell.output import printable
from citewell.report.table import Column, Table, figure_in_print, in_print

WIDE = 160
"""Characters in a line where no terminal says how wide it is."""
_GAP = "  "
_NARROWEST = 10
_TO_THE_RIGHT = ("count", "share", "tenths")


def as_table(tables: Iterable[Table], width: int = WIDE) -> str:
    """The reports under one another; a cell that is too long goes on under itself, and nothing is cut off.

    Args:
        tables: of the reports.
        width: of a line, in characters. Where it is too narrow for the columns, lines are longer.
    """
    return "\n".join("".join(f"{line.rstrip()}\n" for line in _lines(table, width)) for table in tables)


def _lines(table: Table, width: int) -> Iterator[str]:
    yield printable(table.title)
    yield "=" * len(table.title)
    columns = table.columns_for("people")
    rows = [
        [printable(in_print(cell, column.kind)) for cell, column in zip(cells, columns, strict=True)]
        for cells in table.cells_for("people")
    ]
    if rows:
        heads = [column.heading for column in columns]
        widths = _widths([heads, *rows], width)
        yield from _row(heads, columns, widths)
        yield _GAP.join("-" * width for width in widths)
        for row in rows:
            yield from _row(row, columns, widths)
    for figure in table.figures:
        yield f"{figure.words}: {printable(figure_in_print(figure))}"
    for note in table.notes:
        yield from wrap(printable(note), width)


def _row(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    parts = [
        wrap(cell, width, break_on_hyphens=False) if len(cell) > width else [cell]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for line in zip_longest(*parts, fillvalue=""):
        yield _GAP.join(
            _padded(part, width, to_the_right=column.kind in _TO_THE_RIGHT)
            for part, column, width in zip(line, columns, widths, strict=True)
        )


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: its longest cell, and less for the widest where the line has no room.

    A word is broken, and a path with it, only where the line has no room for the longest ones.
    """
    columns = list(zip(*rows, strict=True))
    widths = [max(map(_places, cells)) for cells in columns]
    least = [max(_places(word) for cell in cells for word in (cell.split() or [""])) for cells in columns]
    room = width - len(_GAP) * (len(widths) - 1)
    if sum(least) > room:
        least = [min(places, _NARROWEST) for places in least]
    while sum(widths) > room and widths != least:
        at = max(range(len(widths)), key=lambda column: (widths[column] > least[column], widths[column]))
        others = [places for places in widths if places < widths[at]]
        too_much = sum(widths) - room
        widths[at] = max(least[at], widths[at] - too_much, min(max(others, default=0), widths[at] - 1))
    return widths


def _padded(cell: str, width: int, *, to_the_right: bool) -> str:
    room = " " * (width - _places(cell))
    return room + cell if to_the_right else cell + room


def _places(text: str) -> int:
    """How many places of a terminal a text takes: two for a wide character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(sign) else 1 + (east_asian_width(sign) in "WF") for sign in text)
