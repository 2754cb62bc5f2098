"""`citewell feedback report`."""

import argparse
import sys
from pathlib import Path

from citewell.collector.pages_source import pages_source
from citewell.collector.site_pages import SitePagesError
from citewell.collector.tally_file import TallyError
from citewell.collector.totals import read_totals
from citewell.feedback_report.as_csv import as_csv
from citewell.feedback_report.as_json import as_json
from citewell.feedback_report.as_table import as_table
from citewell.feedback_report.report import feedback_report
from citewell.feedback_report.withholding import FEWEST

_FORMATS = {"table": as_table, "csv": as_csv, "json": as_json}
_WHAT = (
    "Lists the pages with their readers' answers since each page's last change: how many found it helpful, "
    "the 95 percent interval of that share (Wilson 1927) and the reasons of the others. First stands the "
    f"page that most surely does not help. Totals under {FEWEST} are withheld."
)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `feedback report` to the command line."""
    feedback = commands.add_parser("feedback", help="report what readers answered to “Was this helpful?”")
    reports = feedback.add_subparsers(dest="feedback_command", required=True, metavar="COMMAND")
    report = reports.add_parser("report", help="list the pages by how helpful they are", description=_WHAT)
    add = report.add_argument
    add("--database", required=True, type=Path, help="the file that `citewell collect` counts in")
    add("--pages", required=True, help="the built site's pages.json: a path, or its address on the web")
    add("--format", choices=_FORMATS, default="table", help="how to print it (%(default)s)")
    add(
        "--all-revisions",
        action="store_true",
        help="list the answers to earlier revisions too, and to pages that the site has no more",
    )
    report.set_defaults(run=_report)


def _report(options: argparse.Namespace) -> int:
    try:
        pages = pages_source(options.pages).read() or ()
        totals = read_totals(options.database)
    except (SitePagesError, TallyError) as error:
        print(f"citewell: {error}", file=sys.stderr)
        return 1
    lines = feedback_report(pages, totals, all_revisions=options.all_revisions)
    print(_FORMATS[options.format](lines), end="")
    return 0
