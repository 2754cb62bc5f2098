"""A page has one title, and its headings make an outline.

People who listen to a page move from heading to heading; a level that is left out sends them looking for
what is not there (NHS service manual, formatting; health-publishing rule L11). Headings are short, in
sentence case, and state what follows: a question is for the title and for the blocks of questions.

Fails:
    # Can it happen?

    #### What Makes It More Likely?

Passes:
    # Can it happen?

    ## What makes it more likely
"""

import re
from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.plain_words import plain_words
from citewell.problem import Problem
from citewell.sentences.passage import Passage

ID = "headings"
CHARACTERS, DEEPEST, WORDS_IN_CAPITALS = 65, 4, 3
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "if",
        "in",
        "into",
        "nor",
        "of",
        "on",
        "or",
        "so",
        "than",
        "the",
        "to",
        "up",
        "with",
        "yet",
        "your",
    ]
)
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}\s*\Z")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")  # noqa: RUF001 - as typed


def check(text: PageText) -> Iterator[Problem]:
    """The faults of a page's headings."""
    source = text.page.source
    headings = [(passage, _level(passage)) for passage in text.passages if passage.kind == "heading"]
    titles = [passage for passage, level in headings if level == 1]
    if not titles and not source.metadata.get("title"):
        yield text.problem(ID, source.body_offset, "Begin the page with its title: a line # and the title")
    for passage in titles[1:]:
        yield text.problem(ID, passage.start, "Begin this heading with ##: a page has one title")
    above = 1
    for passage, level in headings:
        if level > above + 1:
            advice = f"Begin this heading with {'#' * (above + 1)}: no level may be left out"
            yield text.problem(ID, passage.start, advice)
        elif level > DEEPEST:
            yield text.problem(ID, passage.start, f"Set this heading higher: {DEEPEST} levels are the most")
        above = level
        words = plain_words(_ATTRIBUTES.sub("", passage.typed)).rstrip("# ")
        for advice in _advice(level, words):
            yield text.problem(ID, passage.start, advice, "warning")


def _level(heading: Passage) -> int:
    """1 to 6: the signs before it, or the line under it."""
    typed = heading.source.text
    before = typed[typed.rfind("\n", 0, heading.start) + 1 : heading.start]
    return before.count("#") or (1 if typed.startswith("=", typed.find("\n", heading.end) + 1) else 2)


def _advice(level: int, words: str) -> Iterator[str]:
    if level == 1 and len(words) > CHARACTERS:
        yield f"Shorten the title to {CHARACTERS} characters: it has {len(words)}"
    if level > 1 and words.endswith("?"):
        yield f"Write “{words}” as a statement, or as a question in the block “faq”"
    if _is_title_case(words):
        yield f"Write “{words}” in small letters after the first: as in a sentence"


def _is_title_case(words: str) -> bool:
    """Whether all words that matter begin with a capital."""
    matter = [word for word in _WORD.findall(words)[1:] if word.lower() not in _SMALL_WORDS]
    return len(matter) >= WORDS_IN_CAPITALS - 1 and all(
        word[0].isupper() and not word.isupper() for word in matter
    )
