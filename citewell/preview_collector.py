"""A collector beside the preview of a site: its answers are counted on this machine and nowhere else."""

import importlib.util
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from citewell.feedback.settings import FeedbackSettings, local_collector

_HOST = "127.0.0.1"
_SECONDS_FOR_THE_FIRST_BUILD = 600
_SECONDS_TO_END = 20


class PreviewCollector:
    """Runs `citewell collect` while a preview is shown.

    Args:
        database: the file that answers are counted in; it stays from preview to preview.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._port = _free_port() if _is_installed() else 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def settings(self) -> FeedbackSettings:
        """Where the preview's answers go: nowhere where the collector is not installed."""
        return local_collector(self._port) if self._port else FeedbackSettings()

    def start(self, site: str, pages: Path) -> None:
        """Start it, once.

        Args:
            site: the address of the preview's first page.
            pages: the file that lists the pages; it may come later.
        """
        if self._process or not self._port:
            return
        self._database.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "citewell", "collect"]
        command += ["--site", site, "--pages", str(pages), "--database", str(self._database)]
        command += ["--listen", f"{_HOST}:{self._port}", "--wait", str(_SECONDS_FOR_THE_FIRST_BUILD)]
        command += [argument for origin in _origins(site) for argument in ("--origin", origin)]
        self._process = subprocess.Popen(command)  # noqa: S603  # of this project alone

    def stop(self) -> None:
        """End it; what it has counted stays."""
        if self._process:
            self._process.terminate()
            self._process.wait(_SECONDS_TO_END)
            self._process = None


def _origins(site: str) -> tuple[str, ...]:
    """The origin of the preview, under each of the names that this machine has for itself."""
    port = urlsplit(site).port
    return tuple(f"http://{name}:{port}" for name in (_HOST, "localhost")) if port else ()


def _is_installed() -> bool:
    return all(importlib.util.find_spec(name) for name in ("starlette", "uvicorn"))


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind((_HOST, 0))
        port: int = asked.getsockname()[1]
        return port
