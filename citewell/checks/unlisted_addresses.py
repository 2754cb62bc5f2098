"""Every address of the site is on the list of published addresses, so that it is missed when it is gone.

The build adds what is new. Whoever adds a page without building it is told which lines to add.

Fails:
    docs/new/index.md    # and no new/ in docs/_data/published-addresses.txt

Passes:
    new/    # a line of docs/_data/published-addresses.txt
"""

from collections.abc import Iterator

from citewell.problem import Problem
from citewell.published_addresses import PATH, some
from citewell.site import Site
from citewell.site_addresses import site_addresses

ID = "unlisted-addresses"


def check(site: Site) -> Iterator[Problem]:
    """The addresses that the list lacks, at its end; nothing where there is no list yet."""
    published = site.data.published
    if published and (new := site_addresses(site).keys() - published.keys()):
        advice = f"Add a line for each of these, or build the site, which adds them: {some(new)}"
        yield Problem(PATH, max(published.values()), 1, ID, advice, "warning")
