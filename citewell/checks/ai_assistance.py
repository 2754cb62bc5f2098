"""A page that was written with the help of AI says so to its readers.

Readers want to know who wrote what they rely on (health-publishing rule G12).

Fails:
    ---
    ai_assisted: yes
    ---
    # Can it happen?

    It can.

Passes:
    ---
    ai_assisted: yes
    ---
    # Can it happen?

    It can. An AI tool helped to write this page; a person checked every sentence.
"""

import re
from collections.abc import Iterator

from citewell.article import Page
from citewell.problem import Problem

ID = "ai-assistance"
FACT = "ai_assisted"
_SAID = re.compile(r"\bAI\b|\bartificial intelligence\b|\blanguage model\b", re.IGNORECASE)


def check(page: Page) -> Iterator[Problem]:
    """The page that does not say so."""
    if page.facts.ai_assisted and not _SAID.search(page.source.prose):
        advice = (
            "Say on this page what AI was used for, as in: An AI tool helped to write this page; a person "
            "checked every sentence"
        )
        yield Problem(page.source.path, *page.source.front_matter.place(FACT), ID, advice)
