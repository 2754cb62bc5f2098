"""The files of a folder by their paths."""

import os
from collections.abc import Iterator
from pathlib import Path


def paths_within(folder: Path) -> Iterator[str]:
    """The paths of all files in a folder and in those inside it, from there, with forward slashes.

    Args:
        folder: where to look. A site has thousands of files: no Path is made of each.
    """
    for found, _, names in os.walk(folder):
        inner = Path(found).relative_to(folder).as_posix()
        around = "" if inner == "." else f"{inner}/"
        yield from (f"{around}{name}" for name in names)
