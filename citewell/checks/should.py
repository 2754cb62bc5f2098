"""Advice says what to do, and not what somebody “should” do.

“Talk to your doctor” is an offer of help; “you should talk to your doctor” is a reproach, and leaves open
whether it must be (NHS service manual, voice and tone; health-publishing rule L13).

Fails:
    You should talk to your doctor.

Passes:
    Talk to your doctor.
"""

import re
from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem

ID = "should"
_WORDS = frozenset({"should"})
_SHOULD = re.compile(r"\b(?:you|people|patients) (?:\w+ )?should(?: not)?\b(?! be able\b)", re.IGNORECASE)


def check(text: PageText) -> Iterator[Problem]:
    """The sentences that tell a reader what they should do."""
    for passage, sentence, found in text.sentences(_SHOULD, _WORDS):
        if sentence.text.rstrip().endswith("?"):
            continue
        advice = (
            f"Write what to do, or what the reader can do, instead of “{found.group()}”, as in: Talk to "
            "your doctor"
        )
        yield text.problem(ID, passage.place(sentence.typed_at(found.start())), advice, "warning")
