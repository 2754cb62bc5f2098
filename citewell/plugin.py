"""The MkDocs adapter: says where the bibliography is, stops a broken build, lays the theme.

What a reader can trust is made elsewhere: another engine needs one more file like this, and nothing else.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from citewell.about.pages import MONEY
from citewell.article_sections import SectionsOfArticles
from citewell.bibliography.consulted import ConsultedLibrary
from citewell.bibliography.reference import Library
from citewell.blocks.medicine import name_medicine
from citewell.citations.extension import CitationsExtension
from citewell.days import build_day, today
from citewell.feedback.page_list import FILE as PAGE_LIST
from citewell.garbage_collection import collect_as_usual, collect_rarely
from citewell.made_pages import made_pages
from citewell.mkdocs_beside import divided_sitemap, keep_addresses, picture_cache, ways_to_pages, write_beside
from citewell.mkdocs_bibliography import read_bibliography, read_lock
from citewell.mkdocs_build import Making
from citewell.mkdocs_extensions import SiteOfExtensions, linked_pages, our_extensions
from citewell.mkdocs_options import CitewellConfig, without_effect
from citewell.mkdocs_output import PageOutputs
from citewell.mkdocs_preview import LargePreview, LargeSite, is_large
from citewell.mkdocs_rendering import Extensions, RenderedPages
from citewell.mkdocs_seal import seal_or_take_back
from citewell.mkdocs_sources import SourceReader
from citewell.mkdocs_stop import stop
from citewell.mkdocs_theme import component_files, is_material, lay_theme
from citewell.mkdocs_trail import leave_out_of_navigation
from citewell.mkdocs_values import PageValues, SiteInMaking
from citewell.pace import Pace
from citewell.page_text.readers import is_path_for_readers
from citewell.pictures.modern_copies import ModernCopies
from citewell.pictures.picture_file import read_pictures
from citewell.preview_collector import PreviewCollector
from citewell.printed_page import PrintedPages
from citewell.problem import Problem
from citewell.publishing import Publishing, SiteIdentity
from citewell.reading_order import order_of_site, reading_order
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.standing import notices_of
from citewell.referral.placement import with_referral
from citewell.registry.run import build_problems, preview_problems
from citewell.rendered_page import plain_text, read_off
from citewell.silencing import without_comments
from citewell.site import Site
from citewell.site_data import SiteData, load_site_data
from citewell.sitemap import FILE as SITEMAP
from citewell.wayfinding import Wayfinding

log = logging.getLogger("mkdocs.plugins.citewell")

_BEFORE_ALL_OTHERS = 10_000
_AFTER_ALL_OTHERS = -10_000


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
        self._consulted = ConsultedLibrary()
        self._pace = Pace()
        self._reader = SourceReader()
        self._large: LargePreview | None = None
        self._large_site: LargeSite | None = None
        self._making: Making
        self._sections: SectionsOfArticles
        self._rendered: RenderedPages
        self._nav: Navigation
        self._outputs: PageOutputs | None = None
        self._made: str | None = None
        self._beside: Callable[[], None]
        self._values: PageValues

    def on_startup(self, *, command: str, **_: object) -> None:
        """In a preview, answers to "Was this helpful?" are counted on this machine, whatever is set."""
        collect_rarely()
        if command == "serve":
            self._preview = PreviewCollector(Path(".cache") / "preview-votes.sqlite")
            self._reader = SourceReader(remembers=True)
            self._large = LargePreview()

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Have the preview's server lay out the pages of a large site."""
        if self._large:
            self._large.serve(server)
        return server

    def on_shutdown(self) -> None:
        """End what ran beside the preview."""
        collect_as_usual()
        if self._preview:
            self._preview.stop()
        self._preview, self._large, self._reader = None, None, SourceReader()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the bibliography and the data, register the extensions and lay the theme."""
        self._pace = Pace()
        self._pace.begin("reading the sources")
        if self._large:
            self._large.begin()
        for words in without_effect(self.config):
            log.info("citewell: %s", words)
        self._library, problems = read_bibliography(self.config, config)
        self._lock, others = read_lock(config)
        self._data, faults = load_site_data(Path(config.docs_dir))
        stop([*problems, *others, *faults])
        if self._preview:
            self._data = replace(self._data, feedback=self._preview.settings)
            self._preview.start(config.site_url or "", Path(config.site_dir) / PAGE_LIST)
        self._reported, self._problems = [], []
        self._consulted = ConsultedLibrary(self._library.references)
        notices = notices_of(self._library, self._lock)
        self._citations = CitationsExtension(
            library=self._consulted,
            report=self._reported.extend,
            notices=notices,
            bib_command=self.config.bib_command,
            bib_by_default=self.config.bib_by_default,
            full_bib_command=self.config.full_bib_command,
            references_heading=self.config.references_heading,
        )
        pages = Path(config.docs_dir)
        self._copies = ModernCopies(pages, read_pictures(pages), picture_cache(config))
        known = SiteOfExtensions(
            self._consulted, notices, self._data, self._copies, self.config.certainty_page
        )
        config.markdown_extensions += cast(  # Markdown takes instances too
            "list[str]", our_extensions(known, self._citations, config)
        )
        lay_theme(config)
        inputs, held = (linked_pages(known, config), notices), self._large.remembered if self._large else None
        self._making = Making(config, self.config, self._data, inputs, pace=self._pace, remembered=held)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Stop before a page is written when a rule is broken; take the data out, put the made pages in."""
        folder, around = Path(config.docs_dir), (self._library, self._data, today(), self._lock)
        site, problems = self._reader.read(files, config, *around, self._copies.pictures)
        held = preview_problems if self._preview else build_problems
        stop([*problems, *held(site, self._making.looked_at())])
        known, evidence = self._making.made_of_articles, self.config.evidence_pages
        searched = is_material(config) and self.config.seal_pages
        made = made_pages(
            site, folder.name, config.nav, evidence_pages=evidence, search_page=searched, known=known
        )
        made = [page for page in made if page.path not in files.src_uris]  # a typed page takes its place
        for page in made:
            not_in_nav = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.path, content=page.markdown, inclusion=not_in_nav))
        order, listed = order_of_site(config.nav, site.articles), reading_order(config.nav)
        articles = site.articles if config.nav else ()
        self._sections = SectionsOfArticles(articles, folder.name, order, listed)
        leave_out_of_navigation(files, self._sections.paths)
        self._site = site
        self._publishing = Publishing(site, folder.name, build_day(), made)
        self._printed = PrintedPages(self._publishing, self.config.certainty_page)
        self._wayfinding = ways_to_pages(site, self._publishing, config)
        for file in component_files(config):
            files.append(file)
        return files

    @event_priority(_AFTER_ALL_OTHERS)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Have the pages rendered by us, now that all of them are known."""
        self._nav, self._outputs = nav, None
        linked = (self.config.certainty_page, MONEY)
        extensions = Extensions(self._consulted, self._reported, linked, self._copies)
        self._rendered = RenderedPages(config, files, extensions, self._making)
        return nav

    def on_pre_page(self, page: Page, **_: object) -> Page:
        """Have a page rendered by us, in the place of the engine."""
        self._rendered.take_over(page)
        return page

    def on_page_markdown(self, markdown: str, page: Page, **_: object) -> str:
        """Name the page's medicine in its blocks, and put its article's paid box at its foot."""
        if not is_path_for_readers(page.file.src_uri):
            page.meta.setdefault("robots", "noindex")
        drug = self._publishing.facts(page.file.src_uri).drug
        named = name_medicine(markdown, drug.key) if drug and "///" in markdown else markdown
        return with_referral(without_comments(named), self._publishing.foot_referral(page.file.src_uri))

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Note what the extensions reported of the page, and what stands on it."""
        path, shown = page.file.src_uri, f"{Path(config.docs_dir).name}/{page.file.src_uri}"
        rendering = self._rendered.rendering(path)
        self._problems += [  # what stands in the page itself was found before, in on_files
            Problem(shown, 1, 1, problem.rule, f"In included text: {problem.message}")
            for problem in rendering.reported
        ]
        if line := rendering.leftover:
            advice = f"Put “{line}” where Markdown reads it: not inside HTML, with an empty line before it"
            self._problems.append(Problem(shown, 1, 1, "block", advice))
        title = str(page.meta.get("title") or plain_text(page.title or ""))
        read = rendering.read if html == rendering.html else read_off(html)
        self._publishing.note(path, read, title, page.url)
        return html

    @event_priority(_AFTER_ALL_OTHERS)
    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
        """Stop when included text is at fault, no page is written yet; begin to make pages."""
        self._rendered.end()
        stop(self._problems)
        env.globals["is_preview"] = self._preview is not None
        ways = self._wayfinding
        site = SiteInMaking(self._publishing, self._printed, ways, self._sections, self._citations)
        self._values = PageValues(site, config, env, files, self._nav)
        self._beside = partial(write_beside, config, self._publishing, ways, self._copies)
        self._large_site = None
        if self._large and self._making.lets_wait and is_large(files):
            self._large_site = LargeSite(self._values, self._beside)
        elif is_material(config):
            self._outputs = PageOutputs(config, env, files, self._nav, self._making)
            self._outputs.share(self._values.of_filled, self._beside)

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """Give the page that answers for wrong addresses what every other has: links, and whom to call."""
        context["citewell"] = {**self._printed.of_no_page(), **self._wayfinding.of_site()}  # type: ignore[typeddict-unknown-key]
        return context

    @event_priority(_AFTER_ALL_OTHERS)
    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Divide a sitemap that names too many pages."""
        return divided_sitemap(output_content, config) if template_name == SITEMAP else output_content

    @event_priority(_BEFORE_ALL_OTHERS)
    def _at_first(
        self, /, context: TemplateContext, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Fill the pages that list what all others hold, where anybody is to read them."""
        self._made = self._outputs.from_the_other(page) if self._outputs else None
        is_read = len(config.plugins.events["page_context"]) > len(type(self).on_page_context.methods)
        if self._made is None or is_read:
            self._values.fill(page)
        return context

    @event_priority(_AFTER_ALL_OTHERS)
    def _at_last(self, /, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        """Give the templates their values, and the engine the page as it is published."""
        if self._made is None:
            context["citewell"] = self._values.of(page)  # type: ignore[typeddict-unknown-key]
        if self._outputs and self._outputs.makes(page):
            made = self._made if self._made is not None else self._outputs.output(page, context)
            context["citewell"] = {"output": made}  # type: ignore[typeddict-unknown-key]
        return context

    on_page_context = CombinedEvent(_at_first, _at_last)

    @event_priority(_AFTER_ALL_OTHERS)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files that stand beside the pages, then seal the site: it is whole now."""
        self._pace.begin("writing what stands beside the pages")
        if self._large:
            self._large.end(self._large_site)
        if self._large_site:
            self._large_site.check_anchors()
            return
        if not (self._outputs and self._outputs.end()):
            self._beside()
        if not (is_material(config) and self.config.seal_pages):
            log.info("citewell: the site is not sealed: its pages may ask other hosts for anything.")
            self._making.end()
            return
        self._pace.begin("sealing")
        try:
            kept, is_preview = self._making.kept_findings, self._preview is not None
            is_sound = seal_or_take_back(config, self._site, kept, is_preview=is_preview)
        finally:
            self._making.end()
        if is_sound and not is_preview:
            keep_addresses(config, self._wayfinding)
