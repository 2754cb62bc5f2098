"""Which problems a change brings, and which were there before it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from citewell.problem import Problem


def brought_and_older(
    now: Iterable[Problem], before: Iterable[Problem], moved: Mapping[str, str]
) -> tuple[list[Problem], list[Problem]]:
    """The problems that a change brings, and those that were there before it.

    A problem is the same when file, rule and advice are: its line may have moved. Of two alike, one of which
    is new, the later one counts as new.

    Args:
        now: the problems with the change.
        before: those without it.
        moved: the former path of each file that was only moved.
    """
    were_there = Counter(_identity(problem, {}) for problem in before)
    brought, older = [], []
    for problem in sorted(now):
        identity = _identity(problem, moved)
        if were_there[identity]:
            were_there[identity] -= 1
            older.append(problem)
        else:
            brought.append(problem)
    return brought, older


def _identity(problem: Problem, moved: Mapping[str, str]) -> tuple[str, str, str]:
    return moved.get(problem.path, problem.path), problem.rule, problem.message
