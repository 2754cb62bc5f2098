"""YAML that editors type as lines of `name: value`: front matter and the files of docs/_data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import yaml

from citewell.problem import Problem


@dataclass(frozen=True)
class YamlMapping:
    """The values of a file, with their places.

    Args:
        values: by name.
        places: line and column of each name, counted from 1.
    """

    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))


def read_yaml_mapping(
    path: str, text: str, *, first_line: int = 1, rule: str
) -> tuple[YamlMapping, list[Problem]]:
    """Read the YAML of a file.

    Args:
        path: of the file, for the problems.
        text: the YAML.
        first_line: the file's line on which the text begins.
        rule: the rule's name, for the problems.

    Returns:
        the mapping (empty where it cannot be read) and its faults.
    """

    def problem(mark: yaml.Mark | None, advice: str) -> Problem:
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        return Problem(path, line, column, rule, advice)

    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        loaded = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        advice = (
            f"Mend this line: {error.problem}. Put a text that holds a colon or a bracket in quotation marks"
        )
        return YamlMapping(), [problem(error.problem_mark, advice)]
    except yaml.YAMLError as error:
        return YamlMapping(), [problem(None, f"Take out a character that cannot stand here: {error}")]
    except (ValueError, TypeError) as error:  # a date such as 2026-13-45; a name that is a list
        return YamlMapping(), [problem(None, f"Mend a value that cannot be read: {error}")]
    if node is None or loaded is None:
        return YamlMapping(), []
    if not isinstance(node, yaml.MappingNode) or not isinstance(loaded, dict):
        advice = "Write each fact on a line of its own, as name: value"
        return YamlMapping(), [problem(node.start_mark, advice)]
    problems = []
    places: dict[str, tuple[int, int]] = {}
    for name_node, _ in node.value:
        mark = name_node.start_mark
        if name_node.value in places:
            problems.append(problem(mark, f"Keep one line for “{name_node.value}”: it is set twice"))
        places[str(name_node.value)] = (mark.line + first_line, mark.column + 1)
    values = {str(name): value for name, value in loaded.items()}
    return YamlMapping(MappingProxyType(values), MappingProxyType(places)), problems
