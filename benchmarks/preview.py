"""How long an editor of a large site waits for a saved change in `make serve`."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.corpus import name_of, section_of
from benchmarks.machine import describe
from benchmarks.variants import VARIANTS, write_site

_FOLDER = Path(".cache") / "benchmarks" / "preview"
_SAVES = 9
_APART = 37
"""Articles between one that is edited and the next."""
_LONGEST = 300
"""Seconds after which a change is not waited for any more."""
_REST = 2.0
"""Seconds between two saves: an editor reads what the change has made."""


def preview_waits(pages: int) -> str:
    """Save one page after another and ask for it; the waits as a Markdown table.

    Args:
        pages: articles in the corpus.

    Raises:
        RuntimeError: a change was not seen.
    """
    shutil.rmtree(_FOLDER, ignore_errors=True)
    folder = write_site(VARIANTS[0], _FOLDER, pages).parent
    began = time.perf_counter()
    with _preview(folder) as address:
        _wait_for(lambda: _page(f"{address}index.html") is not None)
        first = time.perf_counter() - began
        waits = [_saved_until_seen(folder, address, number * _APART % pages) for number in range(_SAVES)]
    rows = [
        ("from the start of `make serve` to the first page", f"{first:.1f} s"),
        (f"from a saved change to the page that shows it, median of {_SAVES}", f"{median(waits):.1f} s"),
        ("the longest of these", f"{max(waits):.1f} s"),
    ]
    lines = [
        f"| {pages:,} articles | wall time |",
        "|---|--:|",
        *(f"| {name} | {wait} |" for name, wait in rows),
    ]
    return "\n".join([*lines, "", f"Measured on {describe()}."])


@contextmanager
def _preview(folder: Path) -> Iterator[str]:
    """The server of `make serve`; gives the site's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", place]
    with (folder / "serve.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            yield f"http://{place}/benchmark/"
        finally:
            server.terminate()
            server.wait()


def _saved_until_seen(folder: Path, address: str, number: int) -> float:
    """Seconds from saving an article to the page with the change."""
    time.sleep(_REST)
    name = f"{section_of(number)}/{name_of(number)}"
    file, sentence = folder / "docs" / f"{name}.md", f"This sentence was saved as number {number}."
    text = f"{file.read_text('utf-8')}\n{sentence}\n"
    began = time.perf_counter()
    file.write_text(text, encoding="utf-8")
    _wait_for(lambda: sentence in (_page(f"{address}{name}/") or ""))
    return time.perf_counter() - began


def _wait_for(is_there: Callable[[], bool]) -> None:
    end = time.monotonic() + _LONGEST
    while not is_there():
        if time.monotonic() > end:
            raise RuntimeError(f"Read {_FOLDER / 'serve.log'}: the preview does not show a change")
        time.sleep(0.02)


def _page(address: str) -> str | None:
    try:
        with urlopen(address, timeout=_LONGEST) as answer:  # noqa: S310 (of the server that was just started)
            text: str = answer.read().decode()
            return text
    except (URLError, ConnectionError):
        return None
