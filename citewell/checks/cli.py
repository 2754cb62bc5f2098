"""`citewell check` and `citewell rules`."""

import argparse
import sys
from pathlib import Path

from citewell.checking import Checked, check_change, check_project
from citewell.days import today
from citewell.facts import nearest
from citewell.git import GitError
from citewell.output import as_annotations, as_json, as_summary, as_text
from citewell.registry.run import ALL
from citewell.site import BIBLIOGRAPHY, PAGES

_WHAT = f"Reads {PAGES}/, {BIBLIOGRAPHY} and {PAGES}/_data and prints one line for each fault."
_FORMATS = ("text", "github", "json")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `check` and `rules` to the command line."""
    check = commands.add_parser(
        "check", help="say what to mend in the pages and the bibliography, and where", description=_WHAT
    )
    check.add_argument(
        "folder", nargs="?", type=Path, default=Path(), help="the project's folder (default: this one)"
    )
    check.add_argument(
        "--changed",
        metavar="BASE",
        help="tell what the change since this branch or commit makes wrong, and what must be mended anyway",
    )
    check.add_argument(
        "--quick",
        action="store_true",
        help="with --changed: read the changed pages and those beside them alone, while you write",
    )
    check.add_argument(
        "--format", choices=_FORMATS, default="text", help="lines, annotations for GitHub, or JSON (text)"
    )
    check.add_argument(
        "--summary", type=Path, metavar="FILE", help="add a summary in Markdown to the end of this file"
    )
    check.set_defaults(run=_check)
    rules = commands.add_parser("rules", help="list the rules, or explain one", description=_RULES)
    rules.add_argument("name", nargs="?", help="the rule to explain")
    rules.set_defaults(run=_rules)


_RULES = "Without a name, lists every rule with what it promises. With a name, says why, and shows examples."


def _check(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    if not (folder / PAGES).is_dir():
        print(
            f"citewell: {folder / PAGES} is no folder. Run this where {PAGES}/ and {BIBLIOGRAPHY} stand, "
            f"or name that folder: citewell check FOLDER",
            file=sys.stderr,
        )
        return 2
    try:
        checked = (
            check_change(folder, options.changed, today(), quick=options.quick)
            if options.changed
            else check_project(folder, today())
        )
    except GitError as error:
        print(f"citewell: {error}. Name a branch or a commit that is here: --changed main", file=sys.stderr)
        return 2
    closing = _closing(checked)
    if options.format == "json":
        print(as_json(checked.problems, **_counts(checked)))
    else:
        if checked.problems:
            is_github = options.format == "github"
            problems = checked.problems
            print(as_annotations(problems, checked.changed) if is_github else as_text(problems))
        print(closing)
    if options.summary:
        with options.summary.open("a", encoding="utf-8") as file:
            file.write(as_summary(checked.problems, closing))
    return 1 if checked.has_errors else 0


def _rules(options: argparse.Namespace) -> int:
    if options.name is None:
        width = max(len(rule.id) for rule in ALL)
        for family in dict.fromkeys(rule.family for rule in ALL):
            print(f"{family}:")
            for rule in ALL:
                if rule.family is family:
                    print(f"  {rule.id:{width}}  {rule.promise}")
        return 0
    found = {rule.id: rule for rule in ALL}.get(options.name)
    if found is None:
        meant = nearest(options.name, [rule.id for rule in ALL])
        print(
            f"citewell: there is no rule “{options.name}”. {meant}`citewell rules` lists them",
            file=sys.stderr,
        )
        return 2
    may = "may be silenced with a reason" if found.may_be_silenced else "cannot be silenced"
    print(f"{found.id} ({found.family}; {may})\n\n{found.words.strip()}")
    return 0


def _counts(checked: Checked) -> dict[str, int]:
    errors = sum(problem.level == "error" for problem in checked.problems)
    return {
        "pages": len(checked.site.pages),
        "references": len(checked.site.library),
        "errors": errors,
        "warnings": len(checked.problems) - errors,
        "silenced": len(checked.silenced),
        "older": len(checked.older),
    }


def _closing(checked: Checked) -> str:
    """What was read and how much was found, in one line; what was there before a change, in another."""
    counts = _counts(checked)
    line = (
        f"{count(counts['pages'], 'page')} and {count(counts['references'], 'reference')} read: "
        f"{count(counts['errors'], 'error')}, {count(counts['warnings'], 'warning')}"
    )
    if checked.silenced:
        rules = sorted({problem.rule for problem in checked.silenced})
        line += f", {counts['silenced']} silenced ({', '.join(rules)})"
    if checked.older:
        files = len({problem.path for problem in checked.older})
        line += (
            f"\n{count(counts['older'], 'fault')} in {count(files, 'file')} stood there before this change "
            f"and can wait: `citewell check` lists all"
        )
    return line


def count(number: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
