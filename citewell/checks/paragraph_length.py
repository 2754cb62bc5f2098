"""A paragraph has three sentences at most.

On a phone, four sentences are a wall (NHS service manual, how we write; health-publishing rule L1).

Fails:
    It can happen. It may pass. Nobody knows how soon. Talk to your doctor.

Passes:
    It can happen. It may pass. Nobody knows how soon.

    Talk to your doctor.
"""

from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem

ID = "paragraph-length"
SENTENCES = 3


def check(text: PageText) -> Iterator[Problem]:
    """The paragraphs that are too long."""
    for passage, sentences in text.sentences_by_passage:
        if passage.kind != "item" and len(sentences) > SENTENCES:
            advice = f"Split this paragraph: it has {len(sentences)} sentences, and {SENTENCES} are the most"
            yield text.problem(ID, passage.start, advice, "warning")
