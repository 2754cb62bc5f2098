"""Who publishes the site: docs/_data/publisher.yml."""

from dataclasses import dataclass, field

from citewell.facts import Fact, data_problems
from citewell.problem import Problem
from citewell.yaml_mapping import YamlMapping, read_yaml_mapping

PATH = "docs/_data/publisher.yml"
RULE = "publisher-facts"
FACTS = {
    "name": Fact("the name that readers know the site by"),
    "contact": Fact("an address that readers can write to", "contact"),
    "repository": Fact("the address of the repository, such as https://github.com/OWNER/NAME", "address"),
    "content_licence": Fact("the licence of the texts, such as CC BY-NC 4.0"),
}
"""A fact may be empty: it is shown as missing and never invented."""
VERIFICATION = {
    "google_site_verification": Fact(
        "the code of the HTML tag by which Google Search Console knows the site's owner", "google code"
    ),
    "bing_site_verification": Fact(
        "the code of the HTML tag by which Bing Webmaster Tools knows the site's owner", "bing code"
    ),
}
"""What search engines ask for. It tells readers nothing, so nobody is told to fill it in."""


@dataclass(frozen=True)
class Publisher:
    """The publisher's facts, an empty text for one that is not known yet, and where each is written."""

    name: str = ""
    contact: str = ""
    repository: str = ""
    content_licence: str = ""
    google_site_verification: str = ""
    bing_site_verification: str = ""
    file: YamlMapping = field(default_factory=YamlMapping)


def read_publisher(text: str) -> tuple[Publisher, list[Problem]]:
    """The file's facts and its faults."""
    mapping, problems = read_yaml_mapping(PATH, text, rule=RULE)
    known = {**FACTS, **VERIFICATION}
    faults = list(data_problems(PATH, RULE, mapping, known))
    at_fault = {(problem.line, problem.column) for problem in faults}
    facts = {
        name: str(value or "").strip()
        for name, value in mapping.values.items()
        if name in known and mapping.place(name) not in at_fault
    }
    return Publisher(**facts, file=mapping), [*problems, *faults]
