"""One way through a page: it is cut at its tags, each tag is judged, and each element is put into its place.

A page is read within a fraction of the time that it takes to build. So it is read twice at once: as it is, and
without the values of its attributes. Without them nearly every tag has been met before, and what was said of it
then holds again; a value is only looked at where something hangs on it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from citewell.seal.addresses import Address, plain_address
from citewell.seal.content_model import ELEMENTS, END_MAY_BE_LEFT_OUT, PAGE, Place, place_inside
from citewell.seal.element import Element
from citewell.seal.fault import Fault
from citewell.seal.judged_tag import DOCTYPE, Judge, JudgedTag, Kind, Shape
from citewell.seal.leftover import may_hold_leftovers
from citewell.seal.strict_html import outline, whole_token

_TOP = ("", PAGE)
_SHOWN = 60
"""Characters of words that tell them from others."""


class Misplaced(NamedTuple):
    """Something that may not be where it is: the number of its tag, and what to do about it."""

    tag: int
    advice: str


class Reading:
    """What was read of a page. A tag is told by its number, counted from 0.

    Args:
        text: of the page.
        judge: of its tags.
    """

    def __init__(self, text: str, judge: Judge) -> None:
        self.names: list[str] = []
        """Of all elements, in their order."""
        self.faults: list[tuple[int, Fault]] = []
        self.misplaced: list[Misplaced] = []
        self.ids: list[tuple[int, str]] = []
        self.named: list[tuple[int, str]] = []
        """The ids that other attributes name."""
        self.inside: list[tuple[int, str, Address]] = []
        """The addresses inside the site, each with its attribute."""
        self.outside: list[tuple[int, str, Address]] = []
        self.telling: list[tuple[int, Element]] = []
        """The elements that say something of the whole page."""
        self.doctypes: list[int] = []
        self.title = ""
        self.is_whole = False
        """Whether every tag, comment and script ends."""
        self._judge = judge
        self._around: list[tuple[str, Place]] = [_TOP]
        """The names of the open elements, each with the place that it stands in."""
        self._has_leftovers = may_hold_leftovers(text)
        pieces = text.split("<")
        self._read(pieces, outline(text).split("<"))

    def _read(self, pieces: Sequence[str], outlines: Sequence[str]) -> None:  # noqa: C901, PLR0912 (one loop, for its speed)
        shapes, add_name = self._judge.shapes, self.names.append
        start, whole, end = Kind.START, Kind.WHOLE, Kind.END
        around, place = self._around, PAGE
        shaped: list[tuple[int, str, Shape]] = []
        index, taken = -1, 0
        for number, bare in enumerate(outlines):
            if number <= taken:  # what stands before the first tag, or was part of the last one
                continue
            index += 1
            tag, closed, after = bare.partition(">")
            shape = shapes.get(tag) or self._judge.shape(tag)
            name, kind, is_enough, has_words, own_id, link = shape
            if not is_enough or not closed or (has_words and self._has_leftovers):
                rest = iter(pieces[number + 1 :])
