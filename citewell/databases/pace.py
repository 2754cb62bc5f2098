"""How fast a database is asked: never faster than it says."""

import re
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

_MARGIN = 1.02
"""No two clocks run alike."""

_LONGEST_INTERVAL = 60.0
_SHORTEST_WAIT = 0.001
_SECONDS = re.compile(r"\s*(\d+(?:\.\d+)?)\s*s?\s*")
_TOO_MANY_REQUESTS = 429
_MOST_AT_ONCE = 3


class Pace:
    """Gives each request its turn.

    A database counts what reaches it, and nobody here sees when that is: some time between the beginning of a
    request and the end of its answer. So a request begins only when, of the requests before it, fewer than
    the limit are running or have ended within the interval. Whatever the network does, no interval at the
    database then holds more than the limit.

    Args:
        limit: requests for each interval, until the database says otherwise.
        interval: seconds; also the time for which a plain `x-ratelimit-limit` counts.
        clock: seconds that never go back.
        sleep: waits for seconds.
    """

    def __init__(
        self,
        limit: int,
        interval: float = 1.0,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limit, self._interval, self._own_interval = limit, interval, interval
        self._clock, self._sleep = clock, sleep
        self._changed = threading.Condition()
        self._ended: deque[float] = deque()
        self._running = 0
        self._at_once = 1

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until a request may begin; others wait for its end, as far as they have to."""
        while (wait := self._begin()) is not None:
            self._sleep(wait)
        try:
            yield
        finally:
            with self._changed:
                self._running -= 1
                self._ended.append(self._clock())
                self._changed.notify_all()

    def learn(self, status: int, headers: Mapping[str, str]) -> None:
        """Take the limits that an answer names; be twice as slow after a refusal that names none.

        Crossref sends `x-rate-limit-limit`, `x-rate-limit-interval` and `x-concurrency-limit`, NCBI and
        openFDA `x-ratelimit-limit`.
        """
        limit = int(_number(headers.get("x-rate-limit-limit", "")))
        interval = _number(headers.get("x-rate-limit-interval", "")) or 1.0
        if not limit:
            limit, interval = int(_number(headers.get("x-ratelimit-limit", ""))), self._own_interval
        at_once = int(_number(headers.get("x-concurrency-limit", "")))
        with self._changed:
            if limit:
                self._limit, self._interval = limit, min(interval, _LONGEST_INTERVAL)
            elif status == _TOO_MANY_REQUESTS:
                self._interval = min(self._interval * 2, _LONGEST_INTERVAL)
            if at_once:
                self._at_once = min(at_once, _MOST_AT_ONCE)
            self._changed.notify_all()

    def _begin(self) -> float | None:
        """Begin a request, or say how many seconds to wait before trying again."""
        with self._changed:
            while True:
                now, kept = self._clock(), self._interval * _MARGIN
                while self._ended and now - self._ended[0] >= kept:
                    self._ended.popleft()
                if self._running >= self._at_once or self._running >= self._limit:
                    self._changed.wait()
                elif self._running + len(self._ended) >= self._limit:
                    return max(self._ended[0] + kept - now, _SHORTEST_WAIT)
                else:
                    self._running += 1
                    return None


def _number(text: str) -> float:
    found = _SECONDS.fullmatch(text)
    return float(found.group(1)) if found else 0.0
