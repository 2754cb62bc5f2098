"""What a page says of itself: its front matter, and the `.meta.yml` that a folder's pages inherit."""

from collections.abc import Iterator

from citewell.facts import holds_markup
from citewell.problem import Problem
from citewell.yaml_mapping import YamlMapping, read_yaml_mapping

FOLDER_FILE = ".meta.yml"
"""The file whose values all pages of its folder have, as Material's meta plugin reads it."""

_RULE = "front-matter"
_PRINTED = ("title", "description")


def read_front_matter(path: str, text: str, *, first_line: int = 1) -> tuple[YamlMapping, list[Problem]]:
    """Read YAML that describes a page or a folder.

    Args:
        path: of the file, for the problems.
        text: the YAML, without its fences.
        first_line: the file's line on which it begins.
    """
    metadata, problems = read_yaml_mapping(path, text, first_line=first_line, rule=_RULE)
    return metadata, [*problems, *_unprintable(path, metadata)]


def _unprintable(path: str, metadata: YamlMapping) -> Iterator[Problem]:
    """Markup in the front matter: the theme and the search print some of it where nothing is escaped."""
    for name, value in metadata.values.items():
        line, column = metadata.places.get(name, (1, 1))
        if name in _PRINTED and not isinstance(value, str):
            yield Problem(path, line, column, _RULE, f"Put the {name} in quotation marks: it is a text")
        elif holds_markup(value):
            yield Problem(path, line, column, _RULE, f"Write “{name}” in words, without < and >")
