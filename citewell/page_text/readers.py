"""For whom a page is written: readers, or the editors of the site."""

from citewell.article import INDEX, Page

_EDITORS, _ABOUT = "/editors/", "/about/"


def is_for_readers(page: Page) -> bool:
    """Whether readers are meant: the pages of docs/editors/ show editors what not to write."""
    return _EDITORS not in page.source.path


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
