"""What a page is called, and where that is written."""

import re

from citewell.article import Page
from citewell.plain_words import plain_words

_HEADING = re.compile(r"^#[ \t]*(?!#)(?P<words>\S[^\n]*?)[ \t#]*(?:\{[^{}\n]*\}[ \t]*)?$", re.MULTILINE)


def title_of(page: Page) -> tuple[str, tuple[int, int]]:
    """The title of a page in its front matter, else its first heading; with line and column.

    The title is empty where the page has neither.
    """
    source = page.source
    if page.facts.title and "title" in source.metadata:
        return " ".join(page.facts.title.split()), source.front_matter.place("title")
    heading = _HEADING.search(source.prose)
    if heading is None:
        return "", (1, 1)
    line = source.text.count("\n", 0, heading.start()) + 1
    return " ".join(plain_words(source.text[heading.start("words") : heading.end("words")]).split()), (
        line,
        1,
    )
