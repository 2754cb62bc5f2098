"""Links to pages of the site from text that does not know yet on which page it stands."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_PAGE_LINK = "citewell-page:"
"""What such links begin with until the page they stand on is known."""


def page_link(config: MkDocsConfig, path: str) -> str:
    """What stands for the address of a page of the site; empty where there is no such page."""
    return _PAGE_LINK + path if (Path(config.docs_dir) / path).is_file() else ""


def with_addresses(html: str, linked: Iterable[str], page: Page, files: Files) -> str:
    """The HTML of a page with the addresses of the pages that such links lead to.

    Args:
        html: of the page.
        linked: the paths of pages that may be linked to.
        page: on which it stands.
        files: of the site.
    """
    for path in linked if _PAGE_LINK in html else ():
        if target := files.get_file_from_path(path):
            html = html.replace(f"{_PAGE_LINK}{path}", target.url_relative_to(page.file))
    return html
