"""What the seal found, did, and could not look at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citewell.output import as_line
from citewell.problem import Problem
from citewell.seal.built_site import BuiltSite
from citewell.seal.gates import (
    pages_of_sources,
    paid_box,
    pictures,
    published_files,
    style_sheets,
)
from citewell.seal.judged_page import GATES, GATES_WITH_SOURCES
from citewell.seal.sources import Sources

_OF_FILES = (published_files.ID, style_sheets.ID, pictures.ID)
_NAME_THE_SOURCES = "name the sources with --source"

_PLACES_SHOWN = 3
"""Of a fault that many pages have: it stands in a template, not in each of them."""


@dataclass(frozen=True)
class Report:
    """A report.

    Args:
        pages: how many were read.
        files: how many others were read.
        problems: sorted by their places.
        held: the names of the gates that ran.
        not_held: what did not run, and why, a line each.
        statements: where paid links lead and whom readers call, as the sources say, a line each.
        changes: how that differs from an earlier revision, a line each.
        is_sealed: whether the policy was written into the pages.
    """

    pages: int
    files: int
    problems: Sequence[Problem] = ()
    held: Sequence[str] = ()
    not_held: Sequence[str] = ()
    statements: Sequence[str] = ()
    changes: Sequence[str] = ()
    is_sealed: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether the site may be published."""
        return not any(problem.level == "error" for problem in self.problems)

    @property
    def faults(self) -> Sequence[str]:
        """The problems, a line each; what is wrong alike on many pages is told of the first ones."""
        alike: dict[tuple[str, str], list[Problem]] = {}
        for problem in self.problems:
            alike.setdefault((problem.rule, problem.message), []).append(problem)
        told = [
            (problem, len(group) - _PLACES_SHOWN if number == _PLACES_SHOWN else 0)
            for group in alike.values()
            for number, problem in enumerate(group[:_PLACES_SHOWN], 1)
        ]
        return [
            as_line(problem) + (f" … and in {more} other place{'s' if more > 1 else ''}" if more > 0 else "")
            for problem, more in sorted(told)
        ]

    @property
    def lines(self) -> Sequence[str]:
        """The whole report, a line each."""
        errors = sum(problem.level == "error" for problem in self.problems)
        outcome = (
            "sealed" if self.is_sealed else "not sealed: mend these first" if errors else "judged, not sealed"
        )
        read = f"{_count(self.pages, 'page')} and {_count(self.files, 'other file')} read"
        return [
            *self.faults,
            *(f"changed: {line}" for line in self.changes),
            *self.statements,
            f"held: {', '.join(self.held)}",
            *(f"not held: {line}" for line in self.not_held),
            f"{read}: {_count(errors, 'error')}, {outcome}",
        ]


def report(
    site: BuiltSite, sources: Sources | None, problems: Iterable[Problem], *, is_sealed: bool
) -> Report:
    """The report on a site.

    Args:
        site: that was read.
        sources: that it was held against; None for none.
        problems: that were found.
        is_sealed: whether its pages were sealed.
    """
    with_sources = (*GATES_WITH_SOURCES, pages_of_sources.ID)
    changes: Sequence[str] = ()
    not_held: list[str] = []
    if sources:
        changes, not_compared = sources.changes()
        not_held += [f"changes of the watched data: {not_compared}"] if not_compared else []
    else:
        not_held += [f"{gate}: {_NAME_THE_SOURCES}" for gate in with_sources]
        not_held.append(f"{paid_box.ID}: its form was held, its words and its link not: {_NAME_THE_SOURCES}")
    return Report(
        pages=len(site.pages),
        files=len(site.others),
        problems=tuple(sorted(set(problems))),
        held=(*GATES, *_OF_FILES, *(with_sources if sources else ())),
        not_held=not_held,
        statements=sources.statements() if sources else (),
        changes=changes,
        is_sealed=is_sealed,
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
