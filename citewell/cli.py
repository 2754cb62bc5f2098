"""The command line: `citewell check`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from citewell import __version__
from citewell.checks.run import run
from citewell.days import today
from citewell.output import as_text
from citewell.problem import Problem
from citewell.site import BIBLIOGRAPHY, PAGES, load_site


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        the exit code: 0 when no error was found, 1 when one was, 2 when the command was mistyped.
    """
    parser = argparse.ArgumentParser(prog="citewell", description="Health pages whose claims can be checked.")
    parser.add_argument("--version", action="version", version=f"citewell {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check", help="say what to mend in the pages and the bibliography, and where", description=_CHECK
    )
    check.add_argument(
        "folder", nargs="?", type=Path, default=Path(), help="the project's folder (default: this one)"
    )
    options = parser.parse_args(arguments)
    return _check(options.folder)


_CHECK = f"Reads {PAGES}/, {BIBLIOGRAPHY} and {PAGES}/_data and prints one line for each fault."


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
        f"{_count(pages, 'page')} and {_count(references, 'reference')} read: "
        f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
