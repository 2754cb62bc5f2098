"""The collector's runs as a Markdown table that can stand in a README."""

from collections.abc import Iterable
from http import HTTPStatus

from benchmarks.collector import READERS, VOTES_A_SECOND, Run
from benchmarks.machine import describe

_HEAD = (
    "| fault | for | sent | accepted | 503 | no answer | p50 | p99 | longest | lost | counted, unanswered |",
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
)


def collector_table(runs: Iterable[Run]) -> str:
    """A row a run: what readers were answered, how soon, and how the tally differs from it."""
    method = (
        f"{VOTES_A_SECOND} votes a second by readers from {READERS:,} addresses behind a trusted proxy, to "
        "one process. Each is timed from the moment at which it was due. A lost vote was acknowledged and is "
        "not in the tally; one that is counted and unanswered was written just before the process was ended."
    )
    return "\n".join([*_HEAD, *map(_row, runs), "", method, f"Measured on {describe()}."])


def _row(run: Run) -> str:
    statuses = run.outcome.statuses
    accepted = statuses[HTTPStatus.NO_CONTENT]
    latencies = sorted(run.outcome.latencies)
    cells = (
        run.name,
        f"{run.seconds:.0f} s",
        f"{run.outcome.sent:,}",
        f"{accepted:,} ({accepted / run.outcome.sent:.1%})",
        f"{statuses[HTTPStatus.SERVICE_UNAVAILABLE]:,}",
        f"{statuses[0]:,}",
        f"{_quantile(latencies, 0.5):.1f} ms",
        f"{_quantile(latencies, 0.99):.1f} ms",
        f"{_quantile(latencies, 1):.0f} ms",
        f"{run.lost:,}",
        f"{run.unacknowledged:,}",
    )
    return f"| {' | '.join(cells)} |"


def _quantile(latencies: list[float], share: float) -> float:
    """In milliseconds."""
    return latencies[min(int(len(latencies) * share), len(latencies) - 1)] * 1000
