"""A report as a table: typed rows, with the columns that people and programs read of them."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Cell = str | int | float | dt.date | tuple[str, ...] | None
Kind = Literal["words", "list", "count", "share", "tenths", "day", "yes or no"]
Readers = Literal["all", "people", "programs"]


@dataclass(frozen=True)
class Column:
    """One column.

    Args:
        name: of the attribute of each row; the column's name in CSV and JSON.
        heading: as people read it.
        kind: of its cells. A share lies between 0 and 1; a list is a tuple of texts.
        readers: who gets it: programs read CSV and JSON, people the table and the dashboard.
    """

    name: str
    heading: str
    kind: Kind = "words"
    readers: Readers = "all"


@dataclass(frozen=True)
class Figure:
    """A number about the whole report, or a number for each of several names.

    Args:
        name: in JSON.
        words: as people read it.
        value: None where there is nothing to count.
        kind: how it is printed.
    """

    name: str
    words: str
    value: int | float | Mapping[str, int] | None
    kind: Kind = "count"


@dataclass(frozen=True)
class Table:
    """A report.

    Args:
        name: as the command line and JSON have it.
        title: as people read it.
        columns: of all readers.
        rows: each with an attribute for every column.
        figures: about the whole.
        notes: what a reader must know to read it rightly, in sentences.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[object]
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()

    def columns_for(self, readers: Readers) -> list[Column]:
        """The columns that these readers get."""
        return [column for column in self.columns if column.readers in ("all", readers)]

    def cells_for(self, readers: Readers) -> Iterator[list[Cell]]:
        """The cells of each row, in the order of those columns."""
        names = [column.name for column in self.columns_for(readers)]
        return ([getattr(row, name) for name in names] for row in self.rows)


def in_print(cell: Cell, kind: Kind) -> str:
    """A cell as people read it; empty for None."""
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return "; ".join(cell)
    if isinstance(cell, int | float) and kind in ("count", "share", "tenths"):
        return {"count": f"{cell:,}", "share": f"{cell:.1%}", "tenths": f"{cell:.1f}"}[kind]
    if kind == "yes or no":
        return "yes" if cell else "no"
    return str(cell)


def figure_in_print(figure: Figure) -> str:
    """A figure as people read it: `12`, `40.0%`, `Case series 3, Cohort 2`; a dash for nothing to count."""
    if isinstance(figure.value, Mapping):
        counts = (f"{name} {in_print(number, figure.kind)}" for name, number in figure.value.items())
        return ", ".join(counts) or "–"  # noqa: RUF001 - as it is printed
    return in_print(figure.value, figure.kind) or "–"  # noqa: RUF001 - as it is printed
