"""A report as CSV (RFC 4180), safe to open in a spreadsheet."""

import csv
import io

from citewell.report.table import Cell, Kind, Table

BETWEEN = " | "
"""Parts the texts of a list."""
_DIGITS = 4
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 (full width)


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
        return _text(BETWEEN.join(cell))
    return _text(str(cell))


def _text(value: str) -> str:
    """A cell that a spreadsheet takes for text.

    Source: https://owasp.org/www-community/attacks/CSV_Injection
    """
    clean = "".join(character if character.isprintable() else " " for character in value)
    return f"'{clean}" if value.startswith(_BEGINS_A_FORMULA) or clean[:1] == " " else clean
