"""A page shows every block of its source, with the words and the numbers of the data files.

An engine that lacks the blocks prints them as prose or not at all, and says nothing.

Fails (the source has a crisis block):
    <p>/// crisis</p>

Passes:
    <section class="crisis" id="crisis-help"><a href="tel:988">988</a></section>
"""

import re
from collections.abc import Iterator

from citewell.seal.fault import Fault
from citewell.seal.lexbor_tree import Tree
from citewell.seal.promise import PromisedBlock

ID = "shown-blocks"
_WORD = re.compile(r"[^\W\d]+")


def check(tree: Tree, block: PromisedBlock) -> Iterator[Fault]:
    """What a page lacks of one block."""
    found = tree.count(block.selector)
    if found < block.number:
        many = f", {block.number} times" if block.number > 1 else ""
        shown = block.selector.partition(":not(")[0]
        yield Fault(ID, f"Show the block “{block.typed}” as {shown}{many}", typed=(block.typed,))
        return
    shown = " ".join(tree.words(block.selector, without=".citation")) if block.words else ""
    if " ".join(_WORD.findall(block.words)) not in " ".join(_WORD.findall(shown)):
        advice = f"Print in the block “{block.typed}” what docs/_data says: “{block.words}”"
        yield Fault(ID, advice, typed=(block.typed,))
    missing = block.addresses - set(tree.attributes(f"{block.selector} a", "href"))
    if missing:
        advice = f"Give in the block “{block.typed}” what docs/_data says: {', '.join(sorted(missing))}"
        yield Fault(ID, advice, typed=(block.typed,))
