"""A paid link stands in its box: who pays comes before the link, help comes before the box; the page says so.

A reader has to be told that a link is paid for where the link is, in words that nobody can miss (16 CFR
255.0(f); health-publishing rules M1 to M5). With the sources, a link is held against
docs/_data/affiliates.yml, letter by letter.

Fails:
    <section class="referral"><a class="referral__link" href="https://example.org/">Go</a></section>

Passes:
    <p class="referral-notice">This page has a paid link.</p> …
    <section class="referral"><p class="referral__disclosure">This is a paid link.</p> …
    <a class="referral__link" href="https://example.org/" rel="sponsored nofollow noopener"
       referrerpolicy="no-referrer">Go</a></section>
"""

import html
from collections.abc import Iterator

from citewell.affiliates import PATH, is_paid
from citewell.referral.referral import LINK_RELATION
from citewell.seal.built_page import BuiltPage
from citewell.seal.fault import Fault
from citewell.seal.lexbor_tree import Tree
from citewell.seal.promise import PromisedBox

ID = "paid-box"
_BOX, _LINK, _DISCLOSURE, _NOTICE = "referral", "referral__link", "referral__disclosure", "referral-notice"
_FIRST = {
    ".answer": "answer",
    ".safety-strip": "safety-strip",
    "section.warning": "warning",
    ".care": "care",
    ".crisis": "crisis",
}
"""What comes before every paid box: selectors, each with its class."""

_TYPED = (f"/// {_BOX}", f"{_BOX}:")
_HIDING = ("details", "[hidden]", '[aria-hidden="true"]', ".visually-hidden")
_CONCEALED = ", ".join(
    f"{hiding}{inside}.{name}"
    for hiding in _HIDING
    for inside in (" ", "")
    for name in (_DISCLOSURE, _NOTICE)
)


def check(page: BuiltPage) -> Iterator[Fault]:
    """What is wrong with the form of a page's box, whatever the sources say."""
    if _BOX not in page.text:
        return
    tree = page.tree
    boxes = tree.parts(f".{_BOX}")
    links = tree.count(f".{_LINK}")
    if links and links != sum(box.count(f".{_LINK}") for box in boxes):
        yield _fault(page, "Put the paid link into its box, .referral: a reader must be told who pays")
    if len(boxes) > 1:
        yield _fault(page, "Take out a box: a page has one paid link at most")
    if bool(boxes) != (tree.count(f".{_NOTICE}") == 1):
        advice = "Say at the top of the page, in .referral-notice, that it has a paid link"
        yield _fault(page, advice if boxes else "Take out .referral-notice: this page has no paid link")
    for box in boxes:
        yield from (_fault(page, advice) for advice in _faults_of(box))
    if boxes and (later := _later(tree)):
        yield _fault(page, f"Move the paid box below .{later}: help comes before money")
    if tree.count(_CONCEALED):
        yield _fault(
            page, "Show who pays in plain sight: not folded, not hidden, not for screen readers alone"
        )


def check_link(page: BuiltPage, box: PromisedBox | None, hosts: frozenset[str]) -> Iterator[Fault]:
    """How a page's paid links differ from what the sources say.

    Args:
        page: with the links.
        box: that the page has by its source; None for none.
        hosts: of all programmes, those that are switched off among them.
    """
    for number, attribute, address in page.reading.outside:
        if address.host and is_paid(address.host, hosts):
            element = page.element(number)
            if _LINK not in element.tokens("class"):
                advice = f"Take out this link to {address.host}: only a programme's box may lead there"
                yield Fault(ID, advice, page.offset(number), element.typed(attribute))
    links = page.tree.attributes(f".{_LINK}", "href") if _BOX in page.text else []
    if box is None and links:
        yield _fault(page, f"Take out the paid box: the source of this page has none that {PATH} switches on")
    elif box is not None and links != [box.link]:
        yield _fault(page, f"Let the paid box have one link, to {box.link}, as {PATH} says")
    elif box is not None and page.tree.words(f".{_BOX} .{_DISCLOSURE}") not in _printed(box.disclosure):
        yield _fault(page, f"Say in .{_DISCLOSURE}, word for word: “{box.disclosure}”")


def _printed(words: str) -> list[list[str]]:
    """How words may be printed: `&lt;` in them is left as it is by one engine, and read by another."""
    return [[" ".join(text.split())] for text in (words, html.unescape(words))]


def _faults_of(box: Tree) -> Iterator[str]:
    order = [_DISCLOSURE in names.split() for names in box.attributes(f".{_DISCLOSURE}, .{_LINK}", "class")]
    if sorted(order, reverse=True) != order or order.count(True) != 1 or order.count(False) != 1:
        yield f"Give the box one .{_DISCLOSURE} and after it one .{_LINK}: who pays is said before the link"
    elif not any(box.words(f".{_DISCLOSURE}")):
        yield f"Say in .{_DISCLOSURE} who pays for what"
    if box.count("a") - box.count(f".{_LINK}") > 1:
        yield "Take out a link: the box has its paid link and one to how the site is paid"
    for relation, policy in zip(
        box.attributes(f".{_LINK}", "rel"), box.attributes(f".{_LINK}", "referrerpolicy"), strict=True
    ):
        if not set(relation.split()) >= set(LINK_RELATION.split()):
            yield f'Mark the paid link rel="{LINK_RELATION}"'
        if policy != "no-referrer":
            yield 'Mark the paid link referrerpolicy="no-referrer": nobody is told which page was read'


def _later(tree: Tree) -> str:
    """What comes after the box and should not; empty for nothing."""
    seen_box = False
    for names in tree.attributes(", ".join((f".{_BOX}", *_FIRST)), "class"):
        if _BOX in names.split():
            seen_box = True
        elif seen_box:
            return next(name for name in _FIRST.values() if name in names.split())
    return ""


def _fault(page: BuiltPage, advice: str) -> Fault:
    for mark in (f'class="{_LINK}"', f'class="{_BOX}"', f'class="{_NOTICE}"'):
        if mark in page.text:
            return Fault(ID, advice, page.text.index(mark), _TYPED)
    return Fault(ID, advice, typed=_TYPED)
