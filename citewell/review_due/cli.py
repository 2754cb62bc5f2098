"""`citewell review-due`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from citewell.days import in_words, today
from citewell.output import printable
from citewell.review_due.due_page import DuePage, due_pages
from citewell.review_due.issue import LABEL, Issue, new_issues
from citewell.site import PAGES, load_site

_DAYS = 30
_WHAT = (
    "Lists the pages whose next review is overdue or due within some days. With --issues, also writes a file "
    "for each of them that has no issue yet, as GitHub takes it: gh api repos/OWNER/NAME/issues --input FILE."
)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `review-due` to the command line."""
    due = commands.add_parser("review-due", help="list the pages to be reviewed again", description=_WHAT)
    add = due.add_argument
    add("folder", nargs="?", type=Path, default=Path(), help="the project's folder (default: this one)")
    add("--within", type=int, default=_DAYS, metavar="DAYS", help="how far to look ahead (%(default)s)")
    add("--format", choices=("table", "json"), default="table", help="how to print them (%(default)s)")
    add("--issues", type=Path, metavar="FOLDER", help="write the issues that are missing into this folder")
    add("--known", type=Path, metavar="FILE", help="the titles of the issues that are there, one a line")
    due.set_defaults(run=_review_due)


def _review_due(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    if not (folder / PAGES).is_dir():
        print(f"citewell: {folder / PAGES} is no folder. Name the project's folder", file=sys.stderr)
        return 2
    day = today()
    site, problems = load_site(folder, day)
    if any(problem.level == "error" for problem in problems):
        advice = "Facts that cannot be read hide the day of a review. Mend what `citewell check` says"
        print(f"citewell: {advice}", file=sys.stderr)
        return 1
    pages = due_pages(site.pages, day, options.within)
    print(_as_json(pages) if options.format == "json" else _as_table(pages, options.within))
    if options.issues is not None:
        known = options.known.read_text(encoding="utf-8").splitlines() if options.known else []
        _write(new_issues(pages, frozenset(known)), options.issues)
    return 0


def _write(issues: Sequence[Issue], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, issue in enumerate(issues, start=1):
        said = {"title": issue.title, "body": issue.body, "labels": [LABEL]}
        (folder / f"{number:04}.json").write_text(json.dumps(said), encoding="utf-8")
    print(f"Issues to be opened: {len(issues)}", file=sys.stderr)


def _as_table(pages: Sequence[DuePage], within: int) -> str:
    if not pages:
        return f"No page is to be reviewed again within {within} days."
    return "\n".join(
        f"{'overdue since' if page.is_overdue else 'due by'} {in_words(page.due)}: {printable(page.path)}"
        for page in pages
    )


def _as_json(pages: Sequence[DuePage]) -> str:
    return json.dumps(
        [
            {
                "path": page.path,
                "title": page.title,
                "due": page.due.isoformat(),
                "overdue": page.is_overdue,
                "reviewer": page.reviewer,
            }
            for page in pages
        ],
        indent=1,
    )
