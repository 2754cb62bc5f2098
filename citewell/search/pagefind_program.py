"""Runs Pagefind, which makes the index of all words.

Pagefind's own programs for a reader's browser are published as they come, known by their bytes; those of its
ready-made interfaces are not, since ours needs none of them.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from citewell.search.files import FULL_TEXT, is_known

ENTRY = "pagefind-entry.json"
_PROGRAM = "pagefind-worker.js"
_LICENCE = Path(__file__).parent / "pagefind-licence.txt"
_INSTALL = "Install pagefind[bin] as the lock names it"
_PAGE = '<!doctype html><html lang="{}"><body data-pagefind-body>x</body></html>'


class SearchError(Exception):
    """The search could not be built."""


def run_pagefind(pages: Path, index: Path) -> None:
    """Index pages, on one processor.

    Args:
        pages: the folder that they stand in.
        index: the folder for what Pagefind makes.

    Raises:
        SearchError: Pagefind is not there, or failed.
    """
    try:
        command = [_program(), "--site", str(pages), "--output-path", str(index), "--silent"]
        ended = subprocess.run(  # noqa: S603
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
    except (OSError, ImportError) as error:
        raise SearchError(f"{_INSTALL}: {error}") from error
    if ended.returncode:
        why = " ".join(ended.stdout.split())[-300:]
        raise SearchError(f"{_INSTALL}: making the search failed: {why}")


@cache
def _program() -> str:
    """The program, which the package `pagefind[bin]` brings; its own command starts another Python first."""
    from pagefind.service import get_executable  # noqa: PLC0415  # it takes its time, and not all builds need it

    return str(get_executable() or "pagefind")


def put_programs(target: Path, languages: Iterable[str]) -> Mapping[str, Any]:
    """Put the programs that search an index in these languages; the list that they read it by, of no index.

    Args:
        target: the folder of the index.
        languages: as Pagefind names them.

    Raises:
        SearchError: Pagefind failed, or is not the version that the seal knows.
    """
    with TemporaryDirectory() as folder:
        pages, made = Path(folder, "pages"), Path(folder, "made")
        pages.mkdir()
        for number, language in enumerate(languages):
            (pages / f"{number}.html").write_text(_PAGE.format(escape(language)), encoding="utf-8")
        run_pagefind(pages, made)
        entry: dict[str, Any] = json.loads((made / ENTRY).read_text("utf-8"))
        target.mkdir(parents=True, exist_ok=True)
        for file in made.iterdir():
            if file.is_file() and is_known(f"{FULL_TEXT}/{file.name}", file.read_bytes()):
                shutil.copyfile(file, target / file.name)
    if not (target / _PROGRAM).is_file():
        raise SearchError(f"{_INSTALL}: {FULL_TEXT}/{_PROGRAM} is of another version")
    shutil.copyfile(_LICENCE, target / "licence.txt")
    return entry
