"""What a page may hold: the elements, their attributes, and what each attribute may say.

Whatever is not listed is refused: a new name is a decision, made here. Which elements there are, and what
each may hold, stands in content_model.py. The patterns are matched against the whole value, as a browser
decodes it.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from citewell.seal.content_model import SVG_IN_PAGES
from citewell.seal.word_set import word_set

_ANY = r".*"
_SOME = r".+"
_NAME = r"[^\s]+"
_NAMES = r"\s*[^\s]+(?:\s+[^\s]+)*\s*"
_SIZE = r"\d{1,6}(?:\.\d+)?%?"
_COUNT = r"[1-9]\d{0,2}"
_LANGUAGE = r"|[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"
_MEDIA = r"[\w\s():,.-]+"
_SIZES = r"[\w\s():,.%-]+"
_DAY = r"[\dTZ:+. -]+"

EVERYWHERE: Mapping[str, str] = MappingProxyType(
    {
        "id": _NAME,
        "class": _ANY,
        "title": _ANY,
        "lang": _LANGUAGE,
        "dir": r"ltr|rtl|auto",
        "hidden": r"|hidden|until-found",
        "tabindex": r"0|-1",
        "role": r"[a-z]+",
        "translate": r"|yes|no",
    }
)
"""Attributes that every element may have, besides those of ARIA and `data-…`."""

ARIA = frozenset(
    f"aria-{name}"
    for name in word_set(
        "activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount "
        "colindex colindextext colspan controls current describedby description details disabled "
        "errormessage expanded flowto haspopup hidden invalid keyshortcuts label labelledby level live "
        "modal multiline multiselectable orientation owns placeholder posinset pressed readonly relevant "
        "required roledescription rowcount rowindex rowindextext rowspan selected setsize sort valuemax "
        "valuemin valuenow valuetext"
    )
)
"""Source: https://www.w3.org/TR/wai-aria-1.3/#state_prop_def."""

IDREFS = word_set(
    "headers aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto "
    "aria-labelledby aria-owns"
)
"""Attributes whose value names ids of the same page.

`for` is not among them: Material writes labels for controls that a page may lack, which harms nobody.
"""

_READ_FURTHER = frozenset(("href", "data-request", "content", "value"))
"""Attributes whose values a gate of its own reads."""

_OWN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "a": {
            "href": _ANY,
            "download": r"|[\w-]+\.(?:bib|csv|json|png|ris|svg|txt)",
            "target": r"_blank",
            "rel": _NAMES,
            "hreflang": _LANGUAGE,
            "referrerpolicy": r"no-referrer|same-origin",
        },
        "blockquote": {"cite": _SOME},
        "button": {
            "type": r"button|submit|reset",
            "name": r"answer|vote",
            "value": _ANY,
            "disabled": r"|disabled",
        },
        "col": {"span": _COUNT},
        "colgroup": {"span": _COUNT},
        "data": {"value": _ANY},
        "del": {"cite": _SOME, "datetime": _DAY},
        "details": {"open": r"|open", "name": _NAME},
        "fieldset": {"disabled": r"|disabled"},
        "form": {
            "name": r"search|site-search|feedback",
            "method": r"(?i:get|post)",
            "action": _SOME,
            "autocomplete": r"on|off",
        },
        "img": {
            "src": _SOME,
            "srcset": _SOME,
            "sizes": _SIZES,
            "alt": _ANY,
            "width": _SIZE,
            "height": _SIZE,
            "loading": r"lazy|eager",
            "decoding": r"async|sync|auto",
            "fetchpriority": r"high|low|auto",
            "referrerpolicy": r"no-referrer|same-origin",
        },
        "input": {
            "type": r"checkbox|radio|hidden|text|search",
            "name": r"[\w-]+",
            "value": _ANY,
            "checked": r"|checked",
            "disabled": r"|disabled",
            "required": r"|required",
            "placeholder": _ANY,
            "inputmode": r"search",
            "enterkeyhint": r"search",
            "autocapitalize": r"off|none",
            "autocomplete": r"off",
            "autocorrect": r"off",
            "spellcheck": r"false",
        },
        "ins": {"cite": _SOME, "datetime": _DAY},
        "label": {"for": _NAME},
        "li": {"value": r"-?\d{1,6}"},
        "link": {
            "rel": _NAMES,
            "href": _SOME,
            "type": r"[\w+./-]+",
            "hreflang": _LANGUAGE,
            "media": _MEDIA,
            "sizes": r"any|\d+x\d+(?: \d+x\d+)*",
        },
        "meta": {
            "charset": r"(?i:utf-8)",
            "name": (
                r"author|color-scheme|description|generator|google-site-verification|msvalidate\.01|referrer"
                r"|robots|theme-color|twitter:card|viewport"
            ),
            "http-equiv": r"refresh",
            "property": r"(?:og|article):[a-z_:]+",
            "content": _ANY,
            "media": _MEDIA,
        },
        "ol": {"start": r"-?\d{1,6}", "reversed": r"|reversed", "type": r"[1aAiI]"},
        "optgroup": {"label": _SOME, "disabled": r"|disabled"},
        "option": {"value": _ANY, "label": _ANY, "selected": r"|selected", "disabled": r"|disabled"},
        "q": {"cite": _SOME},
        "script": {
            "src": _SOME,
            "type": r"application/(?:ld\+)?json|text/javascript|module",
            "defer": r"|defer|true",
            "async": r"|async|true",
        },
        "select": {"name": r"[\w-]+", "autocomplete": r"off", "disabled": r"|disabled"},
        "source": {
            "srcset": _SOME,
            "sizes": _SIZES,
            "media": _MEDIA,
            "type": r"image/[\w+.-]+",
            "width": _SIZE,
            "height": _SIZE,
        },
        "td": {"colspan": _COUNT, "rowspan": r"\d{1,3}", "headers": _NAMES},
        "th": {
            "colspan": _COUNT,
            "rowspan": r"\d{1,3}",
            "headers": _NAMES,
            "scope": r"row|col|rowgroup|colgroup",
            "abbr": _ANY,
        },
        "time": {"datetime": r"[\dA-Z:+., -]+"},
    }
)

_DRAWING_VALUE = (
    r"(?:[^()\\:]|\b(?:calc|hsla?|matrix|rgba?|rotate|scale[XY]?|skew[XY]|translate[XY]?|var)\([^()\\:]*\)"
    r"|url\(#[\w-]+\))*"
)
_DRAWING: Mapping[str, str] = MappingProxyType(
    {
        "xmlns": r"http://www\.w3\.org/2000/svg",
        "href": r"#[\w-]+",
        **dict.fromkeys(
            word_set(
                "clip-path clip-rule clippathunits color cx cy d dominant-baseline dx dy fill fill-opacity "
                "fill-rule focusable font-family font-size font-style font-weight fx fy gradienttransform "
                "gradientunits height letter-spacing mask maskcontentunits maskunits offset opacity paint- "
                "order pathlength patterntransform patternunits points preserveaspectratio r rotate rx ry "
                "shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke- "
                "linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text- "
                "rendering textlength transform transform-origin vector-effect version viewbox visibility "
                "width x x1 x2 y y1 y2"
            ),
            _DRAWING_VALUE,
        ),
    }
)
"""What the elements of a drawing may say.

None asks for anything outside the page: url() names an id of it, other functions make colours, lengths and
turns, and nothing is escaped that would be read as a function.
"""

_DATA = re.compile(r"data-[a-z0-9_.-]+")


@cache
def allowed_values(element: str, attribute: str) -> re.Pattern[str] | None:
    """What an attribute may say on an element, both in lower case; None where it may not stand there."""
    own = _DRAWING if element in SVG_IN_PAGES else _OWN.get(element, {})
    pattern = own.get(attribute) or EVERYWHERE.get(attribute)
    if pattern is None and (attribute in ARIA or _DATA.fullmatch(attribute)):
        pattern = _ANY
    return None if pattern is None else re.compile(pattern, re.DOTALL)


@cache
def is_free(element: str, attribute: str) -> bool:
    """Whether an attribute may say anything at all on an element, and nothing else hangs on it."""
    values = allowed_values(element, attribute)
    return (
        values is not None
        and values.pattern == _ANY
        and attribute not in IDREFS
        and attribute not in _READ_FURTHER
    )
