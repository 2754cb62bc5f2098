"""The people who write and review: docs/_data/people.yml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from citewell.facts import Fact, data_problems
from citewell.problem import Problem
from citewell.yaml_mapping import read_yaml_mapping

PATH = "docs/_data/people.yml"
RULE = "people"
FACTS = {
    "name": Fact("the person's full name", required=True),
    "credential": Fact("the qualification as it is held, such as MPharm", required=True),
    "register": Fact("the public register the person stands in, such as GPhC"),
    "number": Fact("the number in that register"),
    "register_address": Fact("the address where a reader can look the number up", "address"),
    "orcid": Fact("the ORCID", "orcid"),
    "conflicts": Fact("conflicts of interest in a sentence, or None declared", required=True),
}


@dataclass(frozen=True)
class Person:
    """Somebody whom a reader can look up. Empty texts stand for what is not given."""

    name: str
    credential: str
    conflicts: str
    register: str = ""
    number: str = ""
    register_address: str = ""
    orcid: str = ""


@dataclass(frozen=True)
class People:
    """Everybody, by the short name that pages use for them."""

    by_id: Mapping[str, Person] = field(default_factory=lambda: MappingProxyType({}))


def read_people(text: str) -> tuple[People, list[Problem]]:
    """The file's people and its faults.

    A reviewer whom nobody can look up is no reviewer: each person has a number in a public register or an
    ORCID (health-publishing rule G3).
    """
    mapping, problems = read_yaml_mapping(PATH, text, rule=RULE)
    people = {}
    for name in mapping.values:
        line, column = mapping.place(name)
        if not mapping.records[name]:
            advice = f"Write the facts of “{name}” under it: {', '.join(FACTS)}"
            problems.append(Problem(PATH, line, column, RULE, advice))
            continue
        record = mapping.records[name][0]
        faults = list(data_problems(PATH, RULE, record, FACTS))
        facts = {fact: str(value) for fact, value in record.values.items() if value is not None}
        if not facts.get("orcid") and not (facts.get("register") and facts.get("number")):
            advice = f"Add a register with its number, or an ORCID, so that a reader can look “{name}” up"
            faults.append(Problem(PATH, line, column, RULE, advice))
        problems += faults
        if not faults:
            people[name] = Person(**facts)
    return People(MappingProxyType(people)), problems
