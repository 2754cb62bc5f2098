"""A page of an article says who has reviewed it, in the words of its source.

A page that nobody has reviewed must not look as if somebody had (health-publishing rule G2).

Fails (the source says that nobody has reviewed it):
    <div class="review-state"><strong>Reviewed by A. Example.</strong></div>

Passes:
    <div class="review-state"><strong>Not yet reviewed by a clinician.</strong></div>
"""

from collections.abc import Iterator

from citewell.seal.fault import Fault
from citewell.seal.lexbor_tree import Tree
from citewell.seal.promise import HIDDEN

ID = "shown-review-state"
_AT = f".review-state strong:not({HIDDEN})"


def check(tree: Tree, state: str) -> Iterator[Fault]:
    """How a page differs from what its source says of its review.

    Args:
        tree: of the page.
        state: in the words that the page has to show.
    """
    shown, state = tree.words(_AT), " ".join(state.split())
    if state not in shown:
        yield Fault(ID, f"Show who has reviewed this page, in .review-state: “{state}”")
    for words in shown:
        if words != state and "reviewed" in words.lower():
            yield Fault(ID, f"Take “{words}” out of .review-state: the source says “{state}”")
