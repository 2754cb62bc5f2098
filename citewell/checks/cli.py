"""`citewell check`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from citewell.checks.run import run
from citewell.days import today
from citewell.output import as_text
from citewell.problem import Problem
from citewell.site import BIBLIOGRAPHY, PAGES, load_site

_WHAT = f"Reads {PAGES}/, {BIBLIOGRAPHY} and {PAGES}/_data and prints one line for each fault."


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `check` to the command line."""
    check = commands.add_parser(
        "check", help="say what to mend in the pages and the bibliography, and where", description=_WHAT
    )
    check.add_argument(
        "folder", nargs="?", type=Path, default=Path(), help="the project's folder (default: this one)"
    )
    check.set_defaults(run=lambda options: _check(options.folder))


def _check(folder: Path) -> int:
    if not (folder / PAGES).is_dir():
        print(
            f"citewell: {folder / PAGES} is no folder. Run this where {PAGES}/ and {BIBLIOGRAPHY} stand, "
            f"or name that folder: citewell check FOLDER",
            file=sys.stderr,
        )
        return 2
    site, problems = load_site(folder, today())
    problems = sorted({*problems, *run(site)})
    if problems:
        print(as_text(problems))
    print(_summary(problems, pages=len(site.pages), references=len(site.library)))
    return 1 if any(problem.level == "error" for problem in problems) else 0


def _summary(problems: Sequence[Problem], *, pages: int, references: int) -> str:
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    return (
        f"{count(pages, 'page')} and {count(references, 'reference')} read: "
        f"{count(errors, 'error')}, {count(warnings, 'warning')}"
    )


def count(number: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
