"""A page holds only elements, attributes and values that are on the list (vocabulary.py).

Markdown hands raw HTML and attribute lists through, so that whoever writes a page can write a script, a frame
or a form. What is not listed is refused, never taken out: the writer is told.

Fails:
    <p onclick="alert(1)">Text</p>

Passes:
    <p class="note">Text</p>
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from citewell.seal.content_model import ELEMENTS, SVG_IN_PAGES, VOID
from citewell.seal.element import FILES_BY_LINK, NAMES_BY_LINK, REFRESH, Element
from citewell.seal.fault import Fault
from citewell.seal.vocabulary import allowed_values
from citewell.seal.word_set import word_set

ID = "allowed-markup"
_IN_A_STYLE_SHEET = "write the style in a style sheet and give the element a class"
_INSTEAD = {
    "audio": "link to it instead",
    "center": _IN_A_STYLE_SHEET,
    "font": _IN_A_STYLE_SHEET,
    "iframe": "link to that page instead",
    "style": _IN_A_STYLE_SHEET,
    "textarea": "a page takes no text from its readers",
    "video": "link to it instead",
}
_STRICT_REFERRERS = ("no-referrer", "same-origin")
_LINK_RELATIONS = word_set(
    "author bookmark edit external help license next nofollow noopener noreferrer prev sponsored tag ugc"
)
_NO_ORDERS = "Take out this <meta>: a page gives browsers no orders but those of the seal"
_SHOWN = 40
"""Characters of a value that tell it from others."""


def check(element: Element) -> Iterator[Fault]:
    """The faults of one start tag, whatever page it stands on."""
    name = element.name
    if name not in ELEMENTS:
        instead = _INSTEAD.get(name, "pages hold text, lists, tables, figures and the theme's own controls")
        yield Fault(ID, f"Take out <{name}>: {instead}", typed=element.typed())
        return
    if element.closes_itself and name not in VOID and name not in SVG_IN_PAGES:
        advice = f"Write <{name}></{name}>: a slash does not close this element"
        yield Fault(ID, advice, typed=element.typed())
    for attribute, value in element.attributes.items():
        if advice := _advice(name, attribute, value):
            yield Fault(ID, advice, typed=element.typed(attribute))
    if demand := _DEMANDS.get(name):
        yield from demand(element)


def _advice(name: str, attribute: str, value: str) -> str:
    """What to do about an attribute; empty where it may stay."""
    values = allowed_values(name, attribute)
    if attribute == "http-equiv" and not (values and values.fullmatch(value)):
        return _NO_ORDERS
    if values is not None:
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        is_right = values.fullmatch(value)
        return "" if is_right else f"Correct “{attribute}” of <{name}>: it may not say “{shown}”"
    if attribute.startswith("on"):
        return f"Take out “{attribute}” of <{name}>: scripts stand in the theme's files, never in a page"
    if attribute == "style":
        return f"Take out “style” of <{name}>: {_IN_A_STYLE_SHEET}"
    return f"Take out “{attribute}” of <{name}>: it is not among the attributes that a page may hold"


def _of_a_link(element: Element) -> Iterator[Fault]:
    if unknown := element.tokens("rel") - _LINK_RELATIONS:
        advice = f"Take “{min(unknown)}” out of “rel”: it is no relation of a link"
        yield Fault(ID, advice, typed=element.typed("rel"))
    if "target" in element.attributes and "noopener" not in element.tokens("rel"):
        advice = 'Add rel="noopener": the page that this link opens could change the one it was opened from'
        yield Fault(ID, advice, typed=element.typed("target"))


def _of_a_picture(element: Element) -> Iterator[Fault]:
    if "alt" not in element.attributes:
        advice = "Add “alt” to <img>: say what the picture shows, or leave it empty for a decoration"
        yield Fault(ID, advice, typed=element.typed())
    if "src" not in element.attributes:
        yield Fault(ID, "Add “src” to <img>: name the picture", typed=element.typed())


def _of_a_field(element: Element) -> Iterator[Fault]:
    is_for_words = element.attributes.get("type", "text") in ("text", "search")
    if is_for_words and element.attributes.get("name") != "query":
        advice = "Take out this field: a page takes no words but what is searched for"
        yield Fault(ID, advice, typed=element.typed())


def _of_a_relation(element: Element) -> Iterator[Fault]:
    relations = element.tokens("rel")
    unknown = relations - FILES_BY_LINK - NAMES_BY_LINK
    if unknown or not relations:
        advice = f"Take out <link rel={min(unknown, default='')}>: it is not among those of a page"
        yield Fault(ID, advice, typed=element.typed())


def _of_a_statement(element: Element) -> Iterator[Fault]:
    says = element.attributes
    if element.is_refresh and not REFRESH.fullmatch(says.get("content", "")):
        yield Fault(ID, _NO_ORDERS, typed=element.typed("http-equiv"))
    if says.get("name") == "referrer" and says.get("content", "").lower() not in _STRICT_REFERRERS:
        advice = "Set the referrer policy to same-origin: the address of a health page tells of its reader"
        yield Fault(ID, advice, typed=element.typed("content"))


_DEMANDS: Mapping[str, Callable[[Element], Iterator[Fault]]] = MappingProxyType(
    {
        "a": _of_a_link,
        "img": _of_a_picture,
        "input": _of_a_field,
        "link": _of_a_relation,
        "meta": _of_a_statement,
    }
)
"""What an element must say besides what it may say."""
