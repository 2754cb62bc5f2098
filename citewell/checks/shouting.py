"""Text does not shout: no words in capitals, no italics, no bold inside a paragraph.

Capitals and slanted letters are hard to read, bold text is taken for a heading, and screen readers announce
none of it (NHS service manual, formatting and punctuation; health-publishing rule L5). Bold words may begin
the items of a list.

Fails:
    Do NOT stop *suddenly*.

Passes:
    Do not stop suddenly.
"""

import re
from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.wording import WordLists, words_of

ID = "shouting"
_TWO_CAPITALS = re.compile(r"[A-Z][A-Z]")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,}(?:['’]T)?(?![\w-])")  # noqa: RUF001 - as typed
_RUN = re.compile(r"(?<![\w-])[A-Z]{2,}(?:\s+[A-Z]{2,}){2,}(?![\w-])")
_STRESS = re.compile(
    r"(?<![*\\\w])(?P<stars>\*{1,3})(?=[^\s*])[^*\n]+?(?<=[^\s*\\])(?P=stars)(?![*\w])"
    r"|(?<![_\\\w])(?P<lines>_{1,3})(?=[^\s_])[^_\n]+?(?<=[^\s_])(?P=lines)(?![_\w])"
)
_BOLD = 2


def check(text: PageText, wording: WordLists) -> Iterator[Problem]:
    """The words that shout."""
    source = text.page.source
    shouted = wording["shouted"]
    has_capitals = _TWO_CAPITALS.search(source.prose) is not None
    for passage in text.said:
        typed = source.prose[passage.start : passage.end] or passage.typed
        if "*" in typed or "_" in typed:
            for found in _STRESS.finditer(typed):
                marks = len(found["stars"] or found["lines"])
                if marks == _BOLD and (passage.kind != "paragraph"):
                    continue
                how = "bold" if marks == _BOLD else "italic"
                advice = (
                    f"Take the {how} letters off {found.group()}: put what matters at the beginning instead"
                )
                yield text.problem(ID, passage.start + found.start(), advice, "warning")
        if has_capitals and _TWO_CAPITALS.search(typed):
            for found in (*_RUN.finditer(typed), *_CAPITALS.finditer(typed)):
                words = words_of(found.group())
                if len(words) > 1 or shouted.get(words[0]):
                    small = found.group().lower()
                    advice = f"Write “{small}” instead of “{found.group()}”: capitals are hard to read"
                    yield text.problem(ID, passage.start + found.start(), advice, "warning")
