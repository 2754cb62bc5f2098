"""Tables of HTML that Markdown has a form for."""

from citewell.start.old_article.html_node import HtmlNode

_TOO_MUCH = ("ul", "ol", "table", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote")


class UnfitTableError(ValueError):
    """A table that has no form in Markdown; its text says why."""


def table_rows(node: HtmlNode, widest: int) -> list[list[HtmlNode]]:
    """The cells of a table, row by row.

    Raises:
        UnfitTableError: it is too wide to be read on a phone, its cells are joined, its rows are of several
            lengths, or a cell holds more than a line of words.
    """
    rows = [list(row.all("th", "td")) for row in node.all("tr")]
    rows = [row for row in rows if row]
    if not rows:
        raise UnfitTableError("A table without cells")
    if any(len(row) > widest for row in rows):
        raise UnfitTableError(f"A table of more than {widest} columns, too wide for a phone")
    joined = any(
        (cell.get(name) or "1") != "1" for row in rows for cell in row for name in ("colspan", "rowspan")
    )
    if joined or len({len(row) for row in rows}) > 1:
        raise UnfitTableError("A table whose cells are joined")
    if any(cell.first(*_TOO_MUCH) for row in rows for cell in row):
        raise UnfitTableError("A table with lists or tables in its cells")
    return rows
