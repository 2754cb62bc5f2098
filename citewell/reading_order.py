"""The order in which the navigation leads through the pages."""

from collections.abc import Iterable, Sequence

from citewell.article import INDEX, Article, Page


def reading_order(navigation: object) -> list[str]:
    """The files of a navigation as it stands in mkdocs.yml, from the first to the last.

    Args:
        navigation: a list of files and of mappings from titles to files or to lists like itself; None where
            the site has none.
    """
    if isinstance(navigation, str):
        return [navigation]
    if isinstance(navigation, dict):
        navigation = list(navigation.values())
    return (
        [file for part in navigation for file in reading_order(part)] if isinstance(navigation, list) else []
    )


def order_of_site(navigation: object, articles: Iterable[Article]) -> list[str]:
    """The files of a site in reading order: as the navigation has it, then as its articles say."""
    said = [
        f"{article.folder}/{name}"
        for article in articles
        for name in (INDEX, *article.index.facts.sections)
        if article.index.facts.sections
    ]
    return [*reading_order(navigation), *said]


def in_reading_order(article: Article, files: Sequence[str]) -> list[Page]:
    """An article's pages as the navigation leads through them; those it leaves out come last, by name.

    Args:
        article: the article.
        files: of the navigation, each as the last part of a page's path.
    """

    def place(page: Page) -> tuple[bool, int, str]:
        position = _position(page.source.path, files)
        return page is not article.index, len(files) if position is None else position, page.source.path

    return sorted(article.pages, key=place)


def _position(path: str, files: Iterable[str]) -> int | None:
    return next((number for number, file in enumerate(files) if f"/{path}".endswith(f"/{file}")), None)
