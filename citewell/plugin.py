"""The MkDocs adapter: says where the bibliography is, stops a broken build, lays the theme.

What a reader can trust is made elsewhere: another engine needs one more file like this, and nothing else.
"""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import jinja2
from mkdocs.config import config_options
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from mkdocs_bibtex.config import BibTexConfig

from citewell import components
from citewell.bibliography.reference import Library
from citewell.blocks.leftovers import leftover_block
from citewell.blocks.medicine import name_medicine
from citewell.boxes.extension import BoxesExtension
from citewell.checks.run import build_problems
from citewell.citations.extension import CitationsExtension
from citewell.citations.out_of_search import hide, show
from citewell.claims.extension import ClaimsExtension
from citewell.days import build_day, today
from citewell.faq.extension import FaqExtension
from citewell.made_pages import made_pages
from citewell.mkdocs_bibliography import read_bibliography
from citewell.output import as_line
from citewell.printed_page import PrintedPages
from citewell.problem import Problem
from citewell.publishing import Publishing, SiteIdentity
from citewell.rendered_page import plain_text
from citewell.site import Site, load_folders, site_of
from citewell.site_data import FOLDER as DATA
from citewell.site_data import SiteData, load_site_data
from citewell.source import read_source
from citewell.text_file import read_text

log = logging.getLogger("mkdocs.plugins.citewell")

_CITATION_COMPONENTS = {"citation", "reference-list"}
_STYLES, _SCRIPTS = "assets/citewell.css", "assets/citewell.js"
_BEFORE_THE_SEARCH, _AFTER_THE_SEARCH = 1000, -1000
_PAGE_LINK = "citewell-page:"
"""What links to a page of the site begin with until the page they stand on is known."""
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
        certainty_page (string): the page that says what the levels of certainty mean.
        evidence_pages (boolean): whether the build lists all references and all cited statements.
    """

    footnote_format = config_options.Optional(config_options.Type(str))  # type: ignore[assignment]
    enable_inline_citations = config_options.Optional(config_options.Type(bool))  # type: ignore[assignment]
    references_heading = config_options.Type(str, default="References")
    certainty_page = config_options.Type(str, default="about/how-sure-we-are.md")
    evidence_pages = config_options.Type(bool, default=True)


class CitewellPlugin(BasePlugin[CitewellConfig]):
    """Citations, their lists, the blocks and the theme's components for a MkDocs site."""

    def __init__(self) -> None:
        self._library = Library()
        self._data = SiteData()
        self._reported: list[Problem] = []
        self._problems: list[Problem] = []
        self._hidden: list[str] = []
        self._publishing = Publishing(Site(), "", build_day(), [])
        self._printed = PrintedPages(self._publishing, "")
        self._citations = CitationsExtension()
        self._templates = jinja2.Environment(autoescape=True)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the bibliography and the data, register the extensions and lay the theme."""
        for option, instead in _WITHOUT_MEANING.items():
            if self.config[option]:
                log.info("citewell: the option %s has no effect: %s.", option, instead)
        self._library, problems = read_bibliography(self.config, config)
        self._data, faults = load_site_data(Path(config.docs_dir))
        _stop([*problems, *faults])
        self._reported, self._problems = [], []
        self._citations = CitationsExtension(
            library=self._library,
            report=self._reported.extend,
            bib_command=self.config.bib_command,
            bib_by_default=self.config.bib_by_default,
            full_bib_command=self.config.full_bib_command,
            references_heading=self.config.references_heading,
        )
        certainty = self.config.certainty_page
        address = _PAGE_LINK + certainty if (Path(config.docs_dir) / certainty).is_file() else ""
        config.markdown_extensions += cast(  # Markdown takes instances too
            "list[str]",
            [
                self._citations,
                BoxesExtension(self._data.drugs, self._data.crisis, address),
                ClaimsExtension(self._library, address),
                FaqExtension(),
            ],
        )
        _lay_theme(config)
        if not config.repo_url:
            config.edit_uri = None  # MkDocs would warn of every page that there is nothing to edit it in
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Stop before a page is written when a rule is broken; take the data out, put the made pages in."""
        folder = Path(config.docs_dir)
        folders, problems = load_folders(folder, folder.name)
        sources = []
        for file in list(files):
            if file.src_uri.startswith(f"{DATA}/") or str(file.abs_src_path).startswith(
                str(components.FOLDER)
            ):
                files.remove(file)
            elif file.is_documentation_page() and file.inclusion.is_included():
                shown = f"{folder.name}/{file.src_uri}"
                text, faults = (
                    read_text(Path(file.abs_src_path), shown)
                    if file.abs_src_path
                    else (file.content_string, [])
                )
                source, others = read_source(shown, text)
                problems += faults + others
                sources.append(source)
        site, faults = site_of(sources, folders, self._library, self._data, today())
        _stop([*problems, *faults, *build_problems(site)])
        made = made_pages(site, folder.name, config.nav, evidence_pages=self.config.evidence_pages)
        made = [page for page in made if page.path not in files.src_uris]  # a typed page takes its place
        for page in made:
            not_in_nav = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.path, content=page.markdown, inclusion=not_in_nav))
        self._publishing = Publishing(site, folder.name, build_day(), made)
        self._printed = PrintedPages(self._publishing, self.config.certainty_page)
        is_material = config.theme.name == "material"
        for path in (_STYLES, _SCRIPTS):
            text = components.bundle(
                Path(path).suffix, lambda name: is_material or name in _CITATION_COMPONENTS
            )
            files.append(File.generated(config, path, content=text))
        return files

    def on_page_markdown(self, markdown: str, page: Page, **_: object) -> str:
        """Give the blocks that print a medicine's warnings the page's medicine."""
        drug = self._publishing.facts(page.file.src_uri).drug
        return name_medicine(markdown, drug.key) if drug and "///" in markdown else markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Note what the extensions reported of the page, and what stands on it."""
        path, shown = page.file.src_uri, _shown(config, page.file.src_uri)
        self._problems += [  # what stands in the page itself was found before, in on_files
            Problem(shown, 1, 1, problem.rule, f"In included text: {problem.message}")
            for problem in self._reported
        ]
        self._reported.clear()
        if line := leftover_block(html):
            advice = f"Put “{line}” where Markdown reads it: not inside HTML, with an empty line before it"
            self._problems.append(Problem(shown, 1, 1, "block", advice))
        if _PAGE_LINK in html and (target := files.get_file_from_path(self.config.certainty_page)):
            html = html.replace(f"{_PAGE_LINK}{target.src_uri}", target.url_relative_to(page.file))
        title = str(page.meta.get("title") or plain_text(page.title or ""))
        self._publishing.note(path, html, title, page.url)
        return html

    def on_env(self, env: jinja2.Environment, **_: object) -> None:
        """Stop when included text is at fault; no page is written yet."""
        _stop(self._problems)
        self._templates = env

    @event_priority(_BEFORE_THE_SEARCH)
    def _before_the_search(
        self, /, context: TemplateContext, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Fill the pages that list what all others cite, each in its turn, and hide the citations."""
        evidence = self._publishing.evidence(page.file.src_uri, page.url, self._citations.body_html)
        if evidence and config.theme.name == "material":
            template, values = evidence
            page.content = f"{page.content}{self._templates.get_template(template).render(values)}"
        page.content, self._hidden = hide(page.content or "")
        return context

    @event_priority(_AFTER_THE_SEARCH)
    def _after_the_search(
        self, /, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        page.content = show(page.content or "", self._hidden)
        context["citewell"] = {  # type: ignore[typeddict-unknown-key]
            **self._printed.values(page.file.src_uri, page.content, page.canonical_url or ""),
            "graph": self._graph(page, config, nav),
        }
        return context

    on_page_context = CombinedEvent(_before_the_search, _after_the_search)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write each page's references as files beside it, and the ledger as a table."""
        for address, text in self._publishing.files():
            path = Path(config.site_dir) / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())

    def _graph(self, page: Page, config: MkDocsConfig, nav: Navigation) -> Mapping[str, object] | None:
        way: list[Any] = [nav.homepage] if nav.homepage and not page.is_homepage else []
        way += reversed(list(page.ancestors))
        leaves = [_first_page(step) for step in way]
        if page not in leaves and way:  # an article's first page is where its section leads
            way, leaves = [*way, page], [*leaves, page]
        steps = [
            (plain_text(step.title or ""), leaf.canonical_url or "")
            for step, leaf in zip(way, leaves, strict=True)
        ]
        return self._publishing.graph(
            page.file.src_uri,
            page.canonical_url or "",
            SiteIdentity(
                config.site_url or "",
                config.site_name,
                config.site_description or "",
                str(config.theme["language"]) if "language" in config.theme else "en",
            ),
            steps,
        )


def _lay_theme(config: MkDocsConfig) -> None:
    """Put our theme between the site's overrides and Material; any other theme gets what citations need."""
    if config.theme.name == "material":
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(components.THEME))
    config.extra_css.insert(0, _STYLES)
    script = ExtraScriptValue(_SCRIPTS)
    script.defer = True
    config.extra_javascript.insert(0, script)


def _first_page(step: StructureItem) -> Page:
    """The page that a step of the navigation leads to."""
    leaf: Any = step
    while leaf.children:
        leaf = leaf.children[0]
    return cast("Page", leaf)


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
