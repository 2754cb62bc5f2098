"""The MkDocs adapter: says where the bibliography is, stops a broken build, lays the theme.

What a reader can trust is made elsewhere (bibliography/, nlm/, citations/): another engine needs another file
like this one and nothing more.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import config_options
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from mkdocs_bibtex.config import BibTexConfig
from mkdocs_bibtex.utils import get_path_relative_to_mkdocs_yaml, sanitize_zotero_query

from citewell.bibliography.bibtex import BibFile, read_bib_files, read_library
from citewell.bibliography.download import DownloadError, download
from citewell.bibliography.reference import Library
from citewell.checks.run import citation_problems
from citewell.citations.extension import CitationsExtension
from citewell.citations.out_of_search import hide, show
from citewell.output import as_line
from citewell.problem import Problem
from citewell.site import DATA, folder_problems, read_text
from citewell.source import read_source

log = logging.getLogger("mkdocs.plugins.citewell")

_THEME = Path(__file__).parent / "theme"
_COMPONENTS = _THEME / "components"
_CITATION_COMPONENTS = {"citation", "reference-list"}
_STYLES, _SCRIPTS = "assets/citewell.css", "assets/citewell.js"
_ZOTERO = "api.zotero.org"
_BEFORE_THE_SEARCH, _AFTER_THE_SEARCH = 1000, -1000
_WITHOUT_MEANING = {
    "csl_file": "references are printed in NLM style; no CSL file is read",
    "csl_file_encoding": "references are printed in NLM style; no CSL file is read",
    "footnote_format": "citations are numbers in round brackets, not footnotes",
    "enable_inline_citations": "an @key without brackets stays as typed; write [@key]",
}
"""Options of mkdocs-bibtex that a site may still carry, and what happens instead."""


class CitewellConfig(BibTexConfig):
    """The options of mkdocs-bibtex, with the same meaning, and our own.

    Options:
        references_heading (string): the heading over a page's references.
    """

    footnote_format = config_options.Optional(config_options.Type(str))  # type: ignore[assignment]
    enable_inline_citations = config_options.Optional(config_options.Type(bool))  # type: ignore[assignment]
    references_heading = config_options.Type(str, default="References")


class CitewellPlugin(BasePlugin[CitewellConfig]):
    """Citations, their lists and the theme's components for a MkDocs site."""

    def __init__(self) -> None:
        self._library = Library()
        self._reported: list[Problem] = []
        self._problems: list[Problem] = []
        self._hidden: list[str] = []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the bibliography, register the extension and lay the theme."""
        for option, instead in _WITHOUT_MEANING.items():
            if self.config[option]:
                log.info("citewell: the option %s has no effect: %s.", option, instead)
        self._library = self._read_bibliography(config)
        self._reported, self._problems = [], []
        extension = CitationsExtension(
            library=self._library,
            report=self._reported.extend,
            bib_command=self.config.bib_command,
            bib_by_default=self.config.bib_by_default,
            full_bib_command=self.config.full_bib_command,
            references_heading=self.config.references_heading,
        )
        config.markdown_extensions.append(extension)  # type: ignore[arg-type]  # Markdown takes instances too
        _lay_theme(config)
        if not config.repo_url:
            config.edit_uri = None  # MkDocs would warn of every page that there is nothing to edit it in
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep the data files in, and stop before a page is written when a citation leads nowhere."""
        problems = folder_problems(Path(config.docs_dir), Path(config.docs_dir).name)
        for file in list(files):
            if file.src_uri.startswith(f"{DATA}/") or str(file.abs_src_path).startswith(str(_COMPONENTS)):
                files.remove(file)
            elif file.is_documentation_page() and file.inclusion.is_included():
                text, faults = _text(file, _shown(config, file.src_uri))
                problems += faults
                source, faults = read_source(_shown(config, file.src_uri), text)
                problems += faults
                problems += citation_problems(source, self._library)
        _stop(problems)
        for path in (_STYLES, _SCRIPTS):
            files.append(_bundle(config, path))
        return files

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Note what the extension reported of the page."""
        del files
        shown = _shown(config, page.file.src_uri)
        self._problems += [  # what stands in the page itself was found before, in on_files
            replace(problem, path=shown, line=1, column=1, message=f"In included text: {problem.message}")
            for problem in self._reported
        ]
        self._reported.clear()
        return html

    def on_env(self, *_: object, **__: object) -> None:
        """Stop when a citation in included text leads nowhere; no page is written yet."""
        _stop(self._problems)

    @event_priority(_BEFORE_THE_SEARCH)
    def _hide_citations(self, /, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        page.content, self._hidden = hide(page.content or "")
        return context

    @event_priority(_AFTER_THE_SEARCH)
    def _show_citations(self, /, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        page.content = show(page.content or "", self._hidden)
        return context

    on_page_context = CombinedEvent(_hide_citations, _show_citations)

    def _read_bibliography(self, config: MkDocsConfig) -> Library:
        bib_file, bib_dir = self.config.bib_file, self.config.bib_dir
        root = Path(config.config_file_path or "mkdocs.yml").parent
        if bib_file and urlsplit(bib_file).scheme in {"http", "https"}:
            library, problems = read_library([BibFile(bib_file, _download(bib_file))])
        elif bib_file:
            path = Path(get_path_relative_to_mkdocs_yaml(bib_file, config))
            config.watch.append(str(path))
            library, problems = read_bib_files([path], root)
        elif bib_dir:
            folder = Path(get_path_relative_to_mkdocs_yaml(bib_dir, config))
            config.watch.append(str(folder))
            library, problems = read_bib_files(sorted(folder.rglob("*.bib")), root)
        else:
            raise PluginError("citewell: name the bibliography in mkdocs.yml, as in bib_file: references.bib")
        _stop(problems)
        return library


def _download(address: str) -> str:
    is_zotero = urlsplit(address).hostname == _ZOTERO
    try:
        return download(sanitize_zotero_query(address) if is_zotero else address, follow_pages=is_zotero)
    except DownloadError as error:
        raise PluginError(f"citewell: the bibliography is not read: {error}") from error


def _lay_theme(config: MkDocsConfig) -> None:
    """Put our theme between the site's overrides and Material; any other theme gets what citations need."""
    if config.theme.name == "material":
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_THEME))
    config.extra_css.insert(0, _STYLES)
    script = ExtraScriptValue(_SCRIPTS)
    script.defer = True
    config.extra_javascript.insert(0, script)


def _bundle(config: MkDocsConfig, path: str) -> File:
    """All components' styles, or scripts, in one file: a reader's phone asks once, not sixteen times."""
    is_material = config.theme.name == "material"
    components = [
        component.read_text(encoding="utf-8")
        for component in sorted(_COMPONENTS.glob(f"*/*{Path(path).suffix}"))
        if is_material or component.parent.name in _CITATION_COMPONENTS
    ]
    end = ";\n" if path == _SCRIPTS else "\n"  # a script may leave out its last semicolon
    return File.generated(config, path, content=end.join(components))


def _text(file: File, shown: str) -> tuple[str, list[Problem]]:
    return read_text(Path(file.abs_src_path), shown) if file.abs_src_path else (file.content_string, [])


def _shown(config: MkDocsConfig, src_uri: str) -> str:
    return f"{Path(config.docs_dir).name}/{src_uri}"


def _stop(problems: Sequence[Problem]) -> None:
    """Log the warnings, and end the build when there is an error."""
    for problem in sorted(problems):
        if problem.level == "warning":
            log.warning("%s", as_line(problem))
    errors = [as_line(problem) for problem in sorted(problems) if problem.level == "error"]
    if errors:
        raise PluginError("\n".join(["no page is published until this is mended:", *errors]))
