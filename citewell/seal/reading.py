"""One way through a page: it is cut at its tags, each tag is judged, and each element is put into its place.

A page is read within a fraction of the time that it takes to build. So it is read twice at once: as it is,
and without the values of its attributes. Without them nearly every tag has been met before, and what was said
of it then holds again; a value is only looked at where something hangs on it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from citewell.seal.addresses import Address
from citewell.seal.content_model import ELEMENTS, END_MAY_BE_LEFT_OUT, PAGE, Place, place_inside
from citewell.seal.element import Element
from citewell.seal.fault import Fault
from citewell.seal.judged_tag import DOCTYPE, Judge, JudgedTag, Kind, Need, Shape
from citewell.seal.leftover import may_hold_leftovers
from citewell.seal.strict_html import Token, outline, whole_token

_WHOLE, _WORDS = Need.WHOLE, Need.WORDS
_SHOWN = 60
"""Characters of words that tell them from others."""


class Misplaced(NamedTuple):
    """Something that may not be where it is: the number of its piece, and what to do about it."""

    piece: int
    advice: str


class Reading:
    """What was read of a page. A tag is told by the number of the piece that it begins, counted from 1.

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
        self.cut: int | None = None
        """The piece that begins a tag, a comment or a script that does not end; None where all end."""
        self._judge = judge
        self.pieces = text.split("<")
        self._around: list[Place] = []
        """The places around the one that is read, the innermost last."""
        without_values = outline(text)
        self.may_hold_leftovers = may_hold_leftovers(without_values)
        """Whether its words may hold anything that is left as it was typed."""
        self._read(without_values.split("<"))

    def _read(self, outlines: Sequence[str]) -> None:  # noqa: C901 (one loop is fast)
        shapes, add_name, around, place = self._judge.shapes, self.names.append, self._around, PAGE
        start, end, nothing = Kind.START, Kind.END, Kind.NOTHING
        rest = enumerate(outlines)
        next(rest)  # what stands before the first tag
        for number, bare in rest:
            tag, closed, after = bare.partition(">")
            shape = shapes.get(tag) or self._judge.shape(tag)
            name, kind, need, _, _ = shape
            if not closed or (need and not self._is_noted(number, shape)):
                token = whole_token(self.pieces, number)
                if token is None:
                    self.cut = number
                    return
                for _ in range(number, token.last):  # the pieces that belong to it
                    next(rest)
                name, kind = self._judged(number, token)
                after = token.text
            if kind is end:
                place = around.pop() if place.name == name else self._ended(number, name, place)
            elif kind is not nothing:
                add_name(name)
                inner = place[name]
                if inner is None:
                    place, inner = self._entered(number, name, place)
                if kind is start:
                    around.append(place)
                    place = inner
            elif place.name == "title":
                self._misplace(number, place, "Take this comment out of %s: it would be read as words there")
            if place.is_without_words and after and not after.isspace():
                words = " ".join(after.split())[:_SHOWN]
                self._misplace(number, place, f"Move “{words}” out of %s: no words may stand there")
        if around:
            self._misplace(len(outlines) - 1, place, "End %s before the page ends")

    def _is_noted(self, number: int, shape: Shape) -> bool:
        """Note the id and the link of a tag by its shape; False where it has to be looked at as a whole."""
        _, _, need, own_id, link = shape
        if need is _WHOLE:
            return False
        piece = self.pieces[number]
        if need is _WORDS and may_hold_leftovers(piece):
            return False
        values = piece.split('"')
        if own_id:
            value = values[own_id]
            if "&" in value or value.split() != [value]:
                return False
        if link:
            written = values[link]
            address = self._judge.links.get(written) or self._judge.link(written)
            if address is None:
                return False
            (self.outside if address[0] else self.inside).append((number, "href", address))
        if own_id:
            self.ids.append((number, value))
        return True

    def _judged(self, number: int, token: Token) -> tuple[str, Kind]:
        """Note all there is to say of a tag; its name, and what it does."""
        judged = self._judge(token.tag)
        if judged.is_told:
            self._note(number, judged, token.text)
        return judged.name, judged.kind

    def _note(self, number: int, judged: JudgedTag, after: str) -> None:
        self.faults += [(number, fault) for fault in judged.faults]
        self.named += [(number, name) for name in judged.named]
        self.inside += [(number, attribute, address) for attribute, address in judged.inside]
        self.outside += [(number, attribute, address) for attribute, address in judged.outside]
        if judged.id:
            self.ids.append((number, judged.id))
        if judged.telling:
            self.telling.append((number, judged.telling))
        if judged.name == DOCTYPE:
            self.doctypes.append(number)
        elif judged.name == "title":
            self.title = after

    def _entered(self, number: int, name: str, place: Place) -> tuple[Place, Place]:
        """The place that an element stands in which may not stand where it is written, and the one inside it.

        It stands farther out where others end before it whose end tags may be left out.
        """
        depth, outer = len(self._around), place
        while (inner := outer[name]) is None and outer.name in END_MAY_BE_LEFT_OUT:
            depth -= 1
            outer = self._around[depth]
        if inner is not None:
            del self._around[depth:]
            return outer, inner
        if name in ELEMENTS:
            self._misplace(number, place, f"Move <{name}> out of %s: it may not stand there")
        return place, place_inside(name)

    def _ended(self, number: int, name: str, place: Place) -> Place:
        """The place after an end tag that does not end the innermost element.

        It ends one farther out once those have ended whose end tags may be left out; else it ends nothing.
        """
        depth, outer = len(self._around), place
        while outer.name != name and outer.name in END_MAY_BE_LEFT_OUT:
            depth -= 1
            outer = self._around[depth]
        if outer.name != name or not depth:
            self._misplace(number, outer, f"Take out </{name}>, or write it where %s has ended")
            return place
        del self._around[depth:]
        return self._around.pop()

    def _misplace(self, number: int, place: Place, advice: str) -> None:
        shown = advice.replace("%s", f"<{place.name}>" if place.name else "the top of the page")
        self.misplaced.append(Misplaced(number, shown))
