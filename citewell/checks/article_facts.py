"""An article says what it answers, who wrote it and when.

The description is what a search shows of the page, and a reader judges a page by its author and its day
(JAMA benchmarks, HON principle 1; health-publishing rule G1).

Fails:
    article: Can it happen?

Passes:
    article: Can it happen?
    author: The editorial team
    published: 2026-11-22
    description: Some people find that tears will not come. What is known, and what you can do.
"""

from collections.abc import Iterator

from citewell.article import Page
from citewell.problem import Problem

ID = "article-facts"
_WHAT = {
    "description": "what the page answers, in a sentence or two, at the top of the page",
    "author": "who wrote it, in the folder's .meta.yml",
    "published": "the day it was published, in the folder's .meta.yml",
}


def check(page: Page) -> Iterator[Problem]:
    """The facts that a page of an article lacks."""
    facts = page.facts
    if not facts.article or (page.source.metadata.get("description") and not facts.description):
        return  # no article, or facts that cannot be read: another rule tells of them
    for name, what in _WHAT.items():
        if not getattr(facts, name):
            yield Problem(page.source.path, 1, 1, ID, f"Add “{name}”: {what}")
