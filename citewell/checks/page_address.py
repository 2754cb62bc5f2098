"""A page's address is made of small letters, digits and single hyphens; it may be the question searched for.

The folder and the file name are the address. It is read aloud, typed and sent on: capitals, blanks and other
signs get lost on the way, and some hosts take capitals and small letters for different pages (Google Search
Central, URL structure).

Fails:
    docs/Sertraline_and_Crying/index.md

Passes:
    docs/can-sertraline-stop-you-crying/index.md
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from citewell.article import Page
from citewell.page_address import address_of
from citewell.page_text.readers import is_for_readers, level_of_form
from citewell.problem import Problem
from citewell.site_addresses import below_pages

ID = "page-address"
CHARACTERS = 75
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(pages: Sequence[Page]) -> Iterator[Problem]:
    """The names that make poor addresses, and the pages that would stand at the same address."""
    taken: dict[str, str] = {}
    for page in pages:
        path = page.source.path
        address = address_of(below_pages(path))
        if (other := taken.setdefault(address.casefold(), path)) != path:
            advice = f"Give this file another name: {other} has the address {address or '/'}, too"
            yield Problem(path, 1, 1, ID, advice)
        if is_for_readers(page):
            level = level_of_form(page)
            for name in PurePosixPath(address).parts:
                if not _NAME.fullmatch(name):
                    advice = (
                        f"Name “{name}” in small letters, digits and single hyphens: it is in the address"
                    )
                    yield Problem(path, 1, 1, ID, advice, level)
                elif len(name) > CHARACTERS:
                    advice = f"Shorten “{name}” to {CHARACTERS} characters: it is in the address"
                    yield Problem(path, 1, 1, ID, advice, level)
