"""No citation stands where Markdown does not read it.

A block of HTML is handed through as it is typed, so a reader would see `[@key]` and no reference.

Fails:
    <div>Some people cannot cry [@goodwin2017].</div>

Passes:
    <div markdown="1">Some people cannot cry [@goodwin2017].</div>
"""

from collections.abc import Iterator

from citewell.bibliography.reference import Library
from citewell.citations.grammar import find_groups
from citewell.problem import Problem
from citewell.source import Source

ID = "citation-in-html"
_ADVICE = 'Add markdown="1" to the tag around this citation, or move it out: it is not read inside HTML'


def check(source: Source, library: Library) -> Iterator[Problem]:
    """The citations inside HTML blocks, each at its bracket."""
    if not source.may_hold_html_blocks:
        return
    for offset, group in find_groups(source.prose_and_html):
        is_read = source.prose[offset - 1] == "["
        if not is_read and isinstance(group, tuple) and any(library.get(citation.key) for citation in group):
            line, column = source.place(offset - 1)
            yield Problem(source.path, line, column, ID, _ADVICE)
