"""What the templates print of MkDocs' pages."""

from collections.abc import Mapping
from dataclasses import dataclass

import jinja2
from jinja2.utils import htmlsafe_json_dumps
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from citewell.article_sections import SectionsOfArticles
from citewell.citations.extension import CitationsExtension
from citewell.evidence_listing import evidence_listing
from citewell.mkdocs_theme import is_material
from citewell.mkdocs_trail import site_identity, way_to
from citewell.printed_page import PrintedPages
from citewell.publishing import Publishing
from citewell.wayfinding import Wayfinding


@dataclass(frozen=True)
class SiteInMaking:
    """A site whose pages are all rendered.

    Args:
        publishing: what was learned of them.
        printed: what stands around their text.
        wayfinding: what leads to them.
        sections: the articles that the navigation does not hold whole.
        citations: prints the entries of works.
    """

    publishing: Publishing
    printed: PrintedPages
    wayfinding: Wayfinding
    sections: SectionsOfArticles
    citations: CitationsExtension


@dataclass(frozen=True)
class PageValues:
    """The values of pages, as the engine's templates take them."""

    site: SiteInMaking
    config: MkDocsConfig
    env: jinja2.Environment
    files: Files
    nav: Navigation

    def fill(self, page: Page) -> None:
        """Put the lists into a page that is made of what all others cite."""
        path, body_html = page.file.src_uri, self.site.citations.body_html
        evidence = evidence_listing(self.site.publishing, path, page.url, body_html)
        evidence = evidence or self.site.wayfinding.listing(path, page.url)
        if evidence and is_material(self.config):
            template, values = evidence
            page.content = f"{page.content}{self.env.get_template(template).render(values)}"

    def of(self, page: Page) -> Mapping[str, object]:
        """What the templates print of a page whose text is whole."""
        path, address = page.file.src_uri, page.canonical_url or ""
        site, identity = self.site, site_identity(self.config)
        trail = way_to(page, self.nav, site.wayfinding.above(path), self.config, self.files)
        steps = [(step.title, step.canonical) for step in trail]
        graph = site.publishing.graph(path, address, identity, steps)
        return {
            **site.printed.values(path, page.content or "", address),
            **site.wayfinding.values(path, is_first=page.is_homepage),
            "graph": htmlsafe_json_dumps(graph, sort_keys=True) if graph else "",
            "trail": trail,
            "article": site.sections.of(path, site.publishing),
        }

    def of_filled(self, page: Page) -> Mapping[str, object]:
        """The same of a page that may have to be filled first."""
        self.fill(page)
        return self.of(page)
