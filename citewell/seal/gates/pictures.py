"""A drawing runs nothing and asks for nothing: opened by itself, an SVG file is a page.

A mail or another site may link to it, and no policy holds there.

Fails:
    <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>

Passes:
    <svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from citewell.seal.content_model import SVG_IN_PAGES
from citewell.seal.fault import Fault
from citewell.seal.gates import style_sheets
from citewell.seal.vocabulary import allowed_values

ID = "pictures"
_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = SVG_IN_PAGES | {"style", "title"}
_DECLARATION = re.compile(
    r"""\A\ufeff?<\?xml(?:\s+(?:version|standalone)="[\w.]+"|\s+encoding="(?i:utf-8)")*\s*\?>"""
)
_FORBIDDEN = re.compile(r"<!(?!--)\[?\w*|<\?[\w-]*")


def check(path: str, text: str) -> Iterator[Fault]:
    """What stands in a drawing and may not.

    Args:
        path: of the file.
        text: of the file.
    """
    declaration = _DECLARATION.match(text)
    if found := _FORBIDDEN.search(text, declaration.end() if declaration else 0):
        yield Fault(ID, f"Take out {found.group()}: a drawing begins with <svg>", found.start())
    else:
        yield from _Drawing(path, text).faults()


class _Drawing:
    """A drawing that is read element by element.

    Args:
        path: of the file.
        text: of the file.
    """

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._data = text.encode()
        self._faults: list[Fault] = []
        self._styles: list[str] = []
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._styles.append

    def faults(self) -> list[Fault]:
        """What may not stand in it."""
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            self._add(
                f"Write this drawing as XML: {expat.ErrorString(error.code)}", self._parser.ErrorByteIndex
            )
        return self._faults

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._styles.clear()
        space, _, local = name.rpartition(" ")
        if space != _SVG or local.lower() not in _ELEMENTS:
            self._add(f"Take out <{local}>: a drawing holds shapes, words and styles alone")
            return
        for attribute, value in attributes.items():
            values = allowed_values("svg", attribute.lower())
            if values is None or not values.fullmatch(value):
                said = attribute.rpartition(" ")[2]
                self._add(f"Take out “{said}” of <{local}>: a drawing may not say that")

    def _end(self, name: str) -> None:
        if name == f"{_SVG} style":
            for fault in style_sheets.check(self._path, "".join(self._styles)):
                self._add(fault.advice)

    def _add(self, advice: str, place: int | None = None) -> None:
        index = self._parser.CurrentByteIndex if place is None else place
        self._faults.append(Fault(ID, advice, len(self._data[:index].decode("utf-8", "ignore"))))
