"""Problems as text: the only place that formats them."""

from collections.abc import Iterable

from citewell.problem import Problem


def as_line(problem: Problem) -> str:
    """`docs/x.md:9:1: error: what to write instead [rule-name]`, without control characters."""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    line = f"{place}: {problem.level}: {problem.message} [{problem.rule}]"
    return "".join(character if character.isprintable() else " " for character in line)


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem, in the order of their places."""
    return "\n".join(as_line(problem) for problem in sorted(problems))
