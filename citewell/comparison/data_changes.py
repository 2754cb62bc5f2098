"""What a change does to the files of docs/_data that say who pays, whom to call and where answers go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from citewell.affiliates import PATH as AFFILIATES_PATH
from citewell.crisis import PATH as CRISIS_PATH
from citewell.feedback.settings import PATH as FEEDBACK_PATH
from citewell.yaml_mapping import read_yaml_mapping

WATCHED: Mapping[str, str] = MappingProxyType(
    {
        AFFILIATES_PATH: "Who pays this site",
        CRISIS_PATH: "Whom to call in a crisis",
        FEEDBACK_PATH: "Where readers' answers go",
    }
)
"""The files in which no change may pass unseen, with what they say."""
_NAMES = ("name", "region")
"""What an entry of a list is known by."""
_DEPTH = 6
"""How deep values inside values are read; an alias may make YAML endless."""


@dataclass(frozen=True)
class DataChange:
    """One value that is new, gone or another.

    Args:
        path: of the file.
        place: the names that lead to the value, outermost first.
        before: the value as text; None where it was not there.
        now: the same after the change.
    """

    path: str
    place: tuple[str, ...]
    before: str | None
    now: str | None


def data_changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[DataChange]:
    """Every value that changed, file by file, in the order of the files.

    Args:
        before: the text of each watched file; empty for one that is not there.
        now: the same after the change.
    """
    changes = []
    for path in WATCHED:
        old, new = _values(path, before.get(path, "")), _values(path, now.get(path, ""))
        changes += [
            DataChange(path, place, old.get(place), new.get(place))
            for place in dict.fromkeys([*old, *new])
            if old.get(place) != new.get(place)
        ]
    return changes


def _values(path: str, text: str) -> Mapping[tuple[str, ...], str]:
    mapping, _ = read_yaml_mapping(path, text, rule="")
    return dict(_leaves(dict(mapping.values), ()))


def _leaves(value: object, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict) and value and len(place) < _DEPTH:
        for name, inner in value.items():
            yield from _leaves(inner, (*place, str(name)))
    elif isinstance(value, list) and value and len(place) < _DEPTH:
        taken: set[str] = set()
        for number, inner in enumerate(value, start=1):
            name = _entry_name(inner, number)
            name = f"{name} ({number})" if name in taken else name
            taken.add(name)
            yield from _leaves(inner, (*place, name))
    elif place:
        yield place, _as_typed(value)


def _as_typed(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return "" if value in (None, {}, []) else str(value)


def _entry_name(entry: object, number: int) -> str:
    if isinstance(entry, dict):
        for name in _NAMES:
            if entry.get(name):
                return str(entry[name])
    return str(number)
