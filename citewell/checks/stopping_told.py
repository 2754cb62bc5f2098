"""Where an article on an antidepressant tells of stopping, it says again whom to talk to first.

Many readers come to one answer and read nothing else, so the warning is not left to another place (Royal
College of Psychiatrists, NHS; health-publishing rule S1).

Fails:
    /// faq | Can I stop taking it?
    It usually ends when you stop taking it.
    ///

Passes:
    /// faq | Can I stop taking it?
    Talk to your doctor first. It usually ends when you stop taking it.
    ///
"""

import re
from collections.abc import Iterator, Sequence

from citewell.drugs import Drugs
from citewell.page_text.asking_first import asks_first
from citewell.page_text.changing_a_medicine import medicine_names, speaks_of_stopping
from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.sentences.passage import Passage

ID = "stopping-told"
_VERBS = frozenset("stop stops stopped stopping quit quits quitting off giving give turkey".split())  # noqa: SIM905
_TO_THE_READER = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_ADVICE = "Add to this {what} whom to talk to first: Talk to your doctor before you stop it or cut the dose"


def check(text: PageText, drugs: Drugs) -> Iterator[Problem]:
    """The answers and sections of a page that tell of stopping and of nobody to ask."""
    drug = text.page.facts.drug
    if drug is None or not drug.drug_class.antidepressant or text.words.isdisjoint(_VERBS):
        return
    medicines = medicine_names(drugs)
    may_tell = {passage.start for passage in text.with_words(_VERBS)}
    warnings = [block.start for block in text.page.blocks("do-not-stop")]
    ends = [*(section[0].start for section in text.sections[1:]), len(text.page.source.text)]
    for section, end in zip(text.sections, ends, strict=True):
        question = section[0].question
        if any(section[0].start <= start < end for start in warnings):
            continue
        told = _tells([passage for passage in section if passage.start in may_tell], medicines) or (
            section[0] if question and speaks_of_stopping(question, medicines) else None
        )
        if told and not any(
            asks_first(sentence.text) for passage in section for sentence in passage.sentences
        ):
            what = "answer" if question else "section"
            yield text.problem(ID, told.start, _ADVICE.format(what=what))


def _tells(passages: Sequence[Passage], medicines: frozenset[str]) -> Passage | None:
    """The passage that speaks of stopping: in an answer whoever stops, elsewhere the reader."""
    for passage in passages:
        for sentence in passage.sentences:
            to_reader = passage.question or _TO_THE_READER.search(sentence.text)
            if to_reader and speaks_of_stopping(sentence.text, medicines):
                return passage
    return None
