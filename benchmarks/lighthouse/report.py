"""What a Lighthouse report says: the scores, and what lost points."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
"""Lighthouse's name of each category that is judged -> its name in the table."""


@dataclass(frozen=True)
class Loss:
    """Points that an audit lost.

    Attributes:
        category: Lighthouse's name of the category.
        audit: the id of the audit.
        points: of the hundred of the category.
        words: what the audit says.
    """

    category: str
    audit: str
    points: float
    words: str


@dataclass(frozen=True)
class Report:
    """One run on one page.

    Attributes:
        scores: Lighthouse's name of a category -> its score, 0 to 100.
        losses: what lost points.
        version: Lighthouse's own.
        browser: the browser's name and major version.
    """

    scores: Mapping[str, int]
    losses: Sequence[Loss]
    version: str
    browser: str


def read_report(report: Mapping[str, Any]) -> Report:
    """Read a report in Lighthouse's JSON.

    Raises:
        ValueError: it has no score for a category, because the page or an audit failed.
    """
    scores = {name: _score(report, name) for name in CATEGORIES}
    losses = [loss for name in CATEGORIES for loss in _losses(report, name)]
    return Report(scores, losses, report["lighthouseVersion"], _browser(report))


def median_scores(reports: Sequence[Report]) -> dict[str, float]:
    """The median score of each category."""
    return {name: median(report.scores[name] for report in reports) for name in CATEGORIES}


def median_losses(reports: Sequence[Report]) -> list[Loss]:
    """What lost points in most runs, with the median of the points; the largest loss first.

    What an audit says is taken from the last run that it lost points in.
    """
    said = {(loss.category, loss.audit): loss.words for report in reports for loss in report.losses}
    points = [{(loss.category, loss.audit): loss.points for loss in report.losses} for report in reports]
    lost = {audit: median(run.get(audit, 0.0) for run in points) for audit in said}
    losses = [Loss(*audit, value, said[audit]) for audit, value in lost.items() if value > 0]
    return sorted(losses, key=lambda loss: loss.points, reverse=True)


def _browser(report: Mapping[str, Any]) -> str:
    found = re.search(r"Chrome/(\d+)", report["environment"]["hostUserAgent"])
    return f"Chromium {found[1]}" if found else "an unnamed browser"


def _score(report: Mapping[str, Any], category: str) -> int:
    score: float | None = report["categories"][category]["score"]
    if score is None:
        fault = report.get("runtimeError", {}).get("message") or f"an audit of {category} failed"
        raise ValueError(f"{report['requestedUrl']} has no score: {fault}")
    return round(score * 100)


def _losses(report: Mapping[str, Any], category: str) -> list[Loss]:
    # An audit that does not apply has the weight 0 in the report.
    weights = {audit["id"]: audit["weight"] for audit in report["categories"][category]["auditRefs"]}
    losses = []
    for name, weight in weights.items():
        audit = report["audits"][name]
        if weight and audit["score"] < 1:
            points = 100 * weight * (1 - audit["score"]) / sum(weights.values())
            words = ": ".join(filter(None, (audit["title"], audit.get("displayValue"))))
            losses.append(Loss(category, name, points, words))
    return losses
