"""The first loads as Markdown tables, and whether they keep within their limits."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from statistics import median

from benchmarks.first_load import FirstLoad

LIMIT_KB = 150
LIMIT_REQUESTS = 12
_HEAVIEST = 10
_METHOD = (
    "Bodies as they are sent, gzip for text, to the end of all requests, with an empty cache and without "
    "scrolling, on a screen of 412 by 823 pixels. Headers are not counted. 1 KB is 1,000 bytes."
)


def first_load_table(loads: Sequence[FirstLoad]) -> str:
    """The heaviest pages, the median page, the limits, and what kinds of files the heaviest page asks for."""
    heaviest = sorted(loads, key=lambda load: load.size, reverse=True)
    lines = ["| first load | compressed | requests |", "|---|--:|--:|"]
    lines += [_line(_name(load), load.size, load.requests) for load in heaviest[:_HEAVIEST]]
    sizes, requests = [load.size for load in loads], [load.requests for load in loads]
    lines.append(_line(f"median of {len(loads)} pages", median(sizes), median(requests)))
    kinds = [f"| {_name(heaviest[0])}, by kind | compressed | requests |", "|---|--:|--:|"]
    return "\n".join([*lines, "", _verdict(loads), "", *kinds, *_kinds(heaviest[0]), "", _METHOD])


def within_limits(load: FirstLoad) -> bool:
    """Whether a page asks for no more than it may."""
    return load.size <= LIMIT_KB * 1000 and load.requests <= LIMIT_REQUESTS


def _verdict(loads: Sequence[FirstLoad]) -> str:
    limits = f"At most {LIMIT_KB} KB and {LIMIT_REQUESTS} requests a page"
    beyond = [load for load in loads if not within_limits(load)]
    return f"{limits}: {len(beyond)} of {len(loads)} pages need more." if beyond else f"{limits}: holds."


def _kinds(load: FirstLoad) -> list[str]:
    kind_of = attrgetter("kind")
    groups = groupby(sorted(load.fetched, key=kind_of), key=kind_of)
    sizes = {kind: [answer.size for answer in answers] for kind, answers in groups}
    by_size = sorted(sizes.items(), key=lambda item: sum(item[1]), reverse=True)
    return [_line(kind, sum(parts), len(parts)) for kind, parts in by_size]


def _line(name: str, size: float, requests: float) -> str:
    return f"| {name} | {size / 1000:.1f} KB | {requests:g} |"


def _name(load: FirstLoad) -> str:
    return load.page or "home"
