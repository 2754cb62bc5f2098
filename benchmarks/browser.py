"""The Chromium that pages are measured in: the one that the browser tests drive."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path


def browser_of_the_bench() -> Path:
    """The path of Chromium; ends the program with what to type where it or Playwright is missing."""
    if find_spec("playwright") is None:
        sys.exit('Playwright is not installed. Type: make bench BENCH="--only first-load"')
    from tests.browser.chromium import HOW_TO_GET_ONE, find_chromium  # noqa: PLC0415  # it needs Playwright

    found = find_chromium()
    if found is None:
        sys.exit(HOW_TO_GET_ONE)
    return found


def flags() -> list[str]:
    """What Chromium is started with: as root it refuses to run inside its sandbox."""
    return ["--no-sandbox"] if os.geteuid() == 0 else []
