"""No page holds words that wait for their writer.

`citewell new article` marks each of them: [write: what to write]. A reader who meets such a mark, or a TODO,
meets a page that nobody has finished; worse, a warning that says nothing (health-publishing rules S2 and C7).

Fails:
    /// answer
    [write: the answer to the question, with its source]
    ///

Passes:
    /// answer
    It can, for some people [@holguinlew2013].
    ///
"""

import re
from collections.abc import Iterator

from citewell.article import Page
from citewell.bibliography.reference import Library
from citewell.problem import Problem

ID = "unwritten-text"
_MARK = re.compile(r"\\?\[write:\s*(?P<what>[^\[\]]*?)\s*\\?\]", re.IGNORECASE)
_OTHER_MARK = re.compile(r"\b(?:TODO|TBD|FIXME|[Ll]orem ipsum)\b")
_SIGNS = ("TODO", "TBD", "FIXME", "orem ipsum")


def to_write(what: str) -> str:
    """The mark for words that are still to be written.

    Args:
        what: as a phrase: "the answer to the question, with its source".
    """
    return f"[write: {re.sub(r'[][]', '', what)}]"


def is_unwritten(text: str) -> bool:
    """Whether a piece of a page holds such a mark."""
    return "[write:" in text.lower() and _MARK.search(text) is not None


def check(page: Page) -> Iterator[Problem]:
    """Each mark of a page and of its front matter, at its place."""
    source = page.source
    if not (is_unwritten(source.text) or any(sign in source.text for sign in _SIGNS)):
        return  # what is code and what is prose need not be told apart
    typed = source.text[: source.body_offset] + source.prose_and_html[source.body_offset :]
    for offset, advice in sorted(_marks(typed)):
        yield Problem(source.path, *source.place(offset), ID, advice)


def check_references(library: Library) -> Iterator[Problem]:
    """Each entry of the bibliography that waits for its fields."""
    for reference in library:
        for text in reference.fields.values():
            for _, advice in _marks(text):
                yield Problem(reference.path, reference.line, 1, ID, f"In “{reference.key}”: {advice}")


def _marks(text: str) -> Iterator[tuple[int, str]]:
    for mark in _MARK.finditer(text):
        what = " ".join(mark["what"].split()) or "the words that belong here"
        yield mark.start(), f"Write {what}, and take the brackets away"
    for mark in _OTHER_MARK.finditer(text):
        yield mark.start(), f"Write the words that belong here instead of “{mark.group()}”, or take it out"
