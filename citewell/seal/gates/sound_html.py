"""A page is HTML that has one reading: every tag is written strictly, and every element stands where it may.

The same page is then built by a parser that follows the browsers' own algorithm (lexbor), and its elements
have to be the same ones in the same order. So nothing that a browser mends, moves or adds can hide from other
gates.

Fails:
    <p>A <div>block</div> in a line</p>

Passes:
    <div>A <b>word</b> in a block</div>
"""

from collections.abc import Iterator

from citewell.seal.built_page import BuiltPage
from citewell.seal.fault import Fault
from citewell.seal.strict_html import SOUND_HTML, control_character, tokens, unreadable_advice
from citewell.seal.word_set import word_set

ID = SOUND_HTML
_ADDED = word_set("tbody colgroup")
"""Elements that a browser adds where a writer may leave both tags out."""

_BEGUN = 60
"""Characters of what does not end."""


def check(page: BuiltPage) -> Iterator[Fault]:
    """The faults of a page's HTML."""
    text = page.text
    if (offset := control_character(text, page.data)) is not None:
        yield Fault(ID, "Take out this control character: no reader sees it", offset)
    if (number := page.reading.cut) is not None:
        begun = page.reading.pieces[number].partition("\n")[0]
        yield Fault(ID, unreadable_advice(begun), page.offset(number), (f"<{begun[:_BEGUN]}",))
        return
    if page.reading.doctypes != [1] or page.reading.pieces[0].strip("\ufeff \t\n\f\r"):
        last = max(page.reading.doctypes, default=1)
        place = page.offset(last) if last > 1 else 0
        yield Fault(ID, "Begin the page with <!doctype html>, and write it once", place)
    rules = {fault.rule for _, fault in page.reading.faults}
    if ID in rules:  # what follows is of what could not be read
        return
    for number, advice in page.reading.misplaced:
        tag = page.tag(number)
        name = tag.split()[0].strip("/")
        yield Fault(ID, advice, page.offset(number), (f"<{name}", f"</{name}"))
        if tag.startswith("/"):  # what follows is of this
            return
    if not page.reading.misplaced and not rules:
        yield from _read_otherwise(page)


def _read_otherwise(page: BuiltPage) -> Iterator[Fault]:
    """The first element that a browser would put elsewhere than it is written."""
    written, built = page.reading.names, page.tree.names()
    if written == built:
        return
    written = [name for name in written if name not in _ADDED]
    built = [lower for name in built if (lower := name.lower()) not in _ADDED]
    if written != built:
        pairs = enumerate(zip(written, built, strict=False))
        last = min(len(written), len(built)) - 1
        first = next((number for number, (one, other) in pairs if one != other), last)
        advice = (
            f"Write the HTML around <{written[first]}> anew: a browser reads something else than is written"
        )
        yield Fault(ID, advice, _offset_of(page, first), (f"<{written[first]}",))


def _offset_of(page: BuiltPage, number: int) -> int:
    """Where an element begins, counted without those that a browser may add."""
    begun = [
        place for place, _ in tokens(page.reading.pieces) if page.element(place).name not in ("", *_ADDED)
    ]
    return page.offset(begun[number])
