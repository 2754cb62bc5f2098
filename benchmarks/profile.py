"""Where the time of a cold build goes: by the parts of the code that take it, in the first process."""

import cProfile
import io
import pstats
import shutil
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.variants import VARIANTS, write_site

_FOLDER = Path(".cache") / "benchmarks" / "profile"
_LINES = 40


def profile(pages: int) -> str:
    """Build a corpus once; the functions that take most of its time, with all that they call and alone.

    Every call costs the profiler as much, so that small functions look slower than they are. What a second
    process does is not seen: half of the pages.
    """
    shutil.rmtree(_FOLDER, ignore_errors=True)
    settings = write_site(VARIANTS[0], _FOLDER, pages)
    profiler = cProfile.Profile()
    profiler.runcall(build, load_config(str(settings)))
    told = io.StringIO()
    stats = pstats.Stats(profiler, stream=told)
    stats.strip_dirs().sort_stats("cumulative").print_stats(_LINES)
    stats.sort_stats("tottime").print_stats(_LINES)
    return told.getvalue()
