"""A node of the graph, and the names by which nodes point at each other (JSON-LD 1.1)."""

from collections.abc import Sequence

Node = dict[str, object]
"""A JSON object: its type, its @id where others point at it, its properties."""

_NOT_GIVEN: tuple[object, ...] = ("", None, [], {})


def node(types: str | Sequence[str], identity: str = "", **properties: object) -> Node:
    """A node without the properties that are not given: an empty value would be a claim of its own.

    Args:
        types: one of schema.org's types, or several that it is at once.
        identity: its @id; empty where nothing points at it.
        properties: under schema.org's names; empty texts, empty lists and None are left out.
    """
    named: Node = {"@type": types if isinstance(types, str) else list(types)}
    if identity:
        named["@id"] = identity
    return named | {name: value for name, value in properties.items() if value not in _NOT_GIVEN}


def identity(address: str, name: str) -> str:
    """The @id of a node: the address with a fragment, the same in every build.

    Without an address it is a blank node, `_:page`. A relative @id would do for the page, but it would make
    another site of the one site on every page.
    """
    return f"{address}#{name}" if address else f"_:{name}"


def link(identity: str) -> Node:
    """What stands in the place of a node that is described elsewhere in the graph."""
    return {"@id": identity}
