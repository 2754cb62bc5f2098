"""Every page of docs/ is in the built site, and the site has pages at all.

A page that an engine drops is missed by nobody until somebody needs it.

Fails:
    docs/help.md without site/help/index.html

Passes:
    docs/help.md with site/help/index.html
"""

from collections.abc import Collection, Iterator

from citewell.problem import Problem

ID = "pages-of-sources"


def check(lost: Collection[str], pages: Collection[str], shown: str) -> Iterator[Problem]:
    """The sources that became no page.

    Args:
        lost: their paths.
        pages: of the built site.
        shown: its folder as problems name it.
    """
    if not pages:
        yield Problem(shown, 1, 1, ID, "Build the site: there is no page in this folder")
    for path in lost:
        yield Problem(path, 1, 1, ID, f"Build this page: it is not in {shown}/")
