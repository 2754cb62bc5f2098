"""The scores as a Markdown table, and what lost the points that are missing."""

from collections.abc import Mapping, Sequence

from benchmarks.lighthouse.report import CATEGORIES, Report, median_losses, median_scores
from benchmarks.machine import describe

TARGET = 95


def lighthouse_table(reports: Mapping[str, Sequence[Report]]) -> str:
    """The median scores of each page, whether they reach the target, and what lost points.

    Args:
        reports: a page's path below the site's address -> the reports of its runs.
    """
    scores = {_name(page): median_scores(runs) for page, runs in reports.items()}
    lines = [f"| Lighthouse | {' | '.join(CATEGORIES.values())} |", f"|---{'|--:' * len(CATEGORIES)}|"]
    for page, of_page in scores.items():
        lines.append(f"| {page} | {' | '.join(f'{of_page[name]:g}' for name in CATEGORIES)} |")
    return "\n".join([*lines, "", _verdict(scores), *_losses(reports), "", _method(reports)])


def _verdict(scores: Mapping[str, Mapping[str, float]]) -> str:
    below = [
        f"{CATEGORIES[name]} of {page}"
        for page, of_page in scores.items()
        for name, score in of_page.items()
        if score < TARGET
    ]
    target = f"At least {TARGET} in all four"
    return f"{target}: not reached by {', '.join(below)}." if below else f"{target}: holds."


def _losses(reports: Mapping[str, Sequence[Report]]) -> list[str]:
    lines = [
        f"| {_name(page)} | {CATEGORIES[loss.category]} | {loss.audit} | {loss.points:.1f} | {loss.words} |"
        for page, runs in reports.items()
        for loss in median_losses(runs)
    ]
    head = ["", "| page | category | audit | points lost | what it says |", "|---|---|---|--:|---|"]
    return [*head, *lines] if lines else []


def _method(reports: Mapping[str, Sequence[Report]]) -> str:
    runs = next(iter(reports.values()))
    program = f"Lighthouse {runs[0].version} in {runs[0].browser}"
    method = f"{program}, its imitation of a phone; medians of {len(runs)} runs a page."
    return f"{method}\nMeasured on {describe()}."


def _name(page: str) -> str:
    return page or "home"
