"""The names that a record of YAML may hold: which must stand there, and what each must be."""

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from citewell.problem import Problem
from citewell.yaml_mapping import YamlMapping


@dataclass(frozen=True)
class Fact:
    """What one name holds.

    Args:
        what: what to write there, as a phrase: "the licence of the texts, such as CC BY-NC 4.0".
        kind: of the value, a name of _KINDS.
        required: whether the record is incomplete without it.
        choices: the only values, where there are few.
    """

    what: str
    kind: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()


_KINDS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "text": (lambda value: isinstance(value, str), "a text, in quotation marks if it is a number"),
    "address": (
        lambda value: isinstance(value, str) and _is_address(value),
        "an address that begins with https://",
    ),
    "contact": (
        lambda value: isinstance(value, str) and (_is_mail(value) or _is_address(value)),
        "a mail address, or an address that begins with https://",
    ),
    "orcid": (
        lambda value: isinstance(value, str) and re.fullmatch(r"(?:\d{4}-){3}\d{3}[\dX]", value) is not None,
        "four groups of four digits, as in 0000-0002-1825-0097",
    ),
    "google code": (
        lambda value: isinstance(value, str) and re.fullmatch(r"[\w-]{20,100}", value, re.ASCII) is not None,
        "the code alone, copied from between the quotation marks of content: letters, digits, _ and -",
    ),
    "bing code": (
        lambda value: isinstance(value, str) and re.fullmatch(r"[0-9A-Fa-f]{32}", value) is not None,
        "the code alone, copied with its quotation marks from content: 32 digits and letters from A to F",
    ),
    "date": (
        lambda value: isinstance(value, dt.date) and not isinstance(value, dt.datetime),
        "a date, as in 2027-08-31",
    ),
    "yes or no": (lambda value: isinstance(value, bool), "yes or no"),
    "on or off": (lambda value: isinstance(value, bool), "on or off"),
    "texts": (
        lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value),
        "a list of texts, as in [one, another]",
    ),
    "record": (lambda value: isinstance(value, dict), "names and values, indented under it"),
    "records": (
        lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
        "a list, each entry begun with a hyphen",
    ),
}


_ONE_TEXT = re.compile(r"[^\[\]{}\n<>\"'#:,]{1,60}")
"""What can be put into square brackets as it is."""


def data_problems(path: str, rule: str, record: YamlMapping, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """What is wrong with a record of a data file or a block: its facts, and markup in them."""
    for name, value in record.values.items():
        if holds_markup(value) and not (name in facts and _wrong_value(name, value, facts[name])):
            line, column = record.place(name)
            yield Problem(path, line, column, rule, f"Write “{name}” in words, without < and >")
    yield from fact_problems(path, rule, record, facts)


def fact_problems(
    path: str, rule: str, record: YamlMapping, facts: Mapping[str, Fact], *, others_allowed: bool = False
) -> Iterator[Problem]:
    """What is wrong with a record: unknown and missing names, values of another kind.

    Args:
        path: of the file.
        rule: the rule's name, for the problems.
        record: as read.
        facts: by name.
        others_allowed: whether names that are not among the facts are left alone.
    """
    for name, value in record.values.items():
        line, column = record.place(name)
        fact = facts.get(name)
        advice = None
        if fact is None:
            advice = None if others_allowed else _unknown(name, facts)
        elif value is not None:
            advice = _wrong_value(name, value, fact)
        if advice:
            yield Problem(path, line, column, rule, advice)
    for name, fact in facts.items():
        if fact.required and record.values.get(name) in (None, "", []):
            line, column = record.place(name)
            yield Problem(path, line, column, rule, f"Add “{name}”: {fact.what}")


def _is_mail(value: str) -> bool:
    return re.fullmatch(r"(?:mailto:)?[\w.+-]+@(?:[\w-]+\.)+\w{2,}", value, re.ASCII) is not None


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:  # "https://[" is none
        return False
    return parts.scheme == "https" and bool(parts.hostname) and not re.search(r"\s", value)


def holds_markup(value: object) -> bool:
    """Whether any text inside a value has a sign that HTML begins or ends with."""
    return any("<" in text or ">" in text for text in _texts(value))


def _texts(value: object) -> Iterator[str]:
    """Every text inside a value; what YAML repeats by an alias is looked at once."""
    waiting, seen = [value], set()
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, str):
            yield inner
        elif isinstance(inner, dict | list) and id(inner) not in seen:
            seen.add(id(inner))
            waiting += [*inner, *inner.values()] if isinstance(inner, dict) else inner


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The question whether another word was meant, or an empty text where nothing is near."""
    near = difflib.get_close_matches(word.casefold(), list(known), n=1, cutoff=cutoff)
    return f"Did you mean “{near[0]}”? " if near else ""


def _unknown(name: str, facts: Mapping[str, Fact]) -> str:
    return f"Take out “{name}”. {nearest(name, facts)}The names known here are: {', '.join(facts)}"


def _wrong_value(name: str, value: object, fact: Fact) -> str | None:
    is_right, description = _KINDS[fact.kind]
    if not is_right(value) and fact.kind == "texts" and isinstance(value, str) and _ONE_TEXT.fullmatch(value):
        return f"Write “{name}” as a list of texts: [{value}]"
    if not is_right(value):
        return f"Write “{name}” as {description}: it is {fact.what}"
    if fact.choices and str(value) not in fact.choices:
        return (
            f"Set “{name}” to one of: {', '.join(fact.choices)}. {nearest(str(value), fact.choices)}".strip()
        )
    return None
