"""Reports as JSON, for other programs."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping

from citewell.report.table import Cell, Kind, Table

_DIGITS = 4


def as_json(tables: Iterable[Table], day: dt.date, errors: int) -> str:
    """The reports by their names, in ASCII: no character of a page reaches a terminal as it is.

    null stands for what is not known.

    Args:
        tables: of the reports.
        day: that dates were held against.
        errors: of the sources, which may hide something from the reports.
    """
    document = {
        "day": day.isoformat(),
        "errors_in_sources": errors,
        "reports": {table.name: _report(table) for table in tables},
    }
    return f"{json.dumps(document, indent=1)}\n"


def _report(table: Table) -> dict[str, object]:
    columns = table.columns_for("programs")
    return {
        "title": table.title,
        "figures": {figure.name: _figure(figure.value) for figure in table.figures},
        "notes": table.notes,
        "rows": [
            {column.name: _value(cell, column.kind) for cell, column in zip(cells, columns, strict=True)}
            for cells in table.cells_for("programs")
        ],
    }


def _figure(value: float | Mapping[str, int] | None) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return round(value, _DIGITS) if isinstance(value, float) else value


def _value(cell: Cell, kind: Kind) -> object:
    if kind == "yes or no":
        return bool(cell)
    if isinstance(cell, float):
        return round(cell, _DIGITS)
    return cell.isoformat() if isinstance(cell, dt.date) else cell
