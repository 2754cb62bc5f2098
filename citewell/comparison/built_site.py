"""A built site and the data that it was made of, as they stand in a project's folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from citewell.affiliates import PATH as AFFILIATES_PATH
from citewell.affiliates import Affiliates, read_affiliates
from citewell.comparison.data_changes import WATCHED
from citewell.comparison.lexbor_page import ShownPage
from citewell.text_file import read_text


@dataclass(frozen=True)
class BuiltSite:
    """What a comparison reads of a project.

    Args:
        pages: by their addresses below the site's root: `/`, `/article/page/`, `/404.html`.
        typed: the addresses of those that somebody wrote; the others are made by the build.
        data: the text of each watched file of docs/_data; empty for one that is not there.
        affiliates: who pays.
    """

    pages: Mapping[str, ShownPage]
    typed: frozenset[str]
    data: Mapping[str, str]
    affiliates: Affiliates


def read_built_site(project: Path, site: Path) -> BuiltSite:
    """Read a project.

    Args:
        project: its folder, with docs/.
        site: the folder of the built pages.
    """
    pages = {
        _address(path.relative_to(site).as_posix()): ShownPage(path.read_bytes())
        for path in sorted(site.rglob("*.html"))
    }
    docs = project / "docs"
    typed = frozenset(_address_of_typed(path.relative_to(docs)) for path in docs.rglob("*.md"))
    data = {
        name: read_text(project / name, name)[0] if (project / name).is_file() else "" for name in WATCHED
    }
    return BuiltSite(pages, typed, data, read_affiliates(data[AFFILIATES_PATH])[0])


def _address(path: str) -> str:
    folder, _, name = f"/{path}".rpartition("/")
    return f"{folder}/" if name == "index.html" else f"{folder}/{name}"


def _address_of_typed(path: Path) -> str:
    """Where MkDocs publishes a page: in a folder of its own, unless it is a folder's first page."""
    folder = path.parent if path.name in ("index.md", "README.md") else path.with_suffix("")
    return _address((folder / "index.html").as_posix())
