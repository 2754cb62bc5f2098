"""Everything an editor writes, read once from the project's folder."""

from dataclasses import dataclass
from pathlib import Path

from citewell.bibliography.bibtex import read_bib_files
from citewell.bibliography.reference import Library
from citewell.front_matter import FOLDER_FILE, read_front_matter
from citewell.problem import Problem
from citewell.publisher import PATH as PUBLISHER_PATH
from citewell.publisher import Publisher, read_publisher
from citewell.source import Source, read_source

BIBLIOGRAPHY = "references.bib"
PAGES = "docs"
DATA = "_data"
"""The folder of docs that is read by the build and never published."""


@dataclass(frozen=True)
class Site:
    """The pages, the references they may cite, and the publisher."""

    sources: tuple[Source, ...]
    library: Library
    publisher: Publisher


def load_site(root: Path) -> tuple[Site, list[Problem]]:
    """Read docs/, references.bib and docs/_data of a project.

    Returns:
        what could be read, and the faults that stand in the way of reading the rest.
    """
    library, problems = read_bib_files([root / BIBLIOGRAPHY], root)
    publisher, faults = _load_publisher(root)
    problems += faults
    sources = []
    for path in sorted((root / PAGES).rglob("*.md")):
        if DATA not in path.relative_to(root / PAGES).parts[:1]:
            source, faults = _load_page(path, path.relative_to(root).as_posix())
            problems += faults
            sources.append(source)
    problems += folder_problems(root / PAGES, PAGES)
    return Site(tuple(sources), library, publisher), problems


def folder_problems(pages: Path, shown: str) -> list[Problem]:
    """The faults of the files that describe folders.

    Args:
        pages: the folder of the pages.
        shown: its name in problems.
    """
    problems: list[Problem] = []
    for path in sorted(pages.rglob(FOLDER_FILE)):
        name = f"{shown}/{path.relative_to(pages).as_posix()}"
        text, faults = read_text(path, name)
        problems += faults + read_front_matter(name, text)[1]
    return problems


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """A file's text, empty where it is not UTF-8.

    Args:
        path: of the file.
        shown: the path that problems name.
    """
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [Problem(shown, line, 1, "encoding", "Save this file as UTF-8")]


def _load_page(path: Path, shown: str) -> tuple[Source, list[Problem]]:
    text, problems = read_text(path, shown)
    source, faults = read_source(shown, text)
    return source, problems + faults


def _load_publisher(root: Path) -> tuple[Publisher, list[Problem]]:
    path = root / PUBLISHER_PATH
    if not path.is_file():
        advice = "Add this file with the publisher's name, contact, repository and content_licence"
        return Publisher(), [Problem(PUBLISHER_PATH, 1, 1, "publisher-facts", advice)]
    text, problems = read_text(path, PUBLISHER_PATH)
    publisher, faults = read_publisher(text)
    return publisher, problems + faults
