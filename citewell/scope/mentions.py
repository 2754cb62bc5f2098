"""Which terms a sentence speaks of, and which it only sets aside: "not about tears", "unlike sertraline"."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from citewell.phrases import Found
from citewell.terms import Term, Vocabulary

_SAME_CLAUSE = r"(?:(?!\bbut\b)[^,;:.()–—])*$"  # noqa: RUF001 - dashes as they are printed
_SET_ASIDE_BEFORE = re.compile(
    r"(?:(?:^|[,;:(–—][ ]*|\b(?:and|but|or)[ ])not"  # noqa: RUF001 - dashes as they are printed
    r"|\b(?:is|are|was|were)[ ]not[ ](?:about|of|for|the[ ]same[ ]as)"
    r"|\b(?:do|does|did|can|could|may|might)(?:[ ]not|not)[ ]"
    r"(?:ask|compare|count|cover|explain|include|look|mean|measure|prove|say|show|study|tell|test)\w*"
    r"|\bcannot[ ](?:compare|explain|prove|say|show|tell)\w*"
    r"|\b(?:rather[ ]than|instead[ ]of|not[ ]the[ ]same[ ]as|different[ ]from|other[ ]than|unlike"
    r"|apart[ ]from)"
    r"|\bno[ ](?:studies|study|one|source|survey|trial|research)|\b(?:nobody|none|neither|nor|nothing)"
    rf"|\bwhether|\bhow[ ](?:often|many|common|soon))\b{_SAME_CLAUSE}"
)
_SET_ASIDE_BEHIND = re.compile(
    r"[ ](?:(?:alone|itself|by[ ]itself)[ ])?"
    r"(?:(?:was|were|is|are|had|has|have|did|does|do)[ ]not|was[ ]never|were[ ]never)\b"
)
_ARTICLES = r"(?:(?:the|of|about|in|lost|a|an|to)[ ])*"
_LIST_ENDS = re.compile(rf"(?:[ ][a-z]+)?,?[ ](?:or|and|nor)[ ]{_ARTICLES}")
_LIST_GOES_ON = re.compile(rf"(?:[ ][a-z]+)?,[ ]{_ARTICLES}")
_DESCRIBED = r"(?:(?:a|an|the|more|less|little|no|some|such|severe|marked|major|remaining|any|these)[ ]){0,2}"
_OF_PEOPLE = re.compile(
    r"\b(?:people|patients|those|men|women|adults|anyone|everyone|someone|participants|volunteers|users|them)"
    r"[ ](?:[a-z]+[ ]){0,2}?(?:with|treated[ ]for|living[ ]with|who[ ](?:had|have|reported|told[ ]of))[ ]"
    rf"{_DESCRIBED}$"
)
_AS_EXAMPLE = re.compile(
    r"\b(?:such[ ]as|like|including|for[ ]example|for[ ]instance|e\.g\.)[ ,]*(?:[a-z]+[ ])?$"
)


def asserted(text: str, vocabulary: Vocabulary) -> list[Found[Term]]:
    """The mentions of terms that a text does not set aside, in their order.

    Args:
        text: a sentence or a clause of it.
        vocabulary: whose terms are looked for.
    """
    mentions = list(vocabulary.find(text))
    if not mentions:
        return []
    small = text.lower()

    def is_set_aside(mention: Found[Term]) -> bool:
        before = _SET_ASIDE_BEFORE.search(small[: mention.start])
        return before is not None or _SET_ASIDE_BEHIND.match(small, mention.end) is not None

    return list(_without(mentions, small, is_set_aside))


def without_those_of_people(text: str, mentions: Sequence[Found[Term]]) -> Iterator[Found[Term]]:
    """The mentions but those that say which people: "people with depression"."""
    small = text.lower()
    return (mention for mention in mentions if not _OF_PEOPLE.search(small[: mention.start]))


def without_examples(text: str, mentions: Sequence[Found[Term]]) -> Iterator[Found[Term]]:
    """The mentions but those that only give an example: "antidepressants such as sertraline"."""
    small = text.lower()
    return _without(mentions, small, lambda mention: _AS_EXAMPLE.search(small[: mention.start]) is not None)


def _without(
    mentions: Sequence[Found[Term]], text: str, is_left_out: Callable[[Found[Term]], bool]
) -> Iterator[Found[Term]]:
    """The mentions but those left out and those that go on with a list of them: "not about a, b or c"."""
    last: Found[Term] | None = None
    for mention, following in zip_longest(mentions, mentions[1:]):
        if is_left_out(mention) or (last and _goes_on(text, last, mention, following)):
            last = mention
        else:
            last = None
            yield mention


def _goes_on(text: str, last: Found[Term], mention: Found[Term], following: Found[Term] | None) -> bool:
    """Whether a mention stands in one list with the last: after "or", or after a comma where "or" follows."""
    if _LIST_ENDS.fullmatch(text, last.end, mention.start):
        return True
    is_inside = _LIST_GOES_ON.fullmatch(text, last.end, mention.start)
    return bool(is_inside and following and _LIST_ENDS.fullmatch(text, mention.end, following.start))
