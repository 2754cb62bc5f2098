"""What an article says was changed, and "What changed and why" does not tell of it.

A reader who comes back must be able to see what is new (NHS content guide; health-publishing rule G7). A
mended typo needs no entry: what counts is more than a sentence of words, or another source.
"""

from collections import Counter
from collections.abc import Iterator

from citewell.article import Page
from citewell.citations.grammar import find_groups
from citewell.plain_words import plain_words
from citewell.problem import Problem

ID = "unlogged-change"
WORDS = 20
"""As many as a sentence has at most (rule L1)."""


def unlogged_change(now: Page, before: Page) -> Iterator[Problem]:
    """The change of a page that its readers are not told of.

    Args:
        now: the page with the change.
        before: the page without it.
    """
    if not now.facts.article or now.facts.changes != before.facts.changes:
        return
    words = _words(now), _words(before)
    changed = (words[0] - words[1]).total() + (words[1] - words[0]).total()
    sources = _keys(now) ^ _keys(before)
    if changed > 2 * WORDS or sources:  # a word that was replaced counts twice
        what = f"the sources {', '.join(sorted(sources))}" if sources else "more than a sentence"
        advice = (
            f"Say under “changes” in the article's .meta.yml, or on this page, what was changed here and "
            f"why: {what} changed"
        )
        place = now.source.place(now.source.body_offset)
        yield Problem(now.source.path, *place, ID, advice, "warning")


def _words(page: Page) -> Counter[str]:
    return Counter(plain_words(page.source.text[page.source.body_offset :]).split())


def _keys(page: Page) -> frozenset[str]:
    groups = (group for _, group in find_groups(page.source.prose))
    return frozenset(citation.key for group in groups if isinstance(group, tuple) for citation in group)
