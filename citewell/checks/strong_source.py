"""An article rests on at least one work that sums up what is known: a review, a guideline, a label.

One study alone is easily chosen to fit; a work that has weighed all of them is not. Where there is none,
the article says so. The list “strong_designs” of docs/_data/wording.yml names these designs (NHS standard
for health content; health-publishing rule C8).

Fails:
    Some people cannot cry [@one-case-series].

Passes:
    We found no systematic review of this. Some people cannot cry [@one-case-series].
"""

import re
from collections.abc import Iterator

from citewell.article import Article
from citewell.bibliography.keys import KEY
from citewell.bibliography.reference import Library
from citewell.problem import Problem
from citewell.wording import WordLists

ID = "strong-source"
_KEPT = "_citewell_strong_works"
_KEY = re.compile(rf"@({KEY})(?<![.:])")
_NONE_FOUND = re.compile(
    r"\b(?:no|not any|without a)\s+(?:\w+\s+){0,2}?(?:systematic\s+review|review|guideline|guidance)",
    re.IGNORECASE,
)


def strong_works(library: Library, wording: WordLists) -> frozenset[str]:
    """The keys of the works that sum up what is known, in small letters; kept with the library."""
    kept: tuple[WordLists, frozenset[str]] | None = vars(library).get(_KEPT)
    if kept and kept[0] is wording:
        return kept[1]
    designs = wording["strong_designs"]
    works = frozenset(
        reference.key.casefold()
        for reference in library
        if reference.kind == "guideline" or any(designs.find(reference.get("design")))
    )
    vars(library)[_KEPT] = (wording, works)
    return works


def check(article: Article, strong_works: frozenset[str]) -> Iterator[Problem]:
    """The article that cites works, and none of them strong.

    Args:
        article: with its pages.
        strong_works: of the bibliography.
    """
    cited = False
    for page in article.pages:
        keys = {key.casefold() for key in _KEY.findall(page.source.text, page.source.body_offset)}
        if page.facts.drug and page.blocks("do-not-stop", "boxed-warning"):
            keys.add(page.facts.drug.label.casefold())
        if keys & strong_works:
            return
        cited = cited or bool(keys)
    if not cited or any(_NONE_FOUND.search(page.source.prose) for page in article.pages):
        return
    source = article.index.source
    advice = (
        "Cite a systematic review, a guideline or an official label in this article, or say that there is "
        "none: We "
        "found no systematic review of this"
    )
    yield Problem(source.path, *source.place(source.body_offset), ID, advice, "warning")
