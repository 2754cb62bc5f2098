"""The page of the dashboard.

It is made of elements alone, and its policy lets nothing in but its own style sheet, by its hash: what a
title, a query or a name holds stays words, and the page asks nothing of anybody.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.days import in_words
from citewell.output import printable
from citewell.report import citation_use, claim_ledger, reading_grades, review_calendar, searches
from citewell.report.dashboard.plot import Plot, plot_element
from citewell.report.dashboard.plots import (
    certainty_of_claims,
    citations_by_year,
    clicks_by_review,
    grade_distribution,
    reviews_due,
)
from citewell.report.reports import Reports
from citewell.report.table import Cell, Column, Table, figure_in_print, in_print

MOST_ROWS = 100
"""Of a table: the first are those to look at first, and the command prints all."""
WARNING = "For editors. This page is not published: keep it out of docs/ and of site/."
_STYLES = Path(__file__).with_name("dashboard.css")
_NUMBERS = ("count", "share", "tenths")


def dashboard(reports: Reports, site_name: str) -> str:
    """The page, as HTML.

    Args:
        reports: what it shows.
        site_name: as the publisher calls it; may be empty.
    """
    styles = _STYLES.read_text(encoding="utf-8")
    title = f"Editors’ dashboard{': ' if site_name else ''}{printable(site_name)}"  # noqa: RUF001 - as printed
    html = etree.Element("html", {"lang": "en"})
    html.append(_head(title, styles))
    body = etree.SubElement(html, "body")
    header = etree.SubElement(body, "header")
    etree.SubElement(header, "p", {"class": "warning"}).text = WARNING
    etree.SubElement(header, "h1").text = title
    etree.SubElement(header, "p").text = f"As of {in_words(reports.day)}."
    if reports.errors:
        etree.SubElement(header, "p", {"class": "warning"}).text = (
            f"The sources have errors ({reports.errors:,}), which may hide something from these reports. "
            "citewell check lists them."
        )
    tables = list(reports.tables())
    contents = etree.SubElement(etree.SubElement(body, "nav", {"aria-label": "Reports"}), "ul")
    main = etree.SubElement(body, "main")
    for table in tables:
        link = etree.SubElement(etree.SubElement(contents, "li"), "a", {"href": f"#{table.name}"})
        link.text = table.title
        main.append(_section(table, _plots(reports, table.name)))
    return f"<!doctype html>\n{etree.tostring(html, encoding='unicode', method='html')}\n"


def policy(styles: str) -> str:
    """The Content-Security-Policy of the page: its style sheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _head(title: str, styles: str) -> etree.Element:
    head = etree.Element("head")
    etree.SubElement(head, "meta", {"charset": "utf-8"})
    etree.SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": policy(styles)})
    for name, content in (
        ("referrer", "no-referrer"),
        ("robots", "noindex, nofollow"),
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
    ):
        etree.SubElement(head, "meta", {"name": name, "content": content})
    etree.SubElement(head, "title").text = title
    etree.SubElement(head, "link", {"rel": "icon", "href": "data:,"})  # or a browser would ask for one
    etree.SubElement(head, "style").text = styles
    return head


def _plots(reports: Reports, name: str) -> list[Plot]:
    if name == review_calendar.NAME:
        return [reviews_due(reports.reviews, reports.day)]
    if name == citation_use.NAME:
        return [citations_by_year(reports.uses, reports.day)]
    if name == claim_ledger.NAME:
        return [certainty_of_claims(reports.claims)]
    if name == searches.NAME:
        return [clicks_by_review(reports.searches)]
    return [grade_distribution(reports.grades, part, aim) for part, aim in reading_grades.AIMS.items()]


def _section(table: Table, plots: Sequence[Plot]) -> etree.Element:
    section = etree.Element("section", {"id": table.name})
    etree.SubElement(section, "h2").text = table.title
    figures = etree.SubElement(section, "dl")
    for figure in table.figures:
        pair = etree.SubElement(figures, "div")
        etree.SubElement(pair, "dt").text = figure.words
        kind = {"class": "counts"} if isinstance(figure.value, Mapping) else {}
        etree.SubElement(pair, "dd", kind).text = printable(figure_in_print(figure))
    drawn = etree.SubElement(section, "div", {"class": "plots"})
    drawn.extend(plot_element(plot) for plot in plots)
    for note in _notes(table):
        etree.SubElement(section, "p", {"class": "note"}).text = printable(note)
    if table.rows:
        section.append(_rows(table))
    return section


def _notes(table: Table) -> Iterator[str]:
    yield from table.notes
    if len(table.rows) > MOST_ROWS:
        yield (
            f"The first {MOST_ROWS} of {len(table.rows):,} rows. All of them: "
            f"citewell report --only {table.name} --format csv"
        )


def _rows(table: Table) -> etree.Element:
    """The table, in a box that scrolls where the screen is narrow."""
    name = f"{table.name}-rows"
    box = etree.Element("div", {"class": "rows", "role": "region", "tabindex": "0", "aria-labelledby": name})
    shown = etree.SubElement(box, "table")
    etree.SubElement(shown, "caption", {"id": name}).text = f"{table.title}, row by row"
    columns = table.columns_for("people")
    head = etree.SubElement(etree.SubElement(shown, "thead"), "tr")
    for column in columns:
        etree.SubElement(head, "th", {"scope": "col", **_class(column)}).text = column.heading
    body = etree.SubElement(shown, "tbody")
    for _, cells in zip(range(MOST_ROWS), table.cells_for("people"), strict=False):
        row = etree.SubElement(body, "tr")
        for at, (cell, column) in enumerate(zip(cells, columns, strict=True)):
            row.append(_cell(cell, column, is_head=at == 0))
    return box


def _cell(cell: Cell, column: Column, *, is_head: bool) -> etree.Element:
    element = etree.Element("th", {"scope": "row"}) if is_head else etree.Element("td", _class(column))
    if isinstance(cell, tuple) and len(cell) > 1:
        listed = etree.SubElement(element, "ul")
        for words in cell:
            etree.SubElement(listed, "li").text = printable(words)
    else:
        element.text = printable(in_print(cell, column.kind))
    return element


def _class(column: Column) -> dict[str, str]:
    return {"class": "number"} if column.kind in _NUMBERS else {}
