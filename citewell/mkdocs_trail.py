"""What MkDocs knows of a site and of the way to each of its pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, cast
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from citewell.article import INDEX
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
    page: Page, nav: Navigation, above: Sequence[tuple[str, str]], config: MkDocsConfig, files: Files
) -> Sequence[Step]:
    """The steps to a page from the first page on; the last one is the page, and the first page has none.

    A page that the navigation leaves out is below the first pages of the folders that it lies in, the nearest
    of which may stand in the navigation.

    Args:
        page: to which the steps lead.
        nav: in which it may stand.
        above: for a page that no navigation leads near to, the steps before it, by name and address.
        config: of the site.
        files: of the site.
    """
    if page.is_homepage:
        return ()
    steps = [_step(nav.homepage, nav.homepage)] if nav.homepage else []
    leads = [page, *_folders_above(page, files)]
    listed = next((number for number, lead in enumerate(leads) if _is_listed(lead, nav)), None)
    if listed is None and above:
        site_url = config.site_url or ""
        steps += [Step(title, address, site_url and urljoin(site_url, address)) for title, address in above]
        return [*steps, _step(page, page)]
    nearest = len(leads) - 1 if listed is None else listed
    sections = list(reversed(list(leads[nearest].ancestors)))
    steps += [_step(section, _first_page(section)) for section in sections]
    for lead in reversed(leads[: nearest + 1]):
        if not sections or _first_page(sections[-1]) is not lead:
            steps.append(_step(lead, lead))  # else an article's first page is where its section leads
    return steps


def _step(named: StructureItem, leaf: Page) -> Step:
    return Step(plain_text(named.title or ""), leaf.url, leaf.canonical_url or "")


def _folders_above(page: Page, files: Files) -> Iterator[Page]:
    """The first pages of the folders that a page lies in, the nearest first, without the site's own."""
    folders = list(PurePosixPath(page.file.src_uri).parents)[:-1]
    for folder in folders:
        file = files.get_file_from_path(f"{folder}/{INDEX}")
        if file and file.page and file.page is not page:
            yield file.page


def _is_listed(page: Page, nav: Navigation) -> bool:
    return page.parent is not None or any(item is page for item in nav.items)


def leave_out_of_navigation(files: Files, pages: Iterable[str]) -> None:
    """Say that these pages are found without the navigation, so that the engine does not warn of them."""
    for path in pages:
        file = files.get_file_from_path(path)
        if file and file.inclusion in (InclusionLevel.UNDEFINED, InclusionLevel.INCLUDED):
            file.inclusion = InclusionLevel.NOT_IN_NAV


def _first_page(step: StructureItem) -> Page:
    """The page that a step of the navigation leads to."""
    leaf: Any = step
    while leaf.children:
        leaf = leaf.children[0]
    return cast("Page", leaf)
