"""Whether a change is content alone, which the product's own tests have nothing to say about."""

import re
from collections.abc import Collection, Iterable

import yaml

_CONTENT = re.compile(
    r"""
    references\.(?:bib|lock\.json)
    | docs/(?:[^/]+/)*[^/]+\.(?:md|svg|png|jpe?g|webp|avif|gif)
    | docs/(?:[^/]+/)*\.meta\.yml
    | docs/_data/[^/]+\.yml
    | docs/_data/published-addresses\.txt
    """,
    re.VERBOSE,
)
SETTINGS = "mkdocs.yml"


def beyond_content(
    paths: Iterable[str], links: Collection[str] = (), *, navigation_alone: bool = False
) -> list[str]:
    """The files of a change that are no content, sorted; none where it is content alone.

    Args:
        paths: that the change touches, with forward slashes.
        links: those that are symbolic links: they may lead to anything.
        navigation_alone: whether the change touches nothing but the list of pages in mkdocs.yml.
    """
    return sorted(
        path
        for path in paths
        if path in links or not (_CONTENT.fullmatch(path) or (path == SETTINGS and navigation_alone))
    )


def changes_navigation_alone(before: str, now: str) -> bool:
    """Whether two states of mkdocs.yml differ in `nav` at most. Everything else there may run code.

    Args:
        before: the file's text.
        now: the same after the change.
    """
    try:
        return _without_navigation(before) == _without_navigation(now)
    except (yaml.YAMLError, RecursionError, TypeError):
        return False


def _without_navigation(text: str) -> str:
    """The settings without `nav`, whatever their tags mean, in one form."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise TypeError("These are no settings")
    root.value = [(name, value) for name, value in root.value if name.value != "nav"]
    return str(yaml.serialize(root))
