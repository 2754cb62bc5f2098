"""A site with an article has the pages that say who makes it, how, for what money, and what it knows.

Readers, and some laws, ask for each of them (HON principles 6 to 8; RCW 19.373.020; health-publishing rule
G10). A site without an article is told of them as well, and is not held up.

Fails:
    docs/a/index.md    # and no docs/about/corrections.md

Passes:
    docs/a/index.md    # and every page that the footer lists
"""

from collections.abc import Iterator, Sequence

from citewell.about.pages import ABOUT_PAGES
from citewell.article import Article, Page
from citewell.problem import Problem

ID = "required-pages"


def check(pages: Sequence[Page], articles: Sequence[Article]) -> Iterator[Problem]:
    """The missing pages, each where it belongs."""
    there = {page.source.path.partition("/")[2] for page in pages}
    for path, name in ABOUT_PAGES.items():
        if path not in there:
            advice = f"Add this page, which the footer of every page calls “{name}”"
            yield Problem(f"docs/{path}", 1, 1, ID, advice, "error" if articles else "warning")
