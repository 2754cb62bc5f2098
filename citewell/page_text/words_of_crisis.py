"""Where a page speaks of suicide or of hurting oneself."""

import re
from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.sentences.passage import Passage
from citewell.sentences.sentence import Sentence

SUICIDE = re.compile(
    r"\b(?:suicid\w*|self[ -]?harm\w*"
    r"|(?:hurt|harm|kill|injur)(?:e|es|ing|s)? (?:yourself|themselves|himself|herself|oneself|myself)"
    r"|end(?:ing)? (?:your|their|his|her|my|one's) (?:own )?li(?:fe|ves)"
    r"|tak(?:e|ing) (?:your|their|his|her|my) own li(?:fe|ves)"
    r"|want(?:ing)? to die|better off dead)\b",
    re.IGNORECASE,
)
"""What such a text holds (safe messaging guidance; health-publishing rule S3)."""

_GROUPS = (
    (frozenset({"suicide", "suicides", "suicidal", "suicidality", "selfharm"}),),
    (frozenset({"self"}), frozenset({"harm", "harming", "harmed", "harms"})),
    (
        frozenset({"yourself", "themselves", "himself", "herself", "oneself", "myself"}),
        frozenset(
            "hurt hurts hurting harm harms harming kill kills killing injure injures injuring".split()  # noqa: SIM905
        ),
    ),
    (frozenset({"end", "ending", "own"}), frozenset({"life", "lives"})),
    (frozenset({"want", "wanting"}), frozenset({"die"})),
    (frozenset({"better"}), frozenset({"dead"})),
)
"""Words of which one of each group of a row stands in whatever the pattern finds."""


def speaks_of_suicide(text: PageText) -> Iterator[tuple[Passage, Sentence, re.Match[str]]]:
    """The sentences of a page that speak of it, each with the words by which it does."""
    for groups in _GROUPS:
        yield from text.sentences(SUICIDE, *groups)
