"""Which Chromium the browser tests drive. As a program: prints its path, or what to install, and fails."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
HOW_TO_GET_ONE = """\
No Chromium was found (CITEWELL_CHROMIUM is used alone where it is set).
One of these gives you one:
  as root on Debian or Ubuntu:       apt-get install chromium fonts-liberation
  without being root:                .venv/bin/playwright install chromium
  one that you have somewhere else:  CITEWELL_CHROMIUM=/path/to/chromium make test"""


def find_chromium() -> Path | None:
    """The browser named by CITEWELL_CHROMIUM, else the system's, else Playwright's own download."""
    named = os.environ.get("CITEWELL_CHROMIUM")
    if named:
        return Path(named) if os.access(named, os.X_OK) else None
    for command in COMMANDS:
        found = shutil.which(command)
        if found:
            return Path(found)
    downloaded = _playwrights_own()
    return downloaded if downloaded and downloaded.is_file() else None


def _playwrights_own() -> Path | None:
    try:
        with sync_playwright() as playwright:
            return Path(playwright.chromium.executable_path)
    except Exception:  # noqa: BLE001  # its Node may lack a library here, and then it downloaded nothing either
        return None


if __name__ == "__main__":
    chromium = find_chromium()
    print(chromium or HOW_TO_GET_ONE)  # noqa: T201  # it is what the program is for
    sys.exit(chromium is None)
