"""For whom a page is written: readers, or the editors of the site."""

from citewell.article import INDEX, Page
from citewell.problem import Level

_EDITORS, _ABOUT = "/editors/", "/about/"


def is_for_readers(page: Page) -> bool:
    """Whether readers are meant: the pages of docs/editors/ show editors what not to write."""
    return is_path_for_readers(page.source.path)


def is_path_for_readers(path: str) -> bool:
    """The same, by the path of a page below the project's root or the folder of all pages."""
    return _EDITORS not in f"/{path}"


def is_about_the_site(page: Page) -> bool:
    """Whether a page says who makes the site and how, and nothing about health."""
    return _ABOUT in page.source.path and not page.facts.article


def is_ours(page: Page) -> bool:
    """Whether a page is held to our way of writing: those of articles, those about the site, the first one.

    A site that comes from elsewhere has pages of other kinds; they are left alone until an article has them.
    """
    path = page.source.path
    is_one = bool(page.facts.article) or _ABOUT in path or path.partition("/")[2] == INDEX
    return is_one and _EDITORS not in path


def level_of_form(page: Page) -> Level:
    """How grave a fault of form is: pages that came from elsewhere are told of it and not held up."""
    return "error" if is_ours(page) else "warning"
