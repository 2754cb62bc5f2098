"""An article begins with its answer: short, cited, and before anything else.

A worried reader on a phone looks for the answer first (CDC Clear Communication Index items 1 to 3 and 10).
Sixty words in three sentences fit on the first screen.

Fails:
    # Can it happen?

    Many people ask this.

Passes:
    # Can it happen?

    /// answer
    Yes, to some people [@goodwin2017].
    ///
"""

import re
from collections.abc import Iterator

from citewell.article import Article, Page
from citewell.blocks.grammar import Block
from citewell.checks.unwritten_text import is_unwritten
from citewell.citations.grammar import find_groups
from citewell.plain_words import plain_words, sentences
from citewell.problem import Problem

ID = "short-answer"
WORDS, SENTENCES = 60, 3
_TITLE = re.compile(r"\s*(?:#[ \t][^\n]*|[^\n]+\n=+[ \t]*)?\s*")


def check(article: Article) -> Iterator[Problem]:
    """The faults of an article's answer."""
    answers = [(page, block) for page in article.pages for block in page.blocks("answer")]
    index = article.index
    if not any(page is index for page, _ in answers):
        advice = "Add the short answer after the title: /// answer, the answer, ///"
        yield _problem(index, index.source.body_offset, advice)
    for page, block in answers:
        if page is not index:
            yield _problem(
                page, block.start, f"Move this answer to {index.source.path}: an article has one answer"
            )
        elif block is not page.blocks("answer")[0]:
            yield _problem(page, block.start, "Take out this answer: an article has one answer")
        else:
            yield from _answer_problems(page, block)


def _answer_problems(page: Page, block: Block) -> Iterator[Problem]:
    source = page.source
    if _TITLE.fullmatch(source.links_and_prose, source.body_offset, block.start) is None:
        yield _problem(page, block.start, "Move the answer up: it is the first thing after the title")
    typed = source.text[block.body_start : block.body_end]
    words = plain_words(typed)
    if (count := len(words.split())) > WORDS:
        yield _problem(page, block.start, f"Cut the answer to {WORDS} words: it has {count}")
    if (count := len(sentences(words))) > SENTENCES:
        yield _problem(page, block.start, f"Cut the answer to {SENTENCES} sentences: it has {count}")
    is_cited = any(isinstance(group, tuple) for _, group in find_groups(typed))
    if not is_cited and not is_unwritten(typed):
        yield _problem(page, block.start, "Cite the source of the answer, as in [@goodwin2017]")


def _problem(page: Page, offset: int, advice: str) -> Problem:
    return Problem(page.source.path, *page.source.place(offset), ID, advice)
