"""Runs Pagefind, which makes the index of all words.

Pagefind's own programs for a reader's browser are published as they come, known by their bytes; those of its
ready-made interfaces are not, since ours needs none of them.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from citewell.search.files import FULL_TEXT, is_known, is_made_by_pagefind
from citewell.search.index_list import put_in_order

_PROGRAM = "pagefind-worker.js"
LICENCE = Path(__file__).parent / "pagefind-licence.txt"


class SearchError(Exception):
    """The search could not be built."""


@contextmanager
def full_text(cut_pages: Path) -> Iterator[Callable[[Path], None]]:
    """Begin to index pages; what it gives waits for the end, and puts what browsers need into a built site.

    Pagefind runs meanwhile, on one processor. Where nobody waits for its end, it is ended and leaves nothing.

    Args:
        cut_pages: a folder of pages that are cut down to what is searched, each at its own path.

    Raises:
        SearchError: by what it gives: Pagefind failed, or is not the version that the seal knows.
    """
    index = cut_pages.with_name(f"{cut_pages.name}.index")
    shutil.rmtree(index, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", str(cut_pages), "--output-path", str(index)]
    try:
        pagefind = subprocess.Popen(  # noqa: S603
            [*command, "--silent"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
    except OSError as error:
        yield partial(_not_there, error)
        return
    with pagefind:
        try:
            yield partial(_finish, pagefind, index)
        finally:
            pagefind.kill()
            pagefind.wait()
            shutil.rmtree(index, ignore_errors=True)


def _not_there(error: OSError, _: Path) -> None:
    raise SearchError(f"Install pagefind[bin], which makes the search: {error}") from error


def _finish(pagefind: "subprocess.Popen[str]", index: Path, site: Path) -> None:
    said, _ = pagefind.communicate()
    if pagefind.returncode:
        why = " ".join(said.split())[-300:]
        raise SearchError(f"Install pagefind[bin] as the lock names it: making the search failed: {why}")
    target = site / FULL_TEXT
    shutil.rmtree(target, ignore_errors=True)
    shutil.move(index, target)
    _keep_what_is_needed(site, target)
    put_in_order(target)
    shutil.copyfile(LICENCE, target / "licence.txt")


def _keep_what_is_needed(site: Path, target: Path) -> None:
    for file in [path for path in target.rglob("*") if path.is_file()]:
        path = file.relative_to(site).as_posix()
        if is_made_by_pagefind(path) or is_known(path, file.read_bytes()):
            continue
        if file.name == _PROGRAM:
            raise SearchError(f"Install pagefind[bin] as the lock names it: {path} is of another version")
        file.unlink()
