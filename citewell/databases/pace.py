"""How fast a database is asked: never faster than it says."""

import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

_MARGIN = 1.1
"""Requests that leave evenly do not arrive evenly."""

_SLOWEST = 10.0
_SECONDS = re.compile(r"\s*(\d+(?:\.\d+)?)\s*s?\s*")
_TOO_MANY_REQUESTS = 429
_MOST_AT_ONCE = 3


class Pace:
    """Gives each request its turn.

    Args:
        per_second: requests, until the database says otherwise.
        limit_seconds: the time for which a plain `x-ratelimit-limit` counts.
        clock: seconds that never go back.
        sleep: waits for seconds.
    """

    def __init__(
        self,
        per_second: float,
        limit_seconds: float = 1.0,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._between = _MARGIN / per_second
        self._limit_seconds = limit_seconds
        self._clock, self._sleep = clock, sleep
        self._free = threading.Condition()
        self._next = 0.0
        self._running = 0
        self._at_once = 1

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until the next request may begin; others wait until it ends, as far as they have to."""
        with self._free:
            self._free.wait_for(lambda: self._running < self._at_once)
            self._running += 1
            start = max(self._clock(), self._next)
            self._next = start + self._between
        try:
            if (wait := start - self._clock()) > 0:
                self._sleep(wait)
            yield
        finally:
            with self._free:
                self._running -= 1
                self._free.notify()

    def learn(self, status: int, headers: Mapping[str, str]) -> None:
        """Take the limits that an answer names; be twice as slow after a refusal that names none.

        Crossref sends `x-rate-limit-limit`, `x-rate-limit-interval` and `x-concurrency-limit`, NCBI and
        openFDA `x-ratelimit-limit`.
        """
        between = self._named(headers)
        at_once = _number(headers.get("x-concurrency-limit", ""))
        with self._free:
            if between is not None:
                self._between = between
            elif status == _TOO_MANY_REQUESTS:
                self._between = min(self._between * 2, _SLOWEST)
            if at_once:
                self._at_once = max(1, min(int(at_once), _MOST_AT_ONCE))
                self._free.notify_all()

    def _named(self, headers: Mapping[str, str]) -> float | None:
        limit = _number(headers.get("x-rate-limit-limit", ""))
        interval = _number(headers.get("x-rate-limit-interval", "")) or 1.0
        if not limit:
            limit, interval = _number(headers.get("x-ratelimit-limit", "")), self._limit_seconds
        return min(_MARGIN * interval / limit, _SLOWEST) if limit else None


def _number(text: str) -> float:
    found = _SECONDS.fullmatch(text)
    return float(found.group(1)) if found else 0.0
