"""Reads the pages of MkDocs' site as they were typed; in a preview, those alone that have changed."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from citewell.article import Page, articles
from citewell.bibliography.reference import Library
from citewell.mkdocs_theme import is_part_of_the_theme
from citewell.pictures.picture import Pictures
from citewell.problem import Problem
from citewell.reference_lock.lock import ReferenceLock
from citewell.site import Folders, Site, load_folders, page_of
from citewell.site_data import FOLDER as DATA
from citewell.site_data import SiteData
from citewell.source import Source, read_source
from citewell.text_file import read_text

_Read = tuple[str, Source, list[Problem]]
_Around = tuple[Folders, SiteData, dt.date]


class SourceReader:
    """Reads a site again and again.

    Args:
        remembers: whether it holds on to what it has read: for a preview. A build reads everything once.
    """

    def __init__(self, *, remembers: bool = False) -> None:
        self._remembers = remembers
        self._sources: dict[str, _Read] = {}
        self._pages: dict[str, tuple[Page, list[Problem]]] = {}
        self._around: _Around | None = None

    def read(  # noqa: PLR0913, PLR0917 (the parts of a site, in the order in which they are read)
        self,
        files: Files,
        config: MkDocsConfig,
        library: Library,
        data: SiteData,
        today: dt.date,
        lock: ReferenceLock,
        pictures: Pictures,
    ) -> tuple[Site, list[Problem]]:
        """The site, and what stands in the way of reading it; what is not published leaves the files."""
        folder = Path(config.docs_dir)
        folders, problems = load_folders(folder, folder.name)
        sources = []
        for file in list(files):
            if file.src_uri.startswith(f"{DATA}/") or is_part_of_the_theme(file):
                files.remove(file)
            elif file.is_documentation_page() and file.inclusion.is_included():
                source, faults = self._source(file, f"{folder.name}/{file.src_uri}")
                problems += faults
                sources.append(source)
        pages, faults = self._pages_of(sources, (folders, data, today))
        found = tuple(pages), tuple(articles(pages, folders))
        site = Site(*found, library, data, today, lock, folders, pictures)
        return site, problems + faults

    def _source(self, file: File, shown: str) -> tuple[Source, list[Problem]]:
        text, unreadable = (
            read_text(Path(file.abs_src_path), shown) if file.abs_src_path else (file.content_string, [])
        )
        known = self._sources.get(shown)
        if known and known[0] == text:
            return known[1], unreadable + known[2]
        source, faults = read_source(shown, text)
        if self._remembers:
            self._sources[shown] = text, source, faults
        return source, unreadable + faults

    def _pages_of(self, sources: Sequence[Source], around: _Around) -> tuple[list[Page], list[Problem]]:
        known = self._pages if self._around == around else {}
        read: dict[str, tuple[Page, list[Problem]]] = {}
        for source in sources:
            page = known.get(source.path)
            is_same = page is not None and page[0].source is source
            read[source.path] = page if page and is_same else page_of(source, *around)
        if self._remembers:
            self._pages, self._around = read, around
        problems = {fault for _, faults in read.values() for fault in faults}
        return [page for page, _ in read.values()], sorted(problems)
