"""Turns the Markdown of MkDocs' pages into HTML: by two processes, and only what is not at hand already."""

import logging
import time
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from citewell.bibliography.consulted import WHOLE, ConsultedLibrary
from citewell.bibliography.reference import Library
from citewell.blocks.leftovers import leftover_block
from citewell.cache.canonical import fingerprint
from citewell.cache.store import packed, unpacked
from citewell.engine_log import Record, log_again, records
from citewell.garbage_collection import pass_over_what_is_there
from citewell.mkdocs_asked_files import AskedFiles
from citewell.mkdocs_build import Making
from citewell.mkdocs_folder_facts import FolderFacts
from citewell.mkdocs_known import reads_other_files
from citewell.mkdocs_page_link import with_addresses
from citewell.pictures.modern_copies import ModernCopies
from citewell.problem import Problem
from citewell.rendered_page import ReadOff, read_off
from citewell.work_ahead import WorkAhead, can_fork

_MADE_BEFORE_ANOTHER_HELPS = 20
_WORTH_HELP = 50
"""Pages left to make for which a second process is worth its start."""


class Extensions(NamedTuple):
    """What our Markdown extensions ask and say while they render a page.

    Args:
        library: that they look works up in.
        reported: what they say is wrong.
        linked: the paths of pages that they link to before they know on which page.
        copies: of the pictures that they ask for.
    """

    library: ConsultedLibrary
    reported: list[Problem]
    linked: Sequence[str]
    copies: ModernCopies


@dataclass(frozen=True, slots=True)
class Rendering:
    """What rendering a page gives.

    Args:
        html: of its text.
        toc: its headings.
        title: its first heading's, as the engine found it.
        anchors: that others may link to.
        links: to anchors, by the page that they are on: each anchor, with the link as typed.
        read: what the HTML says.
        reported: what the extensions said is wrong.
        leftover: a line of a block that nothing took; empty where there is none.
        records: what was logged.
        asked: the files that it asked for, each with its address; None where there is no such file.
        cited: the keys of works it looked up, each with the work's fingerprint.
        pictures: that it shows, each with what was known of it.
    """

    html: str
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None
    links: Mapping[str, dict[str, str]] | None
    read: ReadOff
    reported: Sequence[Problem]
    leftover: str
    records: Sequence[Record]
    asked: Mapping[str, str | None]
    cited: Mapping[str, str]
    pictures: Mapping[str, str]

    @property
    def may_be_kept(self) -> bool:
        """Whether nothing was said of the page that has to be said again, and nothing left unread."""
        return not (self.reported or self.leftover or self.records or self.links is None)


class RenderedPages:
    """The pages of a site.

    Args:
        config: of the site.
        files: of the site.
        extensions: what they ask and say.
        making: how pages are made in this build.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        files: Files,
        extensions: Extensions,
        making: Making,
    ) -> None:
        self._config = config
        self._files = AskedFiles(files)
        self._facts = FolderFacts(config)
        self._library = extensions.library
        self._reported = extensions.reported
        self._linked = extensions.linked
        self._copies = extensions.copies
        self._store = making.store
        self._settings = making.settings
        self._shares = making.shares
        self._remembered = making.remembered
        self._used: dict[str, Rendering] = {}
        self._pages = files.documentation_pages()
        self._numbers = {file.src_uri: number for number, file in enumerate(self._pages)}
        self._made = 0
        self._renderings: dict[str, Rendering] = {}
        self._pace = making.pace
        self._pace.begin("turning Markdown into HTML")
        self._ahead: WorkAhead | None = None
        self._work = cache(lambda key: _work_fingerprint(extensions.library, key))
        if self._remembered is None:  # a preview reads the sources again and again
            pass_over_what_is_there()

    def take_over(self, page: Page) -> None:
        """Have a page rendered here, in the place of the engine's own `Page.render`."""

        def render(_: MkDocsConfig, files: Files) -> None:
            began = time.monotonic()
            self._renderings[page.file.src_uri] = self._render(page, files)
            number = self._numbers.get(page.file.src_uri, 0)
            self._pace.done(number, len(self._pages), page.file.src_uri, time.monotonic() - began)

        self._facts.look_at(page)
        if self._remembered:
            page.read_source = partial(_read_source, page, self._remembered.texts)  # type: ignore[method-assign]
        page.render = render  # type: ignore[assignment, method-assign]

    def rendering(self, path: str) -> Rendering:
        """What was made of a page, once."""
        return self._renderings.pop(path)

    def _render(self, page: Page, files: Files) -> Rendering:
        key = self._key(page)
        found = self._kept(key)
        if found is None:
            found = self._from_the_other(page, key)
        if found is None:
            found = self._new(page)
            self._made += 1
            self._put(key, found)
        for picture in found.pictures:
            self._copies.told(picture)  # so that its copy stands beside the pages, whoever rendered this one
        _apply(found, page, files)
        return found

    def end(self) -> None:
        """Let the second process end, and let go of what a preview does not need any more."""
        if self._remembered:
            self._remembered.renderings = self._used
        if self._ahead:
            self._ahead.end()
            self._ahead = None

    def _kept(self, key: str) -> Rendering | None:
        found: Rendering | None = None
        if key:
            found = self._remembered.renderings.get(key) if self._remembered else self._store.get(key)
        if found is None or not self._still_holds(found):
            return None
        if self._remembered:
            self._used[key] = found
        return found

    def _put(self, key: str, made: Rendering) -> None:
        if key and made.may_be_kept:
            if self._remembered:
                self._used[key] = made
            elif self._store.keeps:
                self._store.put(key, packed(made))

    def _key(self, page: Page) -> str:
        text = page.markdown or ""
        if reads_other_files(text, self._config):
            return ""  # which nothing is kept under
        return fingerprint("rendering", self._settings, page.file.src_uri, page.file.url, text)

    def _still_holds(self, found: Rendering) -> bool:
        return (
            all(self._files.address(path) == address for path, address in found.asked.items())
            and all(self._work(key) == work for key, work in found.cited.items())
            and all(self._copies.told(path) == told for path, told in found.pictures.items())
        )

    def _from_the_other(self, page: Page, key: str) -> Rendering | None:
        """What the second process made of a page, if it is its, and the page is still the same."""
        number = self._numbers.get(page.file.src_uri)
        if number is None:
            return None
        left = len(self._pages) - number
        if self._ahead is None and self._made >= _MADE_BEFORE_ANOTHER_HELPS and left >= _WORTH_HELP:
            if self._shares and can_fork():
                self._ahead = WorkAhead(
                    range(number, len(self._pages)), self._ahead_of_time, self._store.folder
                )
            self._shares = False
        made = self._ahead.take(number) if self._ahead else None
        if made is None or made[0] != page.markdown:
            return None
        found: Rendering = unpacked(made[1])
        if self._store.keeps and key and found.may_be_kept:
            self._store.put(key, made[1])
        log_again(found.records)
        return found

    def _ahead_of_time(self, number: int) -> tuple[str, bytes] | None:
        """In the second process: what becomes of a page, from its file on."""
        file = self._pages[number]
        page = file.page or Page(None, file, self._config)
        config, files = self._config, self._files
        self._facts.look_at(page)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        logging.raiseExceptions = False
        return page.markdown, packed(self._new(page, is_second=True))

    def _new(self, page: Page, *, is_second: bool = False) -> Rendering:
        self._files.start()
        self._library.asked.clear()
        self._copies.asked.clear()
        self._reported.clear()
        with records(only=is_second) as logged:
            Page.render(page, self._config, self._files)
        html = page.content or ""
        leftover = leftover_block(html)
        html = with_addresses(html, self._linked, page, self._files)
        links = page.links_to_anchors
        made = Rendering(
            html,
            page.toc,
            page._title_from_render,  # noqa: SLF001  # the engine has no other name for it
            page.present_anchor_ids,
            None if links is None else {file.src_uri: anchors for file, anchors in links.items()},
            read_off(html),
            tuple(self._reported),
            leftover,
            tuple(logged),
            self._files.asked,
            {asked: self._work(asked) for asked in sorted(self._library.asked)},
            {asked: self._copies.told(asked) for asked in sorted(self._copies.asked)},
        )
        self._reported.clear()
        return made


def _read_source(page: Page, texts: dict[str, tuple[str, str, dict[str, Any]]], config: MkDocsConfig) -> None:
    """Read a page as the engine does, but its metadata only when the page has changed."""
    text, path = page.file.content_string, page.file.src_uri
    known = texts.get(path)
    if known is None or known[0] != text:
        Page.read_source(page, config)
        known = texts[path] = text, page.markdown or "", deepcopy(dict(page.meta))
    page.markdown, page.meta = known[1], deepcopy(known[2])


def _apply(rendering: Rendering, page: Page, files: Files) -> None:
    """Give a page what `Page.render` gives it."""
    page.content = rendering.html
    page.toc = rendering.toc
    page._title_from_render = rendering.title  # noqa: SLF001
    page.present_anchor_ids = rendering.anchors
    if rendering.links is not None:
        page.links_to_anchors = {
            file: dict(anchors)
            for path, anchors in rendering.links.items()
            if (file := files.get_file_from_path(path))
        }


def _work_fingerprint(library: Library, key: str) -> str:
    """What tells a work from others, wherever in its file it stands; empty for one that is not there."""
    if key == WHOLE:
        return fingerprint([reference.fingerprint for reference in library.references])
    reference = Library.get(library, key)
    return reference.fingerprint if reference else ""
