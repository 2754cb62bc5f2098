"""An id is on a page once, and what names an id names one that is there.

A link leads to the first of two; a label or a description that names none is read to nobody.

Fails:
    <p id="a">One</p><p id="a">Two</p>

Passes:
    <p id="a">One</p><p id="b">Two</p>
"""

from collections.abc import Iterator

from citewell.seal.built_page import BuiltPage
from citewell.seal.fault import Fault

ID = "unique-ids"


def check(page: BuiltPage) -> Iterator[Fault]:
    """The ids of a page that are there twice, and the names of ids that are not there."""
    if len(page.ids) != len(page.reading.ids):
        seen: set[str] = set()
        for number, name in page.reading.ids:
            if name in seen:
                advice = f"Give this element another id: “{name}” stands above"
                typed = (*page.element(number).typed("id"), f"#{name}")
                yield Fault(ID, advice, page.offset(number), typed)
            seen.add(name)
    for number, name in page.reading.named:
        if name not in page.ids:
            advice = f"Name an id that is on this page: nothing has the id “{name}”"
            yield Fault(ID, advice, page.offset(number), (name,))
