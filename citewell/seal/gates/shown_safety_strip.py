"""A page of an article, a medicine or a topic shows the safety strip: what not to do, and whom to call.

Whoever is in need has it in sight on every page, not on the right one alone (health-publishing rules S3, S8).

Fails (an article's page):
    <h1>Can it happen?</h1>

Passes:
    <section class="safety-strip"><a href="tel:988">988</a></section>
"""

from collections.abc import Iterator

from citewell.safety_strip import SafetyStrip
from citewell.seal.fault import Fault
from citewell.seal.lexbor_tree import Tree
from citewell.seal.promise import HIDDEN

ID = "shown-safety-strip"
_AT = f".safety-strip:not({HIDDEN})"


def check(tree: Tree, strip: SafetyStrip) -> Iterator[Fault]:
    """What a page's strip lacks."""
    if not tree.count(_AT):
        yield Fault(
            ID, "Show the safety strip, .safety-strip, on every page of an article, a medicine or a topic"
        )
        return
    do_not_stop = " ".join(strip.do_not_stop.split())
    if do_not_stop not in " ".join(tree.words(_AT)):
        yield Fault(ID, f"Say in the safety strip: “{do_not_stop}”")
    links = f"{_AT} a"
    shown = set(zip(tree.attributes(links, "href"), tree.words(links), strict=True))
    for call in strip.calls:
        if (call.address, " ".join(call.number.split())) not in shown:
            yield Fault(ID, f"Give the number {call.number} in the safety strip, linked to {call.address}")
