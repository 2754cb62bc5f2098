"""Whoever is told to stop a medicine or change a dose is told in the same sentence whom to talk to first.

Stopping suddenly can make people ill, and the right dose is for the prescriber to find with them (Royal
College of Psychiatrists, NICE; health-publishing rule S6). A sentence that says “do not” is none of these.

Fails:
    If you feel flat, stop taking it.

Passes:
    If you feel flat, talk to your doctor before you stop taking it.
"""

from collections.abc import Iterator, Sequence

from citewell.drugs import Drugs
from citewell.page_text.asking_first import asks_first
from citewell.page_text.changing_a_medicine import medicine_names, order_to_change
from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.wording import words_of

ID = "stop-taking"
_STOP = frozenset({"stop", "quit", "turkey"})
_CHANGE = frozenset(
    "adjust change cut decrease double drop halve increase lower miss raise reduce skip split take".split()  # noqa: SIM905
)
_DOSE = frozenset(
    """
    capsule capsules dosage dose doses medication medications medicine medicines pill pills tablet tablets
    """.split()  # noqa: SIM905 - read as words
)
_GOES_ON = {"come": "off", "give": "up", "take": "a"}
_FAR = 5
_VERBS = _STOP | _CHANGE | _GOES_ON.keys()
_ORDERS = ((_STOP,), (_CHANGE, _DOSE), *(({word}, {other}) for word, other in _GOES_ON.items()))
"""Words of which one of each group of a row stands in every order."""


def check(text: PageText, drugs: Drugs) -> Iterator[Problem]:
    """The orders of a page, each at its words."""
    medicines = medicine_names(drugs)
    orders = {id(passage) for words in _ORDERS for passage in text.with_words(*words)}
    lead = ""
    for passage in text.said if orders else ():
        if passage.kind != "item":
            lead = _lead(passage.typed)
        if id(passage) not in orders or not _may_order(passage.typed):
            continue
        for sentence in passage.sentences:
            words = f"{lead}{sentence.text}" if passage.kind == "item" else sentence.text
            order = order_to_change(words, medicines)
            if order and not asks_first(words):
                at = max(sentence.text.find(order), 0)
                advice = (
                    f"Say in this sentence whom to talk to before “{order}”, as in: Talk to your doctor "
                    f"before you stop it or change the dose"
                )
                yield text.problem(ID, passage.place(sentence.typed_at(at)), advice)


def _may_order(typed: str) -> bool:
    """Whether an order may stand in a passage: what costs more is done for few of them."""
    words = words_of(typed)
    return any(_may_begin(words, at) for at, word in enumerate(words) if word in _VERBS)


def _may_begin(words: Sequence[str], at: int) -> bool:
    word, behind = words[at], words[at + 1 : at + _FAR]
    return (
        word in _STOP
        or behind[:1] == [_GOES_ON.get(word)]
        or (word in _CHANGE and not _DOSE.isdisjoint(behind))
    )


def _lead(typed: str) -> str:
    """The line that a list goes on from: its items are the ends of one sentence."""
    line = typed.rstrip()
    if not line.endswith(":"):
        return ""
    lead = line.removesuffix(":").rpartition(". ")[2]
    goes_on = lead.rpartition(" ")[2].lower() in ("not", "never", "avoid", "without", "you", "to")
    return f"{lead} " if goes_on else f"{lead}: "
