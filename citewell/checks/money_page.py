"""A site that is paid for sending readers on has a page that says so in plain words.

The box and the notice on a page are short; they lead to the whole of it (health-publishing rules G10 and M8).

Fails:
    betterhelp: {status: on, …}    # and no docs/about/money.md with the block paid-links

Passes:
    betterhelp: {status: on, …}    # and docs/about/money.md holds /// paid-links
"""

from collections.abc import Iterator, Sequence

from citewell.about.pages import MONEY
from citewell.affiliates import PATH, Affiliates
from citewell.article import Page
from citewell.problem import Problem

ID = "money-page"


def check(affiliates: Affiliates, pages: Sequence[Page]) -> Iterator[Problem]:
    """The missing page, told where the first programme is switched on."""
    running = [programme for programme in affiliates.values() if programme.is_on]
    has_page = any(page.source.path.endswith(f"/{MONEY}") and page.blocks("paid-links") for page in pages)
    if running and not has_page:
        advice = (
            f"Add docs/{MONEY} with the block /// paid-links, or set “status: off”: a reader must be able to "
            f"see how the site is paid"
        )
        yield Problem(PATH, *running[0].place, ID, advice)
