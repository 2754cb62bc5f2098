"""A page about self-harm shows whom to call, and the numbers to call are there.

Whoever reads about suicide must be able to call somebody from that very page (safe messaging guidance;
health-publishing rule S3).

Fails:
    ---
    about: [self-harm]
    ---
    # Thoughts of suicide

Passes:
    ---
    about: [self-harm]
    ---
    # Thoughts of suicide

    /// crisis
    ///
"""

from collections.abc import Iterator

from citewell.article import Page
from citewell.crisis import PATH, CrisisContacts
from citewell.page_facts import SELF_HARM
from citewell.problem import Problem

ID = "crisis-help"


def check(page: Page, contacts: CrisisContacts) -> Iterator[Problem]:
    """The missing box, or the box without numbers."""
    source = page.source
    if SELF_HARM in page.facts.about and not page.blocks("crisis"):
        advice = "Add the block “crisis”, which says whom to call: a line /// crisis and a line ///"
        yield Problem(source.path, *source.place(source.body_offset), ID, advice)
    if not contacts.helplines:
        for block in page.blocks("crisis"):
            yield Problem(
                source.path, *source.place(block.start), ID, f"Add helplines to {PATH}: this box is empty"
            )
