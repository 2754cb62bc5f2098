"""Each page has a title of its own, of 60 characters at most.

The title is what a search lists and what a tab and a bookmark say. A longer one is cut, and two that are the
same cannot be told apart (Google Search Central, Influencing title links; this project's own limit).

Fails:
    title: Does sertraline make you unable to cry, and if so, how often, how long and why?

Passes:
    title: Does sertraline make you unable to cry?
"""

from collections.abc import Iterator, Sequence

from citewell.article import Page
from citewell.checks.unwritten_text import is_unwritten
from citewell.hubs import Hub
from citewell.page_text.readers import is_for_readers, level_of_form
from citewell.page_title import title_of
from citewell.problem import Problem

ID = "page-title"
CHARACTERS = 60


def check(pages: Sequence[Page], hubs: Sequence[Hub]) -> Iterator[Problem]:
    """The titles that are too long, and those that another page has already.

    Args:
        pages: of the site.
        hubs: that the build makes, whose titles are taken too.
    """
    taken = {
        hub.title.casefold(): f"the page {hub.path.removesuffix('.md')}, which the build makes"
        for hub in hubs
    }
    for page in pages:
        title, place = title_of(page)
        if not title or is_unwritten(title) or not is_for_readers(page):
            continue
        level = level_of_form(page)
        if len(title) > CHARACTERS:
            advice = f"Shorten this title to {CHARACTERS} characters: it has {len(title)}"
            yield Problem(page.source.path, *place, ID, advice, level)
        if (other := taken.setdefault(title.casefold(), page.source.path)) != page.source.path:
            advice = f"Write another title: {other} is called “{title}”, too"
            yield Problem(page.source.path, *place, ID, advice, level)
