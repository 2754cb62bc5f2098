"""The JSON Schema of a record, made of the facts that it may hold."""

from collections.abc import Mapping

from citewell.facts import Fact

Schema = dict[str, object]

_KINDS: Mapping[str, Schema] = {
    "text": {"type": "string"},
    "address": {"type": "string", "format": "uri", "pattern": "^https://"},
    "contact": {"type": "string"},
    "orcid": {"type": "string", "pattern": r"^(\d{4}-){3}\d{3}[\dX]$"},
    "google code": {"type": "string", "pattern": "^[A-Za-z0-9_-]{20,100}$"},
    "bing code": {"type": "string", "pattern": "^[0-9A-Fa-f]{32}$"},
    "date": {"type": "string", "format": "date"},
    # Editors read YAML 1.2, in which yes and on are words; the build reads YAML 1.1, in which they are true.
    "yes or no": {"enum": ["yes", "no", True, False]},
    "on or off": {"enum": ["on", "off", True, False]},
    "texts": {"type": "array", "items": {"type": "string"}},
    "record": {"type": "object"},
    "records": {"type": "array", "items": {"type": "object"}},
}
"""By the kind of a fact's value. A fact may be left empty, which YAML reads as null."""


def facts_schema(
    facts: Mapping[str, Fact], inside: Mapping[str, Schema] | None = None, *, others_allowed: bool = False
) -> Schema:
    """The schema of a record.

    Args:
        facts: by name.
        inside: by name, the schema of what stands inside a value that holds records.
        others_allowed: whether names that are no facts are left alone.
    """
    schema: Schema = {
        "type": "object",
        "properties": {name: _of_fact(fact, (inside or {}).get(name)) for name, fact in facts.items()},
        "additionalProperties": others_allowed,
    }
    required = [name for name, fact in facts.items() if fact.required]
    return {**schema, "required": required} if required else schema


def named_records(record: Schema) -> Schema:
    """The schema of a file whose names the editor chooses, each with a record under it."""
    return {"type": ["object", "null"], "additionalProperties": record}


def _of_fact(fact: Fact, inside: Schema | None) -> Schema:
    schema: Schema = {**_KINDS[fact.kind], "description": fact.what}
    if fact.choices:
        schema["enum"] = list(fact.choices)
    if inside is not None:
        schema.update({"items": inside} if fact.kind == "records" else inside)
    kind = schema.get("type")
    if not fact.required and isinstance(kind, str) and "enum" not in schema:
        schema["type"] = [kind, "null"]
    return schema
