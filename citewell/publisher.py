"""Who publishes the site: docs/_data/publisher.yml."""

from dataclasses import dataclass, field

from citewell.problem import Problem
from citewell.yaml_mapping import YamlMapping, read_yaml_mapping

PATH = "docs/_data/publisher.yml"
FACTS = {
    "name": "the name that readers know the site by",
    "contact": "an address that readers can write to",
    "repository": "the address of the repository, such as https://github.com/OWNER/NAME",
    "content_licence": "the licence of the texts, such as CC BY-NC 4.0",
}
"""Each fact with what to write. A fact may be empty: it is shown as missing and never invented."""


@dataclass(frozen=True)
class Publisher:
    """The publisher's facts, an empty text for one that is not known yet, and where each is written."""

    name: str = ""
    contact: str = ""
    repository: str = ""
    content_licence: str = ""
    file: YamlMapping = field(default_factory=YamlMapping)


def read_publisher(text: str) -> tuple[Publisher, list[Problem]]:
    """The file's facts and its faults."""
    mapping, problems = read_yaml_mapping(PATH, text, rule="publisher-facts")
    facts: dict[str, str] = {}
    for name, value in mapping.values.items():
        line, column = mapping.places.get(name, (1, 1))
        if name not in FACTS:
            known = ", ".join(FACTS)
            advice = f"Take out “{name}”: the facts of a publisher are {known}"
            problems.append(Problem(PATH, line, column, "publisher-facts", advice))
        elif value is not None and not isinstance(value, str):
            advice = f"Put the value of “{name}” in quotation marks: it is {FACTS[name]}"
            problems.append(Problem(PATH, line, column, "publisher-facts", advice))
        else:
            facts[name] = (value or "").strip()
    return Publisher(**facts, file=mapping), problems
