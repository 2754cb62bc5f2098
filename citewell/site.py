"""Everything an editor writes, read once from the project's folder."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from citewell.article import Article, Page, articles
from citewell.bibliography.bibtex import read_bib_files
from citewell.bibliography.reference import Library
from citewell.front_matter import FOLDER_FILE, read_front_matter
from citewell.metadata import metadata_of
from citewell.page_facts import read_page_facts
from citewell.pictures.picture import Pictures
from citewell.pictures.picture_file import read_pictures
from citewell.problem import Problem
from citewell.publisher import PATH as PUBLISHER_PATH
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.lock_file import FILE as LOCK
from citewell.reference_lock.lock_file import read_lock
from citewell.site_data import FOLDER as DATA
from citewell.site_data import SiteData, load_site_data
from citewell.source import Source, read_source
from citewell.text_file import read_text
from citewell.yaml_mapping import YamlMapping

BIBLIOGRAPHY = "references.bib"
PAGES = "docs"

Folders = Mapping[str, tuple[str, YamlMapping]]
"""What the folders' own files say, by the folder: the file's path and its mapping."""


@dataclass(frozen=True)
class Site:
    """The pages with their facts, the references they may cite, the data files, the day, and the lock.

    Args:
        pages: all that are typed.
        articles: that they make up.
        library: the bibliography.
        data: what the data files say.
        today: what dates are held against.
        lock: what databases said of the references.
        folders: what their own files say.
        pictures: those that lie beside the pages.
    """

    pages: tuple[Page, ...] = ()
    articles: tuple[Article, ...] = ()
    library: Library = field(default_factory=Library)
    data: SiteData = field(default_factory=SiteData)
    today: dt.date = dt.date.min
    lock: ReferenceLock = field(default_factory=ReferenceLock)
    folders: Folders = field(default_factory=lambda: MappingProxyType({}))
    pictures: Pictures = field(default_factory=lambda: MappingProxyType({}))


def load_site(
    root: Path, today: dt.date, is_wanted: Callable[[str], bool] = lambda _: True
) -> tuple[Site, list[Problem]]:
    """Read docs/, references.bib and docs/_data of a project.

    Args:
        root: the project's folder.
        today: what dates are held against.
        is_wanted: says by its path whether a page is to be read.

    Returns:
        what could be read, and the faults that stand in the way of reading the rest.
    """
    library, problems = read_bib_files([root / BIBLIOGRAPHY], root)
    data, faults = load_site_data(root / PAGES)
    problems += faults
    if not (root / PUBLISHER_PATH).is_file():
        advice = "Add this file with the publisher's name, contact, repository and content_licence"
        problems.append(Problem(PUBLISHER_PATH, 1, 1, "publisher-facts", advice))
    folders, faults = load_folders(root / PAGES, PAGES)
    problems += faults
    sources = []
    for path in sorted((root / PAGES).rglob("*.md")):
        shown = path.relative_to(root).as_posix()
        if DATA not in path.relative_to(root / PAGES).parts[:1] and is_wanted(shown):
            source, faults = _load_page(path, shown)
            problems += faults
            sources.append(source)
    lock, faults = load_lock(root)
    problems += faults
    site, faults = site_of(sources, folders, library, data, today, lock)
    return replace(site, pictures=read_pictures(root / PAGES)), [*problems, *faults]


def load_lock(root: Path) -> tuple[ReferenceLock, list[Problem]]:
    """Read what databases said of the references; nothing where nobody has asked them yet."""
    if not (root / LOCK).is_file():
        return ReferenceLock(), []
    text, problems = read_text(root / LOCK, LOCK)
    lock, faults = read_lock(text)
    return lock, problems + faults


def load_folders(pages: Path, shown: str) -> tuple[Folders, list[Problem]]:
    """Read the files that describe folders, with their faults.

    Args:
        pages: the folder of the pages.
        shown: its name in problems.
    """
    folders: dict[str, tuple[str, YamlMapping]] = {}
    problems: list[Problem] = []
    for path in sorted(pages.rglob(FOLDER_FILE)):
        name = f"{shown}/{path.relative_to(pages).as_posix()}"
        text, faults = read_text(path, name)
        mapping, others = read_front_matter(name, text)
        problems += faults + others
        folders[str(PurePosixPath(name).parent)] = (name, mapping)
    return MappingProxyType(folders), problems


def site_of(  # noqa: PLR0913, PLR0917 (the parts of a site, in the order in which they are read)
    sources: Sequence[Source],
    folders: Folders,
    library: Library,
    data: SiteData,
    today: dt.date,
    lock: ReferenceLock,
) -> tuple[Site, list[Problem]]:
    """The site of these pages, and the faults of their facts, each once however many pages inherit it."""
    read = [page_of(source, folders, data, today) for source in sources]
    pages = [page for page, _ in read]
    problems = {fault for _, faults in read for fault in faults}
    site = Site(tuple(pages), tuple(articles(pages, folders)), library, data, today, lock, folders)
    return site, sorted(problems)


def page_of(source: Source, folders: Folders, data: SiteData, today: dt.date) -> tuple[Page, list[Problem]]:
    """A page with its facts, and their faults."""
    facts, faults = read_page_facts(metadata_of(source.path, source.front_matter, folders), data, today)
    return Page(source, facts), faults


def _load_page(path: Path, shown: str) -> tuple[Source, list[Problem]]:
    text, problems = read_text(path, shown)
    source, faults = read_source(shown, text)
    return source, problems + faults
