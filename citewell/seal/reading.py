"""One way through a page: it is cut at its tags, each tag is judged, and each element is put into its place.

All three in one loop, because a site is read within a fraction of the time that it takes to build.
"""

from typing import NamedTuple

from citewell.seal.content_model import ELEMENTS, END_MAY_BE_LEFT_OUT, PAGE, Place, place_inside
from citewell.seal.judged_tag import Judge, JudgedTag, Kind
from citewell.seal.strict_html import whole_token

_TOP = ("", PAGE)
_SHOWN = 60
"""Characters of words that tell them from others."""


class Misplaced(NamedTuple):
    """Something that may not be where it is: the number of its tag, and what to do about it."""

    tag: int
    advice: str


class Reading:
    """What was read of a page.

    Args:
        text: of the page.
        judge: of its tags.
    """

    def __init__(self, text: str, judge: Judge) -> None:
        self.told: list[tuple[int, JudgedTag]] = []
        """The tags that gates of whole pages look at, each with its number."""
        self.names: list[str] = []
        """Of all elements, in their order."""
        self.title = ""
        self.misplaced: list[Misplaced] = []
        self.is_whole = False
        """Whether every tag, comment and script ends."""
        self._judge = judge
        self._around: list[tuple[str, Place]] = [_TOP]
        """The names of the open elements, each with the place that it stands in."""
        self._read(text)

    def _read(self, text: str) -> None:  # noqa: C901 (one loop, for its speed)
        known, told, add_name = self._judge.known, self.told, self.names.append
        around, place = self._around, PAGE
        start, whole, end = Kind.START, Kind.WHOLE, Kind.END
        _, *pieces = text.split("<")
        rest = iter(pieces)
        index = -1
        for piece in rest:
            index += 1
            written, closed, after = piece.partition(">")
            tag = known.get(written)
            if tag is None or not closed:
                token = whole_token(piece, rest)
                if token is None:
                    return
                written, after = token
                tag = self._judge(written)
            name, kind = tag.name, tag.kind
            if kind is start or kind is whole:
                add_name(name)
                inner = place.inner.get(name)
                if inner is None:
                    place, inner = self._entered(index, name, place)
                if kind is start:
                    around.append((name, place))
                    place = inner
            elif kind is end:
                place = around.pop()[1] if around[-1][0] == name else self._ended(index, name, place)
            elif around[-1][0] == "title":
                self._add(index, "Take this comment out of %s: it would be read as words there")
            if tag.is_told:
                told.append((index, tag))
                if name == "title":
                    self.title = after
            if place.is_without_words and after and not after.isspace():
                words = " ".join(after.split())[:_SHOWN]
                self._add(index, f"Move “{words}” out of %s: no words may stand there")
        self.is_whole = True
        if len(around) > 1:
            self._add(index, "End %s before the page ends")

    def _entered(self, index: int, name: str, place: Place) -> tuple[Place, Place]:
        """The place that an element stands in, and the one inside it."""
        outer, depth = place, len(self._around)
        while (inner := outer.enter(name)) is None:
            if self._around[depth - 1][0] not in END_MAY_BE_LEFT_OUT:
                break
            depth -= 1
            outer = self._around[depth][1]
        if inner is not None:
            del self._around[depth:]
            return outer, inner
        if name in ELEMENTS:
            self._add(index, f"Move <{name}> out of %s: it may not stand there")
        return place, place_inside(name)

    def _ended(self, index: int, name: str, place: Place) -> Place:
        """The place after an end tag that does not end the innermost element.

        It ends one farther out once those have ended whose end tags may be left out; else it ends nothing.
        """
        depth = len(self._around)
        while (innermost := self._around[depth - 1][0]) != name and innermost in END_MAY_BE_LEFT_OUT:
            depth -= 1
        if innermost != name:
            self._add(index, f"Take out </{name}>, or write it where %s has ended")
            return place
        del self._around[depth:]
        return self._around.pop()[1]

    def _add(self, index: int, advice: str) -> None:
        innermost = self._around[-1][0]
        shown = advice.replace("%s", f"<{innermost}>" if innermost else "the top of the page")
        self.misplaced.append(Misplaced(index, shown))
