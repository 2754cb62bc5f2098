"""No reader meets a citation or a block as it was typed: `[@` and `///` stand in code alone.

An engine that lacks an extension prints what the extension would have taken, without a word.

Fails:
    <p>Tears may not come [@opbroek2002].</p>

Passes:
    <p>Write <code>[@opbroek2002]</code>.</p>
"""

import re
from collections.abc import Iterator

from citewell.seal.built_page import BuiltPage
from citewell.seal.fault import Fault
from citewell.seal.leftover import LEFT_IN_TEXT, leftover
from citewell.seal.strict_html import tokens

ID = LEFT_IN_TEXT
_CODE = re.compile(r"(/?)(?:code|pre|kbd|samp)(?![\w-])", re.IGNORECASE)
"""Elements whose words are shown as they are typed."""


def check(page: BuiltPage) -> Iterator[Fault]:
    """What is left in the words of a page; what is left in its attributes is found tag by tag."""
    if not page.reading.may_hold_leftovers:
        return
    depth = 0
    for number, (tag, text, _) in tokens(page.reading.pieces):
        if code := _CODE.match(tag):
            depth += -1 if code[1] else 1
        if depth == 0 and (fault := leftover(text)):
            yield Fault(ID, fault.advice, page.end(number) + fault.offset, fault.typed)
