"""The publisher's facts are filled in.

A reader must be able to see who stands behind a page and how to write to them (HON principle 6, JAMA
disclosure). What is not known is shown as missing; it is never invented.

Fails:
    contact:

Passes:
    contact: editors@publisher.example
"""

from collections.abc import Iterator

from citewell.problem import Problem
from citewell.publisher import FACTS, PATH, Publisher

ID = "publisher-facts"


def check(publisher: Publisher) -> Iterator[Problem]:
    """Each fact that is missing, at its line."""
    for name, fact in FACTS.items():
        if not publisher.file.values.get(name):
            line, column = publisher.file.places.get(name, (1, 1))
            yield Problem(PATH, line, column, ID, f"Fill in “{name}”: {fact.what}", "warning")
