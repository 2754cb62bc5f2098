"""What MkDocs knows of a site and of the way to each of its pages."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from citewell.article import INDEX
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


class Step(NamedTuple):
    """A step of the way to a page.

    Args:
        title: as plain text.
        page: that it leads to.
        is_itself: whether it is that page, and no section that the page is the first of.
    """

    title: str
    page: Page
    is_itself: bool = False


def way_to(page: Page, nav: Navigation, files: Files) -> list[Step]:
    """The steps to a page from the first page on, the page itself among them unless it is the first.

    A page that the navigation leaves out is below the first pages of the folders that it lies in, the nearest
    of which may stand in the navigation.
    """
    way: list[Any] = [nav.homepage] if nav.homepage and not page.is_homepage else []
    leads = [page, *_folders_above(page, files)]
    listed = next((number for number, lead in enumerate(leads) if _is_listed(lead, nav)), len(leads) - 1)
    way += reversed(list(leads[listed].ancestors))
    leaves = [_first_page(step) for step in way]
    for lead in reversed(leads[: listed + 1]):
        if lead not in leaves and way:  # an article's first page is where its section leads
            way, leaves = [*way, lead], [*leaves, lead]
    return [
        Step(plain_text(step.title or ""), leaf, step is page) for step, leaf in zip(way, leaves, strict=True)
    ]


def canonical_way(steps: Iterable[Step]) -> Sequence[tuple[str, str]]:
    """The titles of the steps with their canonical addresses."""
    return [(step.title, step.page.canonical_url or "") for step in steps]


def printed_way(steps: Sequence[Step]) -> Sequence[tuple[str, str]]:
    """The titles of the steps with their addresses from the root: of the page's own, an empty one.

    The page itself is left out: its title stands right below. The section that leads to it is not.
    """
    own = steps[-1].page if steps else None
    return [
        (step.title, "" if step.page is own else step.page.url or ".") for step in steps if not step.is_itself
    ]


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
