"""Each page says in 70 to 160 characters what it tells, in words of its own.

A search shows the description under the title; it is all that a reader has to choose by. One that is longer
is cut, and the same words under two titles tell nothing (Google Search Central, Control your snippets; the
two limits are this project's own).

Fails:
    description: About sertraline.

Passes:
    description: Some people find that tears will not come. What is known, and what you can do about it.
"""

from collections.abc import Iterator, Sequence

from citewell.article import Page
from citewell.checks.unwritten_text import is_unwritten
from citewell.page_text.readers import is_for_readers, is_ours, level_of_form
from citewell.problem import Problem

ID = "page-description"
FEWEST, MOST = 70, 160


def check(pages: Sequence[Page]) -> Iterator[Problem]:
    """The descriptions that are missing, too short or too long, and those that another page has already."""
    taken: dict[str, str] = {}
    for page in pages:
        if is_for_readers(page):
            level = level_of_form(page)
            for advice in _advice(page, taken):
                place = page.source.front_matter.place("description")
                yield Problem(page.source.path, *place, ID, advice, level)


def _advice(page: Page, taken: dict[str, str]) -> Iterator[str]:
    words = " ".join(page.facts.description.split())
    if not words:
        # An article is told of it by another rule, and facts that cannot be read are told of by theirs.
        if is_ours(page) and not page.facts.article and not page.source.metadata.get("description"):
            yield f"Add “description”: what the page tells, in {FEWEST} to {MOST} characters"
        return
    if is_unwritten(words):  # a rule of its own tells of it
        return
    if not FEWEST <= len(words) <= MOST:
        yield f"Write the description in {FEWEST} to {MOST} characters: it has {len(words)}"
    if (other := taken.setdefault(words.casefold(), page.source.path)) != page.source.path:
        yield f"Write another description: {other} has the same"
