"""No link begins a public report that already says what its reader reads about.

An issue on GitHub stands there under the reader's own name. With the title of a health page filled in, it
would tell everybody what they have (health-publishing rule M13).

Fails:
    [Report a mistake](https://github.com/o/n/issues/new?title=Sertraline+and+crying)

Passes:
    [Report a mistake in public](https://github.com/o/n/issues/new)
"""

import re
from collections.abc import Iterator

from citewell.article import Page
from citewell.problem import Problem
from citewell.web_addresses import addresses

ID = "public-issue"
_NEW_ISSUE = re.compile(r"/(?:issues|discussions|work_items|-/issues)/new\b[^?#]*\?", re.IGNORECASE)


def check(page: Page) -> Iterator[Problem]:
    """The links to a report that is filled in."""
    source = page.source
    if "/new" not in source.text:
        return
    for offset, address in addresses(source.links_and_prose):
        if _NEW_ISSUE.search(address):
            advice = "Take out all from ? on: what is filled in stands in public under the reader's name"
            yield Problem(source.path, *source.place(offset), ID, advice)
