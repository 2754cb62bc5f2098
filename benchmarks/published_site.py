"""This repository's own site, built and served as it will be published."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.pages_server import pages_server

_ROOT = Path(__file__).parent.parent
_PROJECT = "askyourpharm"
_ARTICLE = "sertraline-and-crying/"


@dataclass(frozen=True)
class PublishedSite:
    """A built site.

    Attributes:
        address: where it is served; ends with a slash.
        folder: where it was built.
        sources: the folder of the Markdown that it was built from.
    """

    address: str
    folder: Path
    sources: Path

    def pages(self) -> list[str]:
        """Every page's path below the address, written or generated; the first page is "", 404 is none."""
        files = sorted(self.folder.rglob("*.html"))
        paths = [file.relative_to(self.folder).as_posix() for file in files]
        return [_path_of(path) for path in paths if path != "404.html"]

    def pages_to_judge(self) -> list[str]:
        """The first page, the article's own, and its longest section, longest as HTML.

        A section is written: pages made from the whole article are longer, and none.
        """
        written = (self.sources / _ARTICLE).glob("*.md")
        sections = [f"{_ARTICLE}{source.stem}/" for source in written if source.stem != "index"]
        longest = max(sections, key=lambda page: (self.folder / page / "index.html").stat().st_size)
        return ["", _ARTICLE, longest]


@contextlib.contextmanager
def published_site() -> Iterator[PublishedSite]:
    """Build the site into a temporary folder and serve it under its project's path.

    Its canonical addresses are those it is served at: Lighthouse judges them.
    """
    with TemporaryDirectory() as root, pages_server(Path(root)) as server:
        site = PublishedSite(f"{server}/{_PROJECT}/", Path(root, _PROJECT), _ROOT / "docs")
        build_site(site.folder, site.address)
        yield site


def build_site(folder: Path, address: str) -> None:
    """Build this repository's own site into a folder that is served at an address."""
    program = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    program += ["--config-file", str(_ROOT / "mkdocs.yml"), "--site-dir", str(folder.resolve())]
    addresses = {"SITE_URL": address, "REPO_URL": "https://example.org/repository/"}
    built = subprocess.run(
        program,
        env=os.environ | addresses,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if built.returncode:
        sys.exit(f"{built.stdout}The site was not built, so nothing was measured.")


def _path_of(file: str) -> str:
    return file.removesuffix("index.html") if f"/{file}".endswith("/index.html") else file
