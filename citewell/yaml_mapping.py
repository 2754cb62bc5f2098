"""YAML that editors type as lines of `name: value`: front matter and the files of docs/_data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType

import yaml

from citewell.problem import Problem

_FastLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader written in C, where PyYAML has it: ten times as fast, with poorer words for what is wrong."""
_BRACKETS = 500
_DEEP = re.compile(r"(?:[-?][ \t]+){50}")
_DEPTH = 4
"""How deep mappings inside mappings are read; an alias may make YAML endless."""


@dataclass(frozen=True)
class YamlMapping:
    """The values of a file, with their places.

    Args:
        values: by name.
        places: line and column of each name, counted from 1.
        records: the mappings inside a value, each with places of its own: one for `name: {…}`, one for each
            entry of a list of mappings, none for anything else.
    """

    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))
    records: Mapping[str, Sequence["YamlMapping"]] = field(default_factory=lambda: MappingProxyType({}))

    def place(self, name: str) -> tuple[int, int]:
        """Where a name stands, or where the mapping begins when it does not hold the name."""
        return self.places.get(name) or min(self.places.values(), default=(1, 1))


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

    node, loaded, fault = _parsed(text)
    if fault:
        return YamlMapping(), [problem(*fault)]
    if node is None or loaded is None:
        return YamlMapping(), []
    if not isinstance(node, yaml.MappingNode) or not isinstance(loaded, dict):
        advice = "Write each fact on a line of its own, as name: value"
        return YamlMapping(), [problem(node.start_mark, advice)]
    twice = [
        problem(name_node.start_mark, f"Keep one line for “{name_node.value}”: it is set twice")
        for name_node in _names_set_twice(node, _DEPTH)
    ]
    return _mapping(node, loaded, first_line, _DEPTH), twice


def _mapping(
    node: yaml.MappingNode, loaded: Mapping[object, object], first_line: int, depth: int
) -> YamlMapping:
    places, records = {}, {}
    values = {str(name): value for name, value in loaded.items()}
    for name_node, value_node in node.value:
        name = str(name_node.value)
        places[name] = (name_node.start_mark.line + first_line, name_node.start_mark.column + 1)
        value = values.get(name)
        pairs = (
            zip(value_node.value, value, strict=False) if isinstance(value, list) else [(value_node, value)]
        )
        records[name] = tuple(
            _mapping(inner_node, inner, first_line, depth - 1)
            for inner_node, inner in pairs
            if depth and isinstance(inner_node, yaml.MappingNode) and isinstance(inner, dict)
        )
    return YamlMapping(MappingProxyType(values), MappingProxyType(places), MappingProxyType(records))


def _names_set_twice(node: yaml.Node, depth: int) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for name_node, value_node in node.value:
            if str(name_node.value) in seen:
                yield name_node
            seen.add(str(name_node.value))
            if depth:
                yield from _names_set_twice(value_node, depth - 1)
    elif isinstance(node, yaml.SequenceNode) and depth:
        for inner in node.value:
            yield from _names_set_twice(inner, depth - 1)


def _parsed(text: str) -> tuple[yaml.Node | None, object, tuple[yaml.Mark | None, str] | None]:
    """The YAML as nodes and as values, or what is wrong with it and where."""
    with suppress(yaml.YAMLError, ValueError):
        if not _is_deep(text):
            loader = _FastLoader(text)
            try:
                found = loader.get_single_node()
                return found, None if found is None else loader.construct_document(found), None
            finally:
                loader.dispose()
    return _parsed_with_care(text)


def _is_deep(text: str) -> bool:
    """Whether brackets or dashes may stand inside one another so deeply that the fast loader would fail."""
    return max(text.count("["), text.count("{")) > _BRACKETS or _DEEP.search(text) is not None


def _parsed_with_care(
    text: str,
) -> tuple[yaml.Node | None, object, tuple[yaml.Mark | None, str] | None]:
    """The same, slowly, with the place and the name of what is wrong."""
    node: yaml.Node | None = None
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        return node, yaml.safe_load(text), None
    except yaml.MarkedYAMLError as error:
        quotation = "Put a text that holds a colon or a bracket in quotation marks"
        return None, None, (error.problem_mark, f"Mend this line: {error.problem}. {quotation}")
    except yaml.YAMLError as error:
        return None, None, (None, f"Take out a character that cannot stand here: {error}")
    except ValueError as error:  # a date such as 2026-13-45
        advice = f"Correct this value, or put it in quotation marks: {error}"
        return None, None, (_mark_of_bad_value(node), advice)
    except RecursionError:
        return None, None, (None, "Take out the brackets inside brackets: they are too deep")


def _mark_of_bad_value(node: yaml.Node | None) -> yaml.Mark | None:
    """Where the first value stands that looks like a number or a date and is none."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    for _, value in pairs:
        try:
            yaml.SafeLoader("").construct_document(value)
        except ValueError:
            mark: yaml.Mark = value.start_mark
            return mark
    return None
