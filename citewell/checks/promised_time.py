"""No sentence promises when an effect will pass, unless a source cited there names that time.

"It goes away in a few weeks" makes people wait who should speak up, and no study of lost tears or dulled
feelings gives a number of weeks (evidence review of the first article, claims 4, 11, 12 and 20). A time in
numbers with a citation is held against its source by numbers-of-the-source.

Fails:
    It goes away in a few weeks.

Passes:
    Nobody can tell you how soon it passes.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from citewell.problem import Problem
from citewell.quantities.nouns import TIME
from citewell.quantities.number_words import NUMBER
from citewell.scope.notes import SourceNotes
from citewell.sentences.passage import Passage
from citewell.sentences.sentence import Sentence

ID = "promised-time"
_PASSES = re.compile(
    r"\b(?:go(?:es)?[ ]away|going[ ]away|pass(?:es)?|disappears?|vanish(?:es)?|resolves?|improves?|eases?"
    r"|fades?|wears?[ ]off|settles?|clears?[ ]up|gets?[ ]better|lifts?|subsides?|ends?|returns?|comes?[ ]back"
    r"|(?:be|is|are)[ ](?:back|gone|over)|lasts|lasting"
    r"|(?:can|may|will|might|to|usually|often|only|normally|generally)[ ]last"
    r"|stops?[ ]by[ ]itself|feels?[ ]normal)\b",
    re.IGNORECASE,
)
_VAGUE = (
    rf"(?:a[ ]few|a[ ]couple[ ]of|several|some|the[ ]first|the[ ]first[ ]few)[ ]{TIME}"
    r"|(?:within|in|after|lasts)[ ](?:days|weeks|months)"
    r"|soon|shortly|quickly|rapidly|fast|in[ ]no[ ]time|before[ ]long|overnight"
    r"|(?:when|once|as[ ]soon[ ]as|until|before)[ ](?:[a-z]+[ ]){1,3}?(?:takes?[ ]effect|kicks?[ ]in"
    r"|(?:starts?|begins?)[ ](?:to[ ](?:work|be[ ]effective|take[ ]effect)|working)"
    r"|gets?[ ]used|adjusts?|has[ ]adjusted|is[ ]used)"
)
_NUMBERED = (
    r"(?:in|after|within|for|about|only|just|over|by|to|lasts|least)[ ](?:the[ ](?:first|next)[ ])?"
    rf"(?:a|one|{NUMBER}(?:[ ]?(?:[-–]|to|or|and)[ ]?{NUMBER})?)[ ]{TIME}"  # noqa: RUF001 - a dash as printed
)
_NOT_PROMISED = re.compile(
    r"\b(?:nobody|no[ ]one|no[ ]study|no[ ]source|may[ ]read|may[ ]hear|may[ ]find|can[ ]read|claims?|claimed"
    r"|promises?|myth)\b"
    r"|(?:\b(?:not|never|cannot|whether|if|unless|how|until|hope|wish)\b|n['’]t\b)[^,;:]*$",  # noqa: RUF001
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\?['\"”’)]*$|\b(?:varies|vary|not[ ]known|unknown|nobody|no[ ]one|differs?)\b",  # noqa: RUF001 - as printed
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:]|\b(?:not|but)\b")
_LETTERS = re.compile(r"[a-z]+")
_NEAR = 60
_PASSES_WORDS = frozenset(
    """
    go goes going pass passes disappear disappears vanish vanishes resolve resolves improve improves ease
    eases fade fades wear wears settle settles clear clears get gets lift lifts subside subsides end ends
    return returns come comes back gone over last lasts lasting stop stops feel feels
    """.split()  # noqa: SIM905 - read as words
)
_TIME_WORDS = frozenset(
    """
    minutes hour hours day days week weeks fortnight month months year years soon shortly quickly rapidly
    fast time long overnight when once until before
    """.split()  # noqa: SIM905 - read as words
)


@cache
def _time_named() -> re.Pattern[str]:
    """A time, compiled when the first text needs it: it takes long."""
    return re.compile(rf"\b(?:(?P<vague>{_VAGUE})|(?P<number>{_NUMBERED}))\b", re.IGNORECASE)


def check(passages: Sequence[Passage], notes: SourceNotes) -> Iterator[Problem]:
    """The promises of time of a page.

    Args:
        passages: of the page.
        notes: what is noted of the works.
    """
    for passage in passages:
        words = passage.words
        may_promise = not (words.isdisjoint(_PASSES_WORDS) or words.isdisjoint(_TIME_WORDS))
        if passage.kind in ("heading", "term") or not may_promise:
            continue
        for sentence in passage.sentences:
            promise = _promise(sentence)
            if promise and not _is_named_by_a_source(promise, sentence, notes):
                place = passage.place(sentence.typed_at(promise.start()))
                yield Problem(passage.source.path, *place, ID, _advice(promise))


def _promise(sentence: Sentence) -> re.Match[str] | None:
    """The time that a sentence promises; None where it promises none."""
    text = sentence.text
    if _PASSES_WORDS.isdisjoint(_LETTERS.findall(text.lower())) or _OPEN.search(text):
        return None
    for passes in _PASSES.finditer(text):
        if _NOT_PROMISED.search(text[: passes.start()]):
            continue
        for time in _time_named().finditer(text):
            first, last = sorted((passes.span(), time.span()))
            gap = text[first[1] : last[0]]
            if len(gap) <= _NEAR and not _BREAK.search(gap):
                return time
    return None


def _is_named_by_a_source(promise: re.Match[str], sentence: Sentence, notes: SourceNotes) -> bool:
    works = [work for key in sentence.keys if (work := notes.of(key))]
    if promise["number"]:
        return bool(works)
    named = promise.group().lower()
    return any(named in finding.value.lower() for work in works for finding in work.work.findings)


def _advice(promise: re.Match[str]) -> str:
    return (
        f"Take out the promise “{promise.group()}”, or cite a finding that names this time. "
        "Say what is known: for some people it eases, for others it lasts, and nobody can say how soon"
    )
