"""Which element may stand in which: HTML's content models, for the elements that pages hold.

Source: https://html.spec.whatwg.org/multipage/#content-models, read as strictly as a page needs it: an
element that the standard allows in special places alone (`header` in `header`) is allowed where its kind is.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from citewell.seal.word_set import word_set

VOID = word_set("br col hr img input link meta source wbr")
SVG_IN_PAGES = word_set(
    "svg g path rect circle ellipse line polyline polygon text tspan desc defs lineargradient radialgradient "
    "stop clippath mask pattern symbol use"
)
"""In lower case, as HTML reads them; `title` may stand in a picture too."""

END_MAY_BE_LEFT_OUT = word_set("li dt dd p optgroup option colgroup caption thead tbody tfoot tr td th")
"""Elements that end by themselves where the next one begins or the outer one ends.

Source: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags. The tags of html, head and body have
to be written: the seal stands in the head, and what stands where must not depend on guesses.
"""

_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_PHRASING = word_set(
    "a abbr b bdi bdo br button cite code data del dfn em i img input ins kbd label mark picture q s samp "
    "script select small span strong sub sup svg time u var wbr"
)
_FLOW = (
    _PHRASING
    | _HEADINGS
    | word_set(
        "address article aside blockquote details div dl fieldset figure footer form header hgroup hr main "
        "menu nav ol p pre search section table ul"
    )
)
_HOLDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "page": word_set("html"),
        "parts of a page": word_set("head body"),
        "metadata": word_set("link meta script title"),
        "flow": _FLOW,
        "phrasing": _PHRASING,
        "heading or phrasing": _PHRASING | _HEADINGS,
        "text": frozenset(),
        "details": _FLOW | {"summary"},
        "figure": _FLOW | {"figcaption"},
        "fieldset": _FLOW | {"legend"},
        "headings": _HEADINGS | {"p"},
        "items": word_set("li"),
        "terms": word_set("dt dd div"),
        "table": word_set("caption colgroup thead tbody tfoot tr"),
        "columns": word_set("col"),
        "rows": word_set("tr"),
        "cells": word_set("td th"),
        "options": word_set("option optgroup hr"),
        "options of a group": word_set("option"),
        "pictures": word_set("source img"),
        "svg": SVG_IN_PAGES - {"svg"} | {"title"},
        "svg text": word_set("tspan title"),
        "svg shape": word_set("title desc"),
    }
)
"""Kind of content -> the elements that may stand in it."""

_KIND_OF: Mapping[str, str] = MappingProxyType(
    {
        element: kind
        for elements, kind in (
            ("html", "parts of a page"),
            ("head", "metadata"),
            ("address article aside blockquote body caption dd div dt figcaption footer form header", "flow"),
            ("li main nav search section td th", "flow"),
            (
                "abbr b bdi bdo button cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd label mark p pre q s",
                "phrasing",
            ),
            ("samp small span strong sub sup time u var", "phrasing"),
            ("legend summary", "heading or phrasing"),
            ("details", "details"),
            ("figure", "figure"),
            ("fieldset", "fieldset"),
            ("hgroup", "headings"),
            ("ol ul menu", "items"),
            ("dl", "terms"),
            ("table", "table"),
            ("colgroup", "columns"),
            ("thead tbody tfoot", "rows"),
            ("tr", "cells"),
            ("select", "options"),
            ("optgroup", "options of a group"),
            ("picture", "pictures"),
            ("svg g defs symbol clippath mask pattern lineargradient radialgradient", "svg"),
            ("text tspan", "svg text"),
            ("path rect circle ellipse line polyline polygon stop use", "svg shape"),
            ("option title desc script", "text"),
        )
        for element in elements.split()
    }
)
"""Element -> the kind of its content. Those that are void have none; transparent ones take their parent's."""

ELEMENTS = frozenset().union(*_HOLDS.values())
"""All that a page may hold."""

_TRANSPARENT = word_set("a del ins")
_WITHOUT_WORDS = frozenset(
    {"page", "parts of a page", "metadata", "headings", "items", "terms", "table", "columns", "rows", "cells"}
    | {"options", "options of a group", "pictures"}
)
"""Kinds of content in which no words stand."""

_INTERACTIVE = word_set("a button details input label select")
_NOT_INSIDE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "a": _INTERACTIVE,
        "button": _INTERACTIVE,
        "form": word_set("form"),
        "label": word_set("label"),
        "dfn": word_set("dfn"),
        "main": word_set("main"),
        "address": word_set("address"),
        "caption": word_set("table"),
    }
)
"""What an element may not hold however deep."""


class Place(dict[str, "Place | None"]):
    """Where something stands: the places inside the elements that may be here, by name; None for others.

    Args:
        name: of the element that it is inside of; empty for the top of the page.
        kind: of content, a name of _HOLDS.
        banned: what may not stand here because of an element farther out.
    """

    def __init__(self, name: str, kind: str, banned: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.name = name
        self.is_without_words = kind in _WITHOUT_WORDS
        self._kind = kind
        self._banned = banned

    def __missing__(self, name: str) -> "Place | None":
        inner = None
        if name in _HOLDS[self._kind] and name not in self._banned:
            kind = self._kind if name in _TRANSPARENT else _KIND_OF.get(name, "text")
            if self._kind == "terms" and name == "div":  # it groups terms there and nothing else
                kind = "terms"
            inner = _place(name, kind, self._banned | _NOT_INSIDE.get(name, frozenset()))
        self[name] = inner
        return inner


@cache
def _place(name: str, kind: str, banned: frozenset[str] = frozenset()) -> Place:
    """Elements in the same place share what is known of it."""
    return Place(name, kind, banned)


def place_inside(name: str) -> Place:
    """The place inside an element, wherever that stands."""
    return _place(name, _KIND_OF.get(name, "flow"))


PAGE = _place("", "page")
"""The place outside all elements."""
