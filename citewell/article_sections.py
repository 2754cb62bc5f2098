"""The pages of an article that the navigation does not list: they are found from one another."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from citewell.article import Article
from citewell.publishing import Publishing
from citewell.reading_order import in_reading_order


@dataclass(frozen=True)
class Section:
    """A page of an article: its title as plain text, its address from the site's root."""

    title: str
    address: str
    is_current: bool = False


@dataclass(frozen=True)
class ArticleSections:
    """An article's pages as one of them lists them.

    Args:
        title: of the article.
        pages: in reading order, its first page first.
        previous: the one before; None on the first.
        next: the one after; None on the last.
    """

    title: str
    pages: tuple[Section, ...]
    previous: Section | None
    next: Section | None


class SectionsOfArticles:
    """The articles of a site that have a page which the navigation leaves out.

    Args:
        articles: of the site.
        pages_folder: the folder that the paths of their sources begin with.
        order: the files of the site in reading order.
        in_navigation: the paths that the navigation lists.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        pages_folder: str,
        order: list[str],
        in_navigation: Collection[str],
    ) -> None:
        self._pages: dict[str, tuple[str, ...]] = {}
        self._titles: dict[str, str] = {}
        for article in articles:
            pages = in_reading_order(article, order)
            paths = tuple(page.source.path.removeprefix(f"{pages_folder}/") for page in pages)
            if len(paths) > 1 and not all(path in in_navigation for path in paths):
                for path in paths:
                    self._pages[path] = paths
                    self._titles[path] = article.index.facts.article

    @property
    def paths(self) -> Collection[str]:
        """The paths of all pages of such articles."""
        return self._pages.keys()

    def of(self, path: str, publishing: Publishing) -> ArticleSections | None:
        """What a page lists of its article; None where the navigation does.

        Args:
            path: of the page.
            publishing: the site, all of whose pages are rendered.
        """
        paths = self._pages.get(path)
        if paths is None:
            return None
        found = [
            Section(rendered.title, rendered.address, other == path)
            for other in paths
            if (rendered := publishing.rendered(other))
        ]
        before = {after.address: page for page, after in pairwise(found)}
        behind = {page.address: after for page, after in pairwise(found)}
        own = publishing.address(path)
        return ArticleSections(self._titles[path], tuple(found), before.get(own), behind.get(own))
