"""Holds a JSON-LD graph against the vocabulary of schema.org 30.0, without a network.

The vocabulary lies beside the project (schemaorg-30.0, CC BY-SA 3.0); a test that needs it is skipped where
it is missing. `problems_of(graph)` is what tests call.
"""

import csv
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

FOLDER = Path(__file__).parents[2] / "shared" / "data" / "schemaorg-30.0"
PREFIX = "https://schema.org/"
NOT_SETTLED = {"https://pending.schema.org", "https://attic.schema.org", "https://meta.schema.org"}
PENDING_AND_USED = {
    "codeValue": "a MedicalCode has no other place for the code itself",
}
"""Terms that schema.org may still change, each with the reason why it is used all the same."""

NEVER_OF_A_MEDICINE = {"offers", "review", "reviews", "aggregateRating", "award", "awards"}
"""A medicine is not for sale here and nobody rates it (health-publishing rule D6)."""

_REDUCED_DATE = re.compile(r"\d{4}(-\d\d)?", re.ASCII)
_BLANK = re.compile(r"_:\w[\w-]*", re.ASCII)
_DURATION = re.compile(r"P(?=\w)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?", re.ASCII)


@dataclass(frozen=True)
class Type:
    parents: frozenset[str]
    superseded_by: str
    vocabulary: str
    member_of: frozenset[str]


@dataclass(frozen=True)
class Property:
    domain: frozenset[str]
    range: frozenset[str]
    superseded_by: str
    vocabulary: str


def problems_of(graph, pending=frozenset(PENDING_AND_USED)):
    """What is wrong with a graph, each as "place: what"; an empty list where nothing is.

    Args:
        graph: the whole JSON-LD document, with @context and @graph.
        pending: terms of the pending vocabulary that may be used.
    """
    return list(_document(graph, pending))


def _document(graph, pending):
    if graph.get("@context") != PREFIX.rstrip("/"):
        yield "@context: is not https://schema.org"
    if unknown := graph.keys() - {"@context", "@graph"}:
        yield f"{min(unknown)}: stands outside @graph"
    nodes = graph.get("@graph")
    if not isinstance(nodes, list) or not nodes:
        yield "@graph: is no list of nodes"
        return
    described = {}
    for place, node in _nodes(nodes, "@graph"):
        if "@id" in node and "@type" in node:
            if node["@id"] in described:
                yield f"{place}: {node['@id']} is described twice"
            described[node["@id"]] = _types(node)
    for position, node in enumerate(nodes):
        yield from _node(node, f"@graph[{position}]", described, pending)


def _nodes(value, place):
    """Every node of a value, however deep, with its place."""
    if isinstance(value, dict):
        yield place, value
        for name, inner in value.items():
            yield from _nodes(inner, f"{place}.{name}")
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _nodes(inner, f"{place}[{position}]")


def _types(node):
    types = node.get("@type", [])
    return types if isinstance(types, list) else [types]


# ------------------------------------------------------------------------------------------------- nodes


def _node(node, place, described, pending):
    if not isinstance(node, dict):
        yield f"{place}: {node!r} is no node"
        return
    types = _types(node)
    if not types:
        yield f"{place}: has no @type"
    if "@id" in node and not _BLANK.fullmatch(str(node["@id"])) and not _is_address(str(node["@id"])):
        yield f"{place}.@id: {node['@id']!r} is neither an address nor the name of a blank node"
    for name in types:
        yield from _type(name, f"{place}.@type", pending)
    types = [name for name in types if _is_of_things(name)]
    if "Drug" in types:
        for name in sorted(NEVER_OF_A_MEDICINE & node.keys()):
            yield f"{place}.{name}: does not belong to a medicine"
    for name, value in node.items():
        if name not in {"@type", "@id"}:
            yield from _place_of(name, types, f"{place}.{name}")
            yield from _property(name, value, f"{place}.{name}", described, pending)


def _type(name, place, pending):
    known_types, _ = vocabulary()
    found = known_types.get(name)
    if found is None:
        yield f"{place}: schema.org has no type {name}"
    elif not _is_of_things(name):
        yield f"{place}: {name} is a value, not a type of things"
    else:
        yield from _term(name, found, place, pending)


def _term(name, term, place, pending):
    if term.superseded_by:
        yield f"{place}: {name} is superseded by {term.superseded_by}"
    elif term.vocabulary in NOT_SETTLED and name not in pending:
        yield f"{place}: {name} is not settled yet ({urlsplit(term.vocabulary).hostname})"


def _place_of(name, types, place):
    _, properties = vocabulary()
    if types and name in properties and not properties[name].domain & _ancestors(*types):
        yield f"{place}: {name} is no property of {' and '.join(types)}"


def _property(name, value, place, described, pending):
    _, properties = vocabulary()
    found = properties.get(name)
    if found is None:
        yield f"{place}: schema.org has no property {name}"
        return
    yield from _term(name, found, place, pending)
    values = value if isinstance(value, list) else [value]
    if value in (None, "", [], {}):
        yield f"{place}: is empty"
        return
    for position, each in enumerate(values):
        where = f"{place}[{position}]" if isinstance(value, list) else place
        if isinstance(each, dict):
            yield from _object(each, found.range, where, described, pending)
        elif not _is_literal_of(each, found.range):
            yield f"{where}: {each!r} is no {' or '.join(sorted(found.range))}"


def _object(node, wanted, place, described, pending):
    if node.keys() == {"@id"}:
        identity = node["@id"]
        if identity not in described:
            if identity.startswith("_:") or "#" in identity or not _is_address(identity):
                yield f"{place}: nothing in the graph is called {identity}"
            if not any(_is_of_things(name) for name in wanted):
                yield f"{place}: a node is no {' or '.join(sorted(wanted))}"
            return
        types = described[identity]
    else:
        yield from _node(node, place, described, pending)
        types = _types(node)
    known = [name for name in types if _is_of_things(name)]
    if known and not wanted & _ancestors(*known):
        yield f"{place}: {' and '.join(known)} is no {' or '.join(sorted(wanted))}"


# ------------------------------------------------------------------------------------------------ values


def _is_literal_of(value, wanted):
    if isinstance(value, bool):
        return "Boolean" in wanted
    if isinstance(value, int | float):
        return bool({"Number", "Integer" if isinstance(value, int) else "Float"} & wanted)
    if not isinstance(value, str) or not value.strip():
        return False
    return any(is_form_of(value) for name, is_form_of in _FORMS.items() if name in wanted) or _is_member(
        value, wanted
    )


def _is_member(value, wanted):
    """Whether it is the address of a value that schema.org names: https://schema.org/PrescriptionOnly."""
    known_types, _ = vocabulary()
    member = known_types.get(value.removeprefix(PREFIX)) if value.startswith(PREFIX) else None
    return bool(member and _ancestors(*member.member_of) & wanted)


def _is_address(text):
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"https", "http"} and bool(parts.hostname) and not re.search(r"[\s<>\"]", text)


def _is_date(text):
    """A day, a month or a year (ISO 8601); a month is tried with its first day."""
    if _REDUCED_DATE.fullmatch(text):
        text = f"{text}-01-01"[:10]
    return len(text) == len("2026-11-22") and _is_read_by(date.fromisoformat, text)


def _is_read_by(read, text):
    try:
        read(text)
    except ValueError:
        return False
    return True


_FORMS = {
    "Text": lambda _: True,
    "URL": _is_address,
    "Date": _is_date,
    "DateTime": lambda text: "T" in text and _is_read_by(datetime.fromisoformat, text),
    "Time": lambda text: _is_read_by(time.fromisoformat, text),
    "Duration": lambda text: bool(_DURATION.fullmatch(text)),
}
"""Range → whether a text has the form it asks for. Numbers and yes or no are no texts in JSON."""


# -------------------------------------------------------------------------------------------- vocabulary


@cache
def _ancestors_of(name):
    known_types, _ = vocabulary()
    found = known_types.get(name)
    parents = found.parents if found else frozenset()
    return frozenset({name}).union(*(_ancestors_of(parent) for parent in parents))


def _ancestors(*names):
    """The types themselves and all that they are kinds of."""
    return frozenset().union(*(_ancestors_of(name) for name in names))


def _is_of_things(name):
    """Whether it is a type that a node can have: data types and the members of lists are not."""
    return "Thing" in _ancestors(name)


def vocabulary():
    """All types and all properties by their names."""
    if not FOLDER.exists():
        pytest.skip(f"{FOLDER} is missing: it lies beside the project, not in it")
    return _read()


@cache
def _read():
    types = {
        row["label"]: Type(
            _names(row["subTypeOf"]),
            row["supersededBy"].removeprefix(PREFIX),
            row["isPartOf"],
            _names(row["enumerationtype"]),
        )
        for row in _rows("types")
    }
    properties = {
        row["label"]: Property(
            _names(row["domainIncludes"]),
            _names(row["rangeIncludes"]),
            row["supersededBy"].removeprefix(PREFIX),
            row["isPartOf"],
        )
        for row in _rows("properties")
    }
    return types, properties


def _rows(part):
    with (FOLDER / f"schemaorg-all-https-{part}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _names(cell):
    return frozenset(name.strip().removeprefix(PREFIX) for name in cell.split(",") if name.strip())
