"""The MkDocs adapter: says where the bibliography is, stops a broken build, lays the theme.

What a reader can trust is made elsewhere: another engine needs one more file like this, and nothing else.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from citewell.about.extension import AboutExtension
from citewell.about.pages import MONEY
from citewell.bibliography.reference import Library
from citewell.blocks.leftovers import leftover_block
from citewell.blocks.medicine import name_medicine
from citewell.boxes.extension import BoxesExtension
from citewell.citations.extension import CitationsExtension
from citewell.claims.extension import ClaimsExtension
from citewell.days import build_day, today
from citewell.evidence_listing import evidence_listing
from citewell.faq.extension import FaqExtension
from citewell.feedback.page_list import FILE as PAGE_LIST
from citewell.files_beside import files_beside
from citewell.made_pages import made_pages
from citewell.mkdocs_beside import icon_of, keep_addresses, picture_cache, style_colours, write_beside
from citewell.mkdocs_bibliography import read_bibliography, read_lock
from citewell.mkdocs_options import CitewellConfig, without_effect
from citewell.mkdocs_seal import seal_built_site, take_back
from citewell.mkdocs_theme import component_files, is_material, is_part_of_the_theme, lay_theme
from citewell.mkdocs_trail import site_identity, way_to
from citewell.output import as_line
from citewell.page_text.readers import is_path_for_readers
from citewell.pictures.extension import PicturesExtension
from citewell.pictures.modern_copies import ModernCopies
from citewell.pictures.picture_file import read_pictures
from citewell.preview_collector import PreviewCollector
from citewell.printed_page import PrintedPages
from citewell.problem import Problem
from citewell.publishing import Publishing, SiteIdentity
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.standing import notices_of
from citewell.referral.extension import ReferralExtension
from citewell.referral.placement import with_referral
from citewell.registry.run import build_problems, preview_problems
from citewell.rendered_page import plain_text
from citewell.silencing import without_comments
from citewell.site import Site, load_folders, site_of
from citewell.site_data import FOLDER as DATA
from citewell.site_data import SiteData, load_site_data
from citewell.source import read_source
from citewell.tables.extension import TablesExtension
from citewell.text_file import read_text
from citewell.wayfinding import Wayfinding

log = logging.getLogger("mkdocs.plugins.citewell")

_AFTER_ALL_OTHERS = -10_000
_PAGE_LINK = "citewell-page:"
"""What links to a page of the site begin with until the page they stand on is known."""


class CitewellPlugin(BasePlugin[CitewellConfig]):
    """Citations, their lists, the blocks and the theme's components for a MkDocs site."""

    def __init__(self) -> None:
        self._library = Library()
        self._data = SiteData()
        self._lock = ReferenceLock()
        self._reported: list[Problem] = []
        self._problems: list[Problem] = []
        self._preview: PreviewCollector | None = None
        self._site = Site()
        self._publishing = Publishing(self._site, "", build_day(), [])
        self._printed = PrintedPages(self._publishing, "")
        self._wayfinding = Wayfinding(self._site, self._publishing, SiteIdentity("", "", "", "en"))
        self._copies = ModernCopies(Path(), {}, None)
        self._citations = CitationsExtension()
        self._templates = jinja2.Environment(autoescape=True)

    def on_startup(self, *, command: str, **_: object) -> None:
        """In a preview, answers to "Was this helpful?" are counted on this machine, whatever is set."""
        if command == "serve":
            self._preview = PreviewCollector(Path(".cache") / "preview-votes.sqlite")

    def on_shutdown(self) -> None:
        """End what ran beside the preview."""
        if self._preview:
            self._preview.stop()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the bibliography and the data, register the extensions and lay the theme."""
        for words in without_effect(self.config):
            log.info("citewell: %s", words)
        self._library, problems = read_bibliography(self.config, config)
        self._lock, others = read_lock(config)
        self._data, faults = load_site_data(Path(config.docs_dir))
        _stop([*problems, *others, *faults])
        if self._preview:
            self._data = replace(self._data, feedback=self._preview.settings)
            self._preview.start(config.site_url or "", Path(config.site_dir) / PAGE_LIST)
        self._reported, self._problems = [], []
        notices = notices_of(self._library, self._lock)
        self._citations = CitationsExtension(
            library=self._library,
            report=self._reported.extend,
            notices=notices,
            bib_command=self.config.bib_command,
            bib_by_default=self.config.bib_by_default,
            full_bib_command=self.config.full_bib_command,
            references_heading=self.config.references_heading,
        )
        pages = Path(config.docs_dir)
        self._copies = ModernCopies(pages, read_pictures(pages), picture_cache(config))
        certainty = _page_link(config, self.config.certainty_page)
        config.markdown_extensions += cast(  # Markdown takes instances too
            "list[str]",
            [
                self._citations,
                BoxesExtension(self._data.drugs, self._data.crisis, certainty),
                ClaimsExtension(self._library, certainty, notices),
                FaqExtension(),
                AboutExtension(self._data.publisher, self._data.feedback),
                ReferralExtension(self._data.affiliates, _page_link(config, MONEY)),
                TablesExtension(),
                PicturesExtension(self._copies),
            ],
        )
        lay_theme(config)
        if not config.repo_url:
            config.edit_uri = None  # MkDocs would warn of every page that there is nothing to edit it in
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Stop before a page is written when a rule is broken; take the data out, put the made pages in."""
        folder = Path(config.docs_dir)
        folders, problems = load_folders(folder, folder.name)
        sources = []
        for file in list(files):
            if file.src_uri.startswith(f"{DATA}/") or is_part_of_the_theme(file):
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
        site, faults = site_of(sources, folders, self._library, self._data, today(), self._lock)
        held = preview_problems if self._preview else build_problems
        _stop([*problems, *faults, *held(site)])
        made = made_pages(
            site,
            folder.name,
            config.nav,
            evidence_pages=self.config.evidence_pages,
            search_page=is_material(config) and self.config.seal_pages,
        )
        made = [page for page in made if page.path not in files.src_uris]  # a typed page takes its place
        for page in made:
            not_in_nav = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.path, content=page.markdown, inclusion=not_in_nav))
        self._site = site
        self._publishing = Publishing(site, folder.name, build_day(), made)
        self._printed = PrintedPages(self._publishing, self.config.certainty_page)
        identity = site_identity(config)
        self._wayfinding = Wayfinding(
            site, self._publishing, identity, style_colours(config), icon_of(config)
        )
        for file in component_files(config):
            files.append(file)
        return files

    def on_page_markdown(self, markdown: str, page: Page, **_: object) -> str:
        """Name the page's medicine in its blocks, and put its article's paid box at its foot."""
        if not is_path_for_readers(page.file.src_uri):
            page.meta.setdefault("robots", "noindex")
        drug = self._publishing.facts(page.file.src_uri).drug
        named = name_medicine(markdown, drug.key) if drug and "///" in markdown else markdown
        return with_referral(without_comments(named), self._publishing.foot_referral(page.file.src_uri))

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
        for linked in (self.config.certainty_page, MONEY) if _PAGE_LINK in html else ():
            if target := files.get_file_from_path(linked):
                html = html.replace(f"{_PAGE_LINK}{linked}", target.url_relative_to(page.file))
        title = str(page.meta.get("title") or plain_text(page.title or ""))
        self._publishing.note(path, html, title, page.url)
        return html

    def on_env(self, env: jinja2.Environment, **_: object) -> None:
        """Stop when included text is at fault; no page is written yet."""
        _stop(self._problems)
        self._templates = env
        env.globals["is_preview"] = self._preview is not None

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """Give the page that answers for wrong addresses the same links in its footer as every other."""
        context["citewell"] = {**self._printed.footer(), **self._wayfinding.everywhere()}  # type: ignore[typeddict-unknown-key]
        return context

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Fill the pages that list what all others hold, and give the templates their values."""
        path, canonical = page.file.src_uri, page.canonical_url or ""
        evidence = evidence_listing(self._publishing, path, page.url, self._citations.body_html)
        evidence = evidence or self._wayfinding.listing(path, page.url)
        if evidence and is_material(config):
            template, values = evidence
            page.content = f"{page.content}{self._templates.get_template(template).render(values)}"
        trail = way_to(page, nav, self._wayfinding.above(path), config)
        steps = [(step.title, step.canonical) for step in trail]
        context["citewell"] = {  # type: ignore[typeddict-unknown-key]
            **self._printed.values(path, page.content or "", canonical),
            **self._wayfinding.values(path, is_first=page.is_homepage),
            "graph": self._publishing.graph(path, canonical, site_identity(config), steps),
            "trail": trail,
        }
        return context

    @event_priority(_AFTER_ALL_OTHERS)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files that stand beside the pages, then seal the site: it is whole now."""
        texts = files_beside(self._publishing, site_identity(config))
        write_beside(config, texts, self._wayfinding, self._copies)
        if not (is_material(config) and self.config.seal_pages):
            log.info("citewell: the site is not sealed: its pages may ask other hosts for anything.")
            return
        report = seal_built_site(config, self._site, writes=not self._preview)
        for line in report.changes:
            log.info("citewell: changed: %s", line)
        if not report.is_sound:
            if self._preview:
                log.warning("%s", "\n".join(report.faults))
                return
            take_back(config)
            raise PluginError("\n".join(["no page is published until this is mended:", *report.faults]))
        if not self._preview:
            keep_addresses(config, self._wayfinding.lasting_addresses)


def _page_link(config: MkDocsConfig, path: str) -> str:
    """What stands for the address of a page of the site; empty where there is no such page."""
    return _PAGE_LINK + path if (Path(config.docs_dir) / path).is_file() else ""


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
