"""Every citation names a reference of the bibliography.

A reader who meets a number must find the work behind it; a mistyped key must never vanish from the page
without a word.

Fails:
    Some people cannot cry [@goodwin2071].

Passes:
    Some people cannot cry [@goodwin2017].
"""

from collections.abc import Iterator

from citewell.bibliography.reference import Library
from citewell.citations.grammar import Group, MalformedCitation, find_groups
from citewell.problem import Problem
from citewell.source import Source

ID = "unknown-citation"
ESCAPE_ADVICE = r"Where no citation is meant, write \[ for the opening bracket"


def check(source: Source, library: Library) -> Iterator[Problem]:
    """The citations of a page that lead nowhere, each at its key."""
    if all(_is_known(group, library) for _, group in find_groups(source.text)):
        return  # nothing to find, so what is code and what is prose need not be told apart
    for offset, group in find_groups(source.prose):
        if isinstance(group, MalformedCitation):
            line, column = source.place(offset + group.offset)
            yield Problem(source.path, line, column, ID, f"{group.advice}. {ESCAPE_ADVICE}")
            continue
        for citation in group:
            if library.get(citation.key) is None:
                line, column = source.place(offset + citation.offset)
                yield Problem(source.path, line, column, ID, advice(citation.key, library))


def _is_known(group: Group | MalformedCitation, library: Library) -> bool:
    return isinstance(group, tuple) and all(library.get(citation.key) for citation in group)


def advice(key: str, library: Library) -> str:
    """What to write instead of a key that the bibliography does not hold."""
    nearest = library.nearest(key)
    correction = f"Did you mean @{nearest}?" if nearest else "Add the reference to the bibliography."
    return f"No reference has the key “{key}”. {correction} {ESCAPE_ADVICE}"
