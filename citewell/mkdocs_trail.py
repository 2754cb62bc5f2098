"""What MkDocs knows of a site and of the way to each of its pages."""

from collections.abc import Sequence
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from citewell.publishing import SiteIdentity
from citewell.rendered_page import plain_text


def site_identity(config: MkDocsConfig) -> SiteIdentity:
    """The site's address, name, description and language, as its settings say."""
    return SiteIdentity(
        config.site_url or "",
        config.site_name,
        config.site_description or "",
        str(config.theme["language"]) if "language" in config.theme else "en",
    )


def way_to(page: Page, nav: Navigation) -> Sequence[tuple[str, str]]:
    """The steps to a page from the first page on, each with its title and its canonical address."""
    way: list[Any] = [nav.homepage] if nav.homepage and not page.is_homepage else []
    way += reversed(list(page.ancestors))
    leaves = [_first_page(step) for step in way]
    if page not in leaves and way:  # an article's first page is where its section leads
        way, leaves = [*way, page], [*leaves, page]
    return [
        (plain_text(step.title or ""), leaf.canonical_url or "")
        for step, leaf in zip(way, leaves, strict=True)
    ]


def _first_page(step: StructureItem) -> Page:
    """The page that a step of the navigation leads to."""
    leaf: Any = step
    while leaf.children:
        leaf = leaf.children[0]
    return cast("Page", leaf)
