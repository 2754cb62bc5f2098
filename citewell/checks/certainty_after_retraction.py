"""How sure a claim is does not rest on a work that was retracted.

A rating that was given when the work still counted says more than is known now, also where the sentence
says that the work was retracted. Rate the claim again by the works that are left, and take the retracted one
out of it; where it has to stay, a comment that names this rule says that the rating was made without it. The
examples cite a work that was retracted.

Fails:
    /// claim | can-happen
        certainty: low

    Some people cannot cry [@goodwin2017, retracted; @holguinlew2013].
    ///

Passes:
    /// claim | can-happen
        certainty: very-low

    Some people cannot cry [@holguinlew2013].
    ///
"""

from collections.abc import Iterator, Mapping

from citewell.article import Page
from citewell.blocks.grammar import Block
from citewell.citations.grammar import find_groups
from citewell.problem import Problem
from citewell.reference_lock.notice import Notice

ID = "certainty-after-retraction"
_RATED = ("claim", "answer")
_NOT_KNOWN = "unknown"


def check(page: Page, retracted: Mapping[str, Notice]) -> Iterator[Problem]:
    """The ratings of a page that rest on retracted works, each at the first line of its block.

    Args:
        page: of an article.
        retracted: the notice on each retracted work, by its key in small letters.
    """
    for kind in _RATED if retracted else ():
        for block in page.blocks(kind):
            rating = block.options.values.get("certainty")
            cited = _cited(page, block)
            lost = [key for key in cited if key.casefold() in retracted]
            if rating and rating != _NOT_KNOWN and lost:
                named = [f"@{key} ({retracted[key.casefold()].what_became_of_it})" for key in lost]
                advice = _advice(kind, named, len(cited) - len(lost))
                # At the first line, where a comment above the block silences it.
                yield Problem(page.source.path, *page.source.place(block.start), ID, advice, "warning")


def _cited(page: Page, block: Block) -> list[str]:
    groups = (group for _, group in find_groups(page.source.prose[block.body_start : block.body_end]))
    keys = (citation.key for group in groups if isinstance(group, tuple) for citation in group)
    return list(dict.fromkeys(keys))


def _advice(kind: str, lost: list[str], left: int) -> str:
    names, them = " and ".join(lost), "it" if len(lost) == 1 else "them"
    if not left:
        return f"Write certainty: {_NOT_KNOWN}, or cite other works: this {kind} rests on {names} alone"
    works = "1 work is" if left == 1 else f"{left} works are"
    return f"Rate the certainty again without {names}, and take {them} out of this {kind}: {works} left"
