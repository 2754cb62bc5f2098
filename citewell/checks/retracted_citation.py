"""Where a page cites a work that was retracted, it says so beside the citation.

Nothing rests on such a work any more, and a reader who meets its number must not take it for evidence
(COPE Retraction Guidelines; ICMJE Recommendations, "Scientific Misconduct, Expressions of Concern, and
Retraction"). What counts is what the databases said, in references.lock.json. Where they are wrong, an editor
says so with a comment that names this rule and gives the reason; the mark beside the citation stays. The
examples are of a work that was retracted.

Fails:
    Some people cannot cry [@goodwin2017].

Passes:
    A survey, since retracted, said that some people cannot cry [@goodwin2017].
    Some people cannot cry [@goodwin2017, retracted].
"""

import re
from collections.abc import Iterator, Mapping

from citewell.bibliography.reference import Library
from citewell.citations.grammar import find_groups
from citewell.days import in_words
from citewell.drugs import PATH as DRUGS
from citewell.drugs import Drugs
from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.notice import Notice
from citewell.reference_lock.standing import standing

ID = "retracted-citation"
_KEPT = "_citewell_retracted_works"
_WHO = r"by (?:its|the) (?:authors?|editors?|journal|publishers?)"
_SAID = re.compile(
    r"(?<!\bnot )(?<!\bnever )(?<!\bnot been )"
    rf"(?:\bretracted\b|\bits retraction\b|\b(?:withdrawn|removed) {_WHO}\b)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\b(?:retract|withdrawn|removed)", re.IGNORECASE)


def retracted_works(library: Library, lock: ReferenceLock) -> Mapping[str, Notice]:
    """The notice on each retracted work, by its key in small letters.

    It is kept with the library, as its index by key is: a check asks for it once a page.
    """
    kept: tuple[ReferenceLock, Mapping[str, Notice]] | None = vars(library).get(_KEPT)
    if kept and kept[0] is lock:
        return kept[1]
    works = {}
    for reference in library if not lock.is_empty else ():
        stands = standing(reference, lock)
        if stands.ends_trust:
            works[reference.key.casefold()] = stands.notices[0]
    vars(library)[_KEPT] = (lock, works)
    return works


def check(text: PageText, retracted: Mapping[str, Notice]) -> Iterator[Problem]:
    """The citations of retracted works that do not say so, each at its key.

    Args:
        text: of a page.
        retracted: the retracted works.
    """
    if not retracted:
        return
    source = text.page.source
    for offset, group in find_groups(source.prose):
        for citation in group if isinstance(group, tuple) else ():
            notice = retracted.get(citation.key.casefold())
            said = f"{citation.prefix} {citation.locator}"
            if notice and not (_IN_BRACKETS.search(said) or _is_said(text, offset, citation.key)):
                yield Problem(
                    source.path, *source.place(offset + citation.offset), ID, advice(citation.key, notice)
                )


def check_drugs(drugs: Drugs, retracted: Mapping[str, Notice]) -> Iterator[Problem]:
    """The same in what is printed of each medicine."""
    for name, drug in drugs.items() if retracted else ():
        for words in (f"[@{drug.label}]", drug.do_not_stop, drug.boxed_warning):
            for _, group in find_groups(words):
                for citation in group if isinstance(group, tuple) else ():
                    notice = retracted.get(citation.key.casefold())
                    if notice and not _IN_BRACKETS.search(citation.locator):
                        said = f"In what is printed of {name}: {advice(citation.key, notice)}"
                        yield Problem(DRUGS, 1, 1, ID, said)


def advice(key: str, notice: Notice) -> str:
    """What to write."""
    day = f" of {in_words(notice.date)}" if notice.date else ""
    became = notice.what_became_of_it
    by_whom = " by the publisher" if became == "removed" else ""
    return (
        f"Take @{key} out, or say in this sentence that it was {became}{by_whom}, as in [@{key}, {became}]: "
        f"read “{notice.label}”{day}, {notice.address or 'at the databases'}"
    )


def _is_said(text: PageText, offset: int, key: str) -> bool:
    """Whether the sentence at an offset that cites a work says that it was retracted."""
    passage = next((found for found in text.passages if found.start <= offset < found.end), None)
    if passage is None:
        return False
    citing = [sentence for sentence in passage.sentences if key in sentence.keys]
    before = [sentence for sentence in citing if sentence.typed_at(0) <= offset - passage.start]
    own = before[-1:] or citing[:1]  # a citation may stand before the first word of its sentence
    return any(_SAID.search(sentence.text) for sentence in own)
