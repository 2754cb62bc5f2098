"""Where a statement rests on a weak design alone, the text around it names the design.

A case series, a survey or a study of animals cannot show how often something happens, or why. The list
“weak_designs” of docs/_data/wording.yml says by which words a reader recognises each (health-publishing
rule C9).

Fails:
    Some people cannot cry [@one-case-series].

Passes:
    A report describes seven people who could not cry [@one-case-series].
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from citewell.bibliography.keys import KEY
from citewell.bibliography.reference import Library
from citewell.page_text.page_text import PageText
from citewell.phrases import normal
from citewell.problem import Problem
from citewell.sentences.passage import Passage
from citewell.wording import Wording, WordLists, words_of

ID = "weak-design"
_KEPT = "_citewell_weak_works"
_KEY = re.compile(rf"@({KEY})")


def weak_works(library: Library, wording: WordLists) -> Mapping[str, Wording]:
    """What is said of the design of each work that is weak, by its key in small letters.

    It is kept with the library, as its index by key is: a check asks for it once a page.
    """
    kept: tuple[WordLists, Mapping[str, Wording]] | None = vars(library).get(_KEPT)
    if kept and kept[0] is wording:
        return kept[1]
    found = ((reference.key, wording["weak_designs"].find(reference.get("design"))) for reference in library)
    works = {key.casefold(): first.listed for key, designs in found if (first := next(designs, None))}
    vars(library)[_KEPT] = (wording, works)
    return works


def check(text: PageText, weak_works: Mapping[str, Wording]) -> Iterator[Problem]:
    """The sentences that hide what they rest on: one of each section and design.

    Args:
        text: of a page.
        weak_works: of the bibliography.
    """
    if not weak_works:
        return
    for section in text.sections:
        told: set[str] = set()
        for passage in section:
            keys = _KEY.findall(passage.typed) if "@" in passage.typed else ()
            if not any(key.casefold() in weak_works for key in keys):
                continue
            for sentence in passage.sentences:
                works = [weak_works.get(key.casefold()) for key in sentence.keys]
                weak = [work for work in works if work] if all(works) else []
                if weak and weak[0].write not in told and not _is_named(weak, section):
                    told.add(weak[0].write)
                    advice = (
                        f"Say in this section that it rests on {weak[0].write}: no stronger work is cited "
                        "here. "
                        f"{weak[0].why} ({weak[0].source})"
                    )
                    yield text.problem(ID, passage.place(sentence.typed_at(0)), advice, "warning")


def _is_named(weak: Sequence[Wording], section: Sequence[Passage]) -> bool:
    said = " ".join(normal(passage.typed) for passage in section)
    words = set(words_of(said))
    return any(near in said if " " in near else near in words for wording in weak for near in wording.near)
