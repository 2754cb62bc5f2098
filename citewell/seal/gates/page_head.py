"""Every page says its language, its title and its encoding, and tells no other site where readers come from.

The encoding comes first: a browser that has to guess it may read other characters than were judged, and the
seal stands right after it. The address of a health page says something about its reader (health-publishing
rule M11).

Fails:
    <head><title>Page</title></head>

Passes:
    <head><meta charset="utf-8"><title>Page</title></head>
"""

from collections.abc import Iterator

from citewell.seal.built_page import BuiltPage
from citewell.seal.fault import Fault

ID = "page-head"
_FIRST_BYTES = 1024
"""Where browsers look for the encoding.

Source: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding.
"""


def check(page: BuiltPage) -> Iterator[Fault]:
    """What a page does not say of itself."""
    if not all(root.attributes.get("lang") for _, root in page.elements("html")):
        yield Fault(ID, "Say the language in <html lang>, or a screen reader does not know how to speak")
    if not page.reading.title.strip():
        yield Fault(ID, "Give the page a <title>")
    if not end_of_charset(page):
        yield Fault(ID, 'Begin the head with <meta charset="utf-8">')


def end_of_charset(page: BuiltPage) -> int:
    """Where the tag ends that names the encoding, in characters; 0 where the page does not begin with it."""
    for number, element in page.elements("meta"):
        if "charset" in element.attributes:
            end = page.end(number)
            return end if len(page.text[:end].encode()) <= _FIRST_BYTES else 0
    return 0


def has_referrer_policy(page: BuiltPage) -> bool:
    """Whether a page says itself what other sites are told of it."""
    return any(element.attributes.get("name") == "referrer" for _, element in page.elements("meta"))
