"""What MkDocs knows of a site and of the way to each of its pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from citewell.publishing import SiteIdentity
from citewell.rendered_page import plain_text


@dataclass(frozen=True)
class Step:
    """A step on the way to a page: its name, its address from the site's root, and the same absolute.

    The absolute address is empty where the site's is not set.
    """

    title: str
    address: str
    canonical: str


def site_identity(config: MkDocsConfig) -> SiteIdentity:
    """The site's address, name, description and language, as its settings say."""
    return SiteIdentity(
        config.site_url or "",
        config.site_name,
        config.site_description or "",
        str(config.theme["language"]) if "language" in config.theme else "en",
    )


def way_to(
    page: Page, nav: Navigation, above: Sequence[tuple[str, str]], config: MkDocsConfig
) -> Sequence[Step]:
    """The steps to a page from the first page on; the last one is the page, and the first page has none.

    Args:
        page: to which the steps lead.
        nav: in which it may stand.
        above: for a page that stands in no section, the steps before it, by name and address.
        config: of the site.
    """
    if page.is_homepage:
        return ()
    steps = [_step(nav.homepage, nav.homepage)] if nav.homepage else []
    sections = list(reversed(list(page.ancestors)))
    if not sections:
        site_url = config.site_url or ""
        steps += [Step(title, address, site_url and urljoin(site_url, address)) for title, address in above]
    steps += [_step(section, _first_page(section)) for section in sections]
    if (
        not sections or _first_page(sections[-1]) is not page
    ):  # an article's first page is where its section leads
        steps.append(_step(page, page))
    return steps


def _step(named: StructureItem, leaf: Page) -> Step:
    return Step(plain_text(named.title or ""), leaf.url, leaf.canonical_url or "")


def _first_page(step: StructureItem) -> Page:
    """The page that a step of the navigation leads to."""
    leaf: Any = step
    while leaf.children:
        leaf = leaf.children[0]
    return cast("Page", leaf)
