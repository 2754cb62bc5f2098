"""What a sentence says of stopping a medicine or changing its dose: that it happens, or that a reader may.

An order is an imperative ("Stop taking it", "Skip a dose") or what a reader is said to be free to do ("You
can stop it"). "Do not stop", "before you stop" and "people who stopped" are none.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from citewell.drugs import Drugs

_MEDICINES = (
    "antidepressant capsule drug medicine medication pill prescription tablet treatment".split()  # noqa: SIM905
)
_DOSE = (
    r"(?:doses?|dosage|tablets?|pills?|capsules?|medicines?|medications?)\b"
    r"(?! (?:sheet|box|pack|packet|bottle|leaflet|label))"
)
_OF_IT = r"(?:your|the|a|an|one|each|every|some|any|half|half of your|a few)(?: (?!missed|forgotten)\w+)?"
_ADVERB = (
    r"(?:please |just |simply |then |also |now |immediately |gradually |slowly |suddenly |instead |first )*"
)
_CLAUSE = (
    r"(?:^[\W\d]*|[,;:]\s*(?:and |or |then |so |but )?|\s[—–-]\s|\b(?:and|or|then|so"  # noqa: RUF001
    r"|but)\s+)"
)
_FREE = (
    r"(?:you (?:can|could|may|might|should|must|will|need to|have to|ought to|are free to|are able to)"
    r"(?: just| safely| simply| also| always| then| now| slowly| gradually)*"
    r"|it(?: is|['’]s| may be| might be)(?: \w+)? "  # noqa: RUF001 - as printed
    r"(?:safe|fine|ok|okay|best|better|good|time|all right|alright) to) "
)
_NOT = (
    r"\b(?:do not|don['’]t|never|must not|should not|cannot|can['’]t|not to|avoid"  # noqa: RUF001
    r"|without)\b"
)
_CHANGE = (
    r"(?:stop|quit|cut|skip|change|lower|reduce|halve|double|raise|increase|miss|take|start|come off"
    r"|stopping|taking|changing|cutting|skipping)"
)
_NEGATED = re.compile(rf"{_NOT} (?:\w+ ){{0,2}}?{_CHANGE}\b", re.IGNORECASE)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:people|persons?|they|patients?|some|many|most|others|who|women|men|participants|those|she|he|we|"
    r"nobody|anyone|everyone|researchers|doctors?)\b",
    re.IGNORECASE,
)


class _Patterns(NamedTuple):
    mention: re.Pattern[str]
    order: re.Pattern[str]


def medicine_names(drugs: Drugs) -> frozenset[str]:
    """How texts call the medicines: names, brands and classes, in small letters."""
    return frozenset(
        name.lower()
        for drug in drugs.values()
        for name in (drug.name, *drug.brands, drug.drug_class.name, drug.drug_class.full_name)
    )


def speaks_of_stopping(words: str, medicines: frozenset[str]) -> bool:
    """Whether a text speaks of stopping a medicine, be it the reader or anybody else who stops.

    Args:
        words: the text.
        medicines: by their names; the words for all medicines are known.
    """
    return _patterns(medicines).mention.search(words) is not None


def order_to_change(sentence: str, medicines: frozenset[str]) -> str:
    """The words by which a sentence tells a reader to stop or to change a dose; empty where it does not."""
    if sentence.rstrip().endswith("?"):
        return ""
    for found in _patterns(medicines).order.finditer(sentence):
        before = sentence[: found.start("what")]
        is_free = found["free"] is not None
        if not _NEGATED.search(before) and (is_free or not _SOMEBODY_ELSE.search(before)):
            return found["what"]
    return ""


@lru_cache(maxsize=8)
def _patterns(medicines: frozenset[str]) -> _Patterns:
    names = f"(?:{_any_of({*_MEDICINES, *medicines})})s?"
    it = (
        rf"(?:(?:it|them)\b(?! (?:to|from|for|as|in)\b)"
        rf"|(?:(?:your|the|this|that|these|those|all|an?|any|my) )?{names}\b)"
    )
    off = rf"(?:(?:taking|using)\b|{it}|suddenly\b|abruptly\b|cold turkey)"
    order = (
        rf"(?:stop|quit) {off}|come off {it}|go cold turkey|give up {it}"
        rf"|(?:cut|lower|reduce|halve|double|raise|increase|decrease|change|adjust|skip|miss|drop|split)"
        rf"(?: down)?(?: on)? {_OF_IT} {_DOSE}"
        rf"|take (?:half|double|twice|less|fewer|more|an extra|another|extra)(?: of| a| your| the)*"
        rf"(?: \w+)? {_DOSE}"
        rf"|take a (?:double|half|smaller|larger|bigger|lower|higher|break from)\b"
    )
    mention = (
        rf"\b(?:stop(?:s|ped|ping)?|quit(?:s|ting)?) {off}|\b(?:com(?:e|es|ing)|came) off {it}"
        rf"|\bcold turkey\b|\bgiv(?:e|es|ing) up {it}|\b{names} (?:is|was|are|were|be|been|being) stopped\b"
    )
    return _Patterns(
        re.compile(mention, re.IGNORECASE),
        re.compile(rf"(?:{_CLAUSE}|(?P<free>\b{_FREE})){_ADVERB}(?P<what>{order})", re.IGNORECASE),
    )


def _any_of(words: Collection[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
