"""A preview of a large site: each page is laid out when a browser asks for it, and not before.

What all pages say is read and rendered at every change, so that no page is ever an old one. What waits is the
work on pages that nobody is looking at. The seal, and the search's index, are the build's alone.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote

from mkdocs.commands.build import get_context
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import write_file

from citewell.mkdocs_build import Remembered
from citewell.mkdocs_values import PageValues

log = logging.getLogger("mkdocs.plugins.citewell")

LARGE = 200
"""Pages from which on a preview lays them out one by one."""
_BESIDE_PAGES = (".bib", ".ris", ".json", ".csv", ".xml")
_LOOKED_AT = 20
"""Pages that are laid out again after a change, because a browser may ask for them in that moment."""


class LargeSite:
    """A site whose pages are rendered, and not laid out.

    Args:
        values: what the templates print of its pages.
        write_beside: writes what stands beside the pages.
    """

    def __init__(self, values: PageValues, write_beside: Callable[[], None]) -> None:
        self._values = values
        self._write_beside: Callable[[], None] | None = write_beside
        log.info("citewell: a large site: each page is laid out when it is asked for, and none is sealed.")
        self._all = values.files.documentation_pages()
        self._left = {file.dest_uri: file for file in self._all}
        for file in self._all:  # the engine lays out what is left
            file.inclusion = InclusionLevel.EXCLUDED

    def make(self, path: str) -> bool:
        """Lay a page out, or write what stands beside the pages, where that is still to be done.

        Args:
            path: of the file that is asked for, from the site's root.

        Returns:
            whether it is a page.
        """
        if file := self._left.pop(path, None):
            self._lay_out(file)
        elif path.endswith(_BESIDE_PAGES) and self._write_beside:
            write, self._write_beside = self._write_beside, None
            write()
        return file is not None

    def check_anchors(self) -> None:
        """Say which links lead to no anchor: the engine does not look at pages that it has not laid out."""
        values = self._values
        for file in self._all:
            if file.page:
                level = values.config.validation.links.anchors
                file.page.validate_anchor_links(files=values.files, log_level=level)

    def _lay_out(self, file: File) -> None:
        page, values = file.page, self._values
        if page is None:
            return
        context: Any = get_context(values.nav, self._all, values.config, page)
        page.active = True
        try:
            context["citewell"] = values.of_filled(page)
            template = values.env.get_template(page.meta.get("template") or "main.html")
            write_file(template.render(context).encode(), file.abs_dest_path)
        finally:
            page.active = False


class LargePreview:
    """What a browser sees of a large site while it is built again and again.

    Attributes:
        remembered: what one build leaves to the next.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._site: LargeSite | None = None
        self._is_built = True
        self._looked_at: list[str] = []
        self.remembered = Remembered()

    def begin(self) -> None:
        """From here on, whoever asks for a page waits for the build to end."""
        with self._changed:
            self._is_built, self._site = False, None

    def end(self, site: LargeSite | None) -> None:
        """The build is at its end.

        Args:
            site: what it made; None where all pages are laid out.
        """
        with self._changed:
            if site:
                for path in self._looked_at:
                    site.make(path)
            self._site, self._is_built = site, True
            self._changed.notify_all()

    def serve(self, server: LiveReloadServer) -> None:
        """Have the server ask for each page before it reads it."""
        answer: Any = server.get_app()

        def answer_when_made(environ: Any, start_response: Any) -> Iterable[bytes]:
            path = unquote(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore"))
            if not path.startswith("/livereload/"):
                self._make(path.removeprefix(server.mount_path).lstrip("/"))
            answered: Iterable[bytes] = answer(environ, start_response)
            return answered

        server.set_app(answer_when_made)

    def _make(self, path: str) -> None:
        asked = f"{path}index.html" if not path or path.endswith("/") else path
        with self._changed:
            self._changed.wait_for(lambda: self._is_built)
            if self._site is None:
                return
            if self._site.make(asked) or asked in self._looked_at:
                others = [path for path in self._looked_at if path != asked]
                self._looked_at = [asked, *others][:_LOOKED_AT]


def is_large(files: Files) -> bool:
    """Whether a site is so large that its preview lays out pages one by one."""
    return len(files.documentation_pages()) >= LARGE
