"""Holds answers back as a slow network does.

A browser can slow down what a page asks for, but not what its workers ask for; a server slows down both.
"""

import threading
import time

_LATENCY = 0.15
_SPEED = 1_638_400 / 8
"""Seconds, and bytes a second: Lighthouse's slow 4G (mobileSlow4G of its throttling constants)."""


class SlowNetwork:
    """What lies between a server and a reader.

    Args:
        latency: seconds until an answer begins.
        speed: bytes a second, of all answers together.
    """

    def __init__(self, latency: float = _LATENCY, speed: float = _SPEED) -> None:
        self._latency = latency
        self._speed = speed
        self._free = 0.0
        self._lock = threading.Lock()

    def carry(self, size: int) -> None:
        """Wait as long as so many bytes are on their way, behind those that went before."""
        with self._lock:
            now = time.monotonic()
            self._free = max(self._free, now + self._latency) + size / self._speed
            takes = self._free - now
        time.sleep(takes)
