"""A report as CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
import io

from citewell.report.table import Cell, Kind, Table
from citewell.spreadsheet_text import as_cell_on_one_line

BETWEEN = " | "
"""Parts the texts of a list."""
_DIGITS = 4


def as_csv(table: Table) -> str:
    """A row for each row of the report, under the names of the columns. What is not known is empty."""
    text = io.StringIO()
    writer = csv.writer(text)
    columns = table.columns_for("programs")
    writer.writerow(column.name for column in columns)
    kinds = [column.kind for column in columns]
    for cells in table.cells_for("programs"):
        writer.writerow(_cell(cell, kind) for cell, kind in zip(cells, kinds, strict=True))
    return text.getvalue()


def _cell(cell: Cell, kind: Kind) -> str:
    if cell is None:
        return ""
    if kind == "yes or no":
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.{_DIGITS}f}"
    if isinstance(cell, tuple):
        return as_cell_on_one_line(BETWEEN.join(cell))
    return as_cell_on_one_line(str(cell))
