"""Problems as text, as annotations on GitHub, as a summary and as JSON: the only place that formats them.

All words of a problem may come from a stranger's file: none of them is a command, a tag or a control here.
"""

import html
import json
import re
from collections.abc import Collection, Iterable, Sequence

from citewell.problem import Level, Problem

MOST_ANNOTATIONS = 10
"""Of errors, and of warnings: GitHub shows no more of one step (actions/toolkit, problem-matchers.md)."""
MOST_LINES = 200
"""Of a summary: GitHub cuts it at 1 MiB, and nobody reads more."""
_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~-])")


def as_line(problem: Problem) -> str:
    """`docs/x.md:9:1: error: what to write instead [rule-name]`, without control characters."""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return printable(f"{place}: {problem.level}: {problem.message} [{problem.rule}]")


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem, in the order of their places."""
    return "\n".join(as_line(problem) for problem in sorted(problems))


def as_annotations(problems: Sequence[Problem], own_files: Collection[str] = ()) -> str:
    """The problems as GitHub shows them on the lines of a pull request; then all that it would not show.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions

    Args:
        problems: all of them.
        own_files: those that the pull request changes; their problems come first.
    """
    ordered = sorted(problems, key=lambda problem: (problem.path not in own_files, problem))
    levels: tuple[Level, ...] = ("error", "warning")
    shown = [
        problem
        for level in levels
        for problem in [found for found in ordered if found.level == level][:MOST_ANNOTATIONS]
    ]
    rest = [problem for problem in ordered if problem not in shown]
    lines = [
        f"::{problem.level} file={_property(problem.path)},line={problem.line},col={problem.column},"
        f"title={_property(problem.rule)}::{_data(problem.message)}"
        for problem in shown
    ]
    # A line that begins with two colons is a command, so each of these begins with a space.
    return "\n".join([*lines, *(f" {as_line(problem)}" for problem in rest)])


def as_summary(problems: Sequence[Problem], closing: str) -> str:
    """The problems as a table in Markdown, with a closing line."""
    lines = ["### What to mend", ""] if problems else ["### Nothing to mend", ""]
    if problems:
        lines += ["| Where | What to write instead | Rule |", "|---|---|---|"]
    ordered = sorted(problems, key=lambda problem: (problem.level != "error", problem))
    for problem in ordered[:MOST_LINES]:
        word = "" if problem.level == "error" else "Warning: "
        place = _markdown(f"{problem.path}:{problem.line}")
        lines.append(f"| {place} | {word}{_markdown(problem.message)} | {_markdown(problem.rule)} |")
    if len(ordered) > MOST_LINES:
        lines += ["", f"And {len(ordered) - MOST_LINES} more, which `citewell check` lists."]
    return "\n".join([*lines, "", "\n\n".join(map(_markdown, closing.splitlines())), ""])


def as_json(problems: Sequence[Problem], **counts: int) -> str:
    """The problems as an object: `problems`, a list in the order of their places, and the counts given."""
    listed = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "level": problem.level,
            "rule": problem.rule,
            "message": problem.message,
        }
        for problem in sorted(problems)
    ]
    return json.dumps({**counts, "problems": listed}, indent=1)


def printable(text: str) -> str:
    """A text on one line, without control characters and without what turns the direction of writing."""
    return "".join(character if character.isprintable() else " " for character in text)


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _markdown(text: str) -> str:
    """A text in a table of Markdown: nothing in it is a mark, a tag or a mention."""
    escaped = _MARKS.sub(r"\\\1", printable(text))
    return html.escape(escaped, quote=False).replace("@", "@\u200b")
