"""`citewell report`."""

import argparse
import shutil
import sys
from pathlib import Path

from citewell.days import today
from citewell.output import printable
from citewell.report import searches
from citewell.report.as_csv import as_csv
from citewell.report.as_json import as_json
from citewell.report.as_table import WIDE, as_table
from citewell.report.dashboard.document import dashboard
from citewell.report.reports import NAMES, Reports, make_reports
from citewell.report.search_console import SearchExport, SearchExportError, read_search_export
from citewell.report.search_files import read_search_files
from citewell.report.searches import is_address
from citewell.report.unpublished import PublishedPlaceError, refuse_published_place
from citewell.site import PAGES, load_site

_FORMATS = ("table", "csv", "json")
_WHAT = (
    "Reports for editors: reviews of all pages, who cites which work, every claim, the reading grades, and "
    "from an export of Google Search Console how pages were found. --html writes them as one page with "
    "plots, which is not published."
)


class _MistypedError(Exception):
    """The command cannot be run as it was typed. The message says what to type instead."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `report` to the command line."""
    report = commands.add_parser("report", help="report reviews, works, claims, grades", description=_WHAT)
    add = report.add_argument
    add("folder", nargs="?", type=Path, default=Path(), help="the project's folder (default: this one)")
    add("--only", action="append", choices=NAMES, help="this report alone; may be repeated (all)")
    add("--format", choices=_FORMATS, help="how to print it (table; with --html alone nothing is printed)")
    add("--html", type=Path, metavar="FILE", help="write the dashboard to this file, outside docs/ and site/")
    add(
        "--searches",
        action="append",
        type=Path,
        metavar="FILE",
        help="an export of Google Search Console: the zip, its folder, or a CSV of it; may be repeated",
    )
    add(
        "--site",
        default="",
        metavar="ADDRESS",
        help="of the site's first page, as the export names its pages",
    )
    report.set_defaults(run=_report)


def _report(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    try:
        names = _names(options)
        if options.html:
            refuse_published_place(options.html, folder)
        export = _export(options)
    except (_MistypedError, PublishedPlaceError) as error:
        print(f"citewell: {error}", file=sys.stderr)
        return 2
    except SearchExportError as error:
        print(f"citewell: {printable(str(error))}", file=sys.stderr)
        return 1
    day = today()
    site, problems = load_site(folder, day)
    reports = make_reports(site, problems, names, day, export=export, address=options.site)
    if options.html:
        options.html.write_text(dashboard(reports, site.data.publisher.name), encoding="utf-8")
        print(f"Written: {options.html}", file=sys.stderr)
    if options.format or not options.html:
        print(_printed(reports, options.format), end="")
    if reports.errors:
        advice = "which may hide something from these reports: mend what `citewell check` says"
        print(f"citewell: the sources have errors ({reports.errors}), {advice}", file=sys.stderr)
    return 1 if reports.errors else 0


def _names(options: argparse.Namespace) -> frozenset[str]:
    """The reports that are asked for."""
    folder: Path = options.folder
    if not (folder / PAGES).is_dir():
        raise _MistypedError(
            f"{folder / PAGES} is no folder. Name the project's folder: citewell report FOLDER"
        )
    if not options.only:
        names = frozenset(NAMES if options.searches else set(NAMES) - {searches.NAME})
    else:
        names = frozenset(options.only)
        if options.searches and searches.NAME not in names:
            raise _MistypedError(f"Add --only {searches.NAME}, or leave --searches out")
        if searches.NAME in names and not options.searches:
            raise _MistypedError("Add --searches FILE, an export of Google Search Console")
    if options.format == "csv" and len(names) > 1:
        one = " or ".join(f"--only {name}" for name in NAMES if name in names)
        raise _MistypedError(f"CSV is one table. Name one report: {one}")
    return names


def _export(options: argparse.Namespace) -> SearchExport | None:
    """What Search Console says; None where it was not asked."""
    if not options.searches:
        return None
    export = read_search_export(file for path in options.searches for file in read_search_files(path))
    if searches.names_pages(export) and not is_address(options.site):
        raise _MistypedError(
            "The export names pages by their whole addresses. Add that of the site's first page: "
            "--site https://example.org/"
        )
    if foreign := searches.first_foreign_page(export, options.site):
        raise _MistypedError(
            f"No page of the export begins with {options.site}; the first is {printable(foreign)}. "
            "Correct --site, or export the property of this site"
        )
    return export


def _printed(reports: Reports, form: str | None) -> str:
    tables = reports.tables()
    if form == "csv":
        return "".join(map(as_csv, tables))
    if form == "json":
        return as_json(tables, reports.day, reports.errors)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDE
    return as_table(tables, width)
