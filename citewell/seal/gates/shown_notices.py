"""A page that cites a work with a notice shows it: a mark beside the number, and the notice in the list.

A reader who is not told takes a retracted work for evidence. What counts is references.lock.json.

Fails (the lock tells of a retraction):
    <span class="citation">(<a href="#ref-goodwin2017">1</a>)</span>

Passes:
    <span class="citation">(<a href="#ref-goodwin2017">1</a>)
    <a class="citation-notice" href="#ref-goodwin2017">Retraction</a></span>
    <li id="ref-goodwin2017"><p class="reference-notice"><a href="https://doi.org/10.1/x">Retraction</a></p></li>
"""

from collections.abc import Iterator

from citewell.seal.fault import Fault
from citewell.seal.lexbor_tree import Tree
from citewell.seal.promise import NEVER_SHOWN, PromisedNotice

ID = "shown-notices"


def check(tree: Tree, notice: PromisedNotice) -> Iterator[Fault]:
    """What a page lacks of one notice."""
    place = f"#ref-{notice.key}"
    typed = (f"@{notice.key}",)
    mark = f'.citation-notice[href="{place}"]:not({NEVER_SHOWN})'
    if not any(notice.label in words for words in tree.words(mark)):
        advice = f"Mark the citation of {notice.key} with “{notice.label}”, in .citation-notice"
        yield Fault(ID, advice, typed=typed)
    entry = f'[id="ref-{notice.key}"] .reference-notice:not({NEVER_SHOWN})'
    if not any(notice.label in words for words in tree.words(entry)):
        yield Fault(
            ID, f"Say “{notice.label}” in the list at {notice.key}, in .reference-notice", typed=typed
        )
    elif notice.address and notice.address not in tree.attributes(f"{entry} a", "href"):
        yield Fault(ID, f"Link the notice on {notice.key} in the list to {notice.address}", typed=typed)
