"""Says how far a long build is, and at its end what took its time."""

import logging
import time
from collections.abc import Callable

log = logging.getLogger("mkdocs.plugins.citewell")

_FIRST_WORD = 5.0
"""Seconds after which a build is long enough to say how far it is; so often it says so from then on."""
_WORTH_TELLING = 10.0
_SLOWEST = 3
_SLOW_PAGE = 0.5


class Pace:
    """The clock of one build.

    Args:
        say: prints a line; None logs it as our plugin does.
        clock: seconds since any point in time.
    """

    def __init__(
        self, say: Callable[[str], None] | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._say = say or (lambda words: log.info("citewell: %s.", words))
        self._clock = clock
        self._began = self._spoke = self._phase_began = clock()
        self._phase = ""
        self._phases: dict[str, float] = {}
        self._pages: dict[str, float] = {}

    def begin(self, phase: str) -> None:
        """Begin a part of the build, such as "reading the sources"; the one before is at its end."""
        now = self._clock()
        if self._phase:
            self._phases[self._phase] = self._phases.get(self._phase, 0) + now - self._phase_began
        self._phase, self._phase_began = phase, now

    def done(self, number: int, of: int, page: str = "", seconds: float = 0) -> None:
        """Say now and then how many pages of a part are done; remember a page that took long."""
        if seconds >= _SLOW_PAGE:
            self._pages[page] = self._pages.get(page, 0) + seconds
        now = self._clock()
        if now - self._spoke >= _FIRST_WORD:
            self._spoke = now
            self._say(f"{self._phase}: {number:,} of {of:,} pages, {now - self._began:.0f} s so far")

    def end(self) -> None:
        """Say what took the time of a long build."""
        self.begin("")
        if self._clock() - self._began < _WORTH_TELLING:
            return
        parts = sorted(self._phases.items(), key=lambda part: -part[1])
        self._say(f"where the time went: {', '.join(f'{name} {seconds:.1f} s' for name, seconds in parts)}")
        slowest = sorted(self._pages.items(), key=lambda page: -page[1])[:_SLOWEST]
        if slowest:
            self._say(f"slow pages: {', '.join(f'{page} {seconds:.1f} s' for page, seconds in slowest)}")
