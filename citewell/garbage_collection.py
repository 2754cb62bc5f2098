"""How often Python looks for things that hold only one another.

A build makes many small things that stay until its end and few that hold one another: looking for these takes
a twentieth of its time, and a third of that of judging its pages.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = gc.get_threshold()
_RARE = (200_000, 20, 100)


def collect_rarely() -> None:
    """Look seldom, for as long as a build takes; at what a build before it passed over, too."""
    gc.unfreeze()
    gc.set_threshold(*_RARE)


def pass_over_what_is_there() -> None:
    """Look no more, in this build, at what is there by now: what was read stays until its end."""
    gc.freeze()


def collect_as_usual() -> None:
    """Look as often as before, and at everything."""
    gc.set_threshold(*_USUAL)
    gc.unfreeze()


@contextmanager
def without_collecting() -> Iterator[None]:
    """Do not look at all: for what makes nothing that holds itself."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
