"""A page holds no script but those of the theme, letter by letter, and data that nothing runs.

The list is the folder script_texts/: the texts of Material 9.8.1. The hashes that the policy lets run are
taken from that list. Were they taken from the page, an attacker's script would be let run with the theme's.

Fails:
    <script>alert(1)</script>

Passes:
    <script type="application/ld+json">{}</script>
"""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from citewell.seal.built_page import BuiltPage
from citewell.seal.element import Element
from citewell.seal.fault import Fault
from citewell.seal.settings import Settings

ID = "inline-scripts"
FOLDER = Path(__file__).parents[1] / "script_texts"
BASE = "{{ config.extra.scope | d(base_url) }}"
"""Where the theme's own template prints the way from a page to the site's root."""

NOT_FOUND = "404.html"
"""The page that answers for every wrong address, so that its own addresses begin at the host's root."""

_DATA, _LINKED_DATA = "application/json", "application/ld+json"
_CONFIGURATION = "__config"
"""The id of the data that Material's script reads."""


@cache
def known_scripts(base: str, others: tuple[str, ...] = ()) -> Mapping[str, str]:
    """The scripts that a page may hold, each with its hash as a policy names it.

    Args:
        base: the way from the page to the site's root, as the engine writes it: `.`, `../..` or a path.
        others: the exact texts of further scripts.
    """
    texts = [path.read_text("utf-8").removesuffix("\n") for path in sorted(FOLDER.glob("*.js"))]
    known = [text.replace(BASE, base) for text in texts]
    return {text: _hash(text) for text in (*known, *others)}


def check(page: BuiltPage, settings: Settings) -> tuple[list[Fault], frozenset[str]]:
    """What is wrong with the scripts whose text stands in a page, and the hashes of those that may run."""
    faults, hashes = [], set()
    known = known_scripts(_way_to_the_root(page.path, settings), settings.inline_scripts)
    in_head = True
    for index, element in page.elements("body", "script"):
        if element.name == "body":
            in_head = False
        elif element.content in known and not element.attributes:
            hashes.add(known[element.content])
        elif advice := _advice(element, in_head=in_head):
            faults.append(
                Fault(ID, advice, page.offset(index), (f"<script>{element.content}", *element.typed()))
            )
    return faults, frozenset(hashes)


def _advice(element: Element, *, in_head: bool) -> str:
    """What to do about a script that is none of the known ones; empty where it may stay."""
    kind = element.attributes.get("type")
    if "src" in element.attributes:
        return "Take out what this <script> holds: it names a file" if element.content.strip() else ""
    if kind == _LINKED_DATA:
        return "" if in_head else "Take out this <script>: what a page is, is said in its head, by the theme"
    if kind == _DATA:
        is_read = element.attributes.get("id") == _CONFIGURATION
        return "" if is_read else "Take out this <script>: nothing on a page reads its data"
    return "Take out this <script>: it is none of the theme's"


def _way_to_the_root(page: str, settings: Settings) -> str:
    """The way from a page to the site's root, as the engine writes it."""
    if page == NOT_FOUND:
        return settings.root
    return "/".join([".."] * page.count("/")) or "."


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
