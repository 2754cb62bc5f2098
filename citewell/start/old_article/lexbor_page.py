"""A page as a browser builds it, of whatever a stranger wrote: lexbor (selectolax)."""

from types import MappingProxyType

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citewell.start.old_article.html_node import HtmlNode

_DEEPEST = 200
"""Elements inside one another: no text has more, and a program that reads them would break off."""
_TEXT = "-text"


class TooDeepError(ValueError):
    """The elements of a page stand too deep inside one another."""


def html_page(html: str) -> HtmlNode:
    """The whole page; comments are left out.

    Raises:
        TooDeepError: more than 200 elements stand inside one another.
    """
    root = LexborHTMLParser(html).root
    return _node(root, 0) if root is not None else HtmlNode("html")


def _node(node: LexborNode, depth: int, parent: str = "", before: str = "") -> HtmlNode:
    if depth > _DEEPEST:
        raise TooDeepError
    tag = node.tag or ""
    if tag == _TEXT:
        return HtmlNode("", node.text_content or "", parent=parent, before=before)
    children: list[HtmlNode] = []
    child = node.child
    while child is not None:
        if child.tag == _TEXT or not (child.tag or "-").startswith("-"):
            last = children[-1] if children else None
            children.append(_node(child, depth + 1, tag, last.text if last is not None else ""))
        child = child.next
    attributes = {name: value or "" for name, value in node.attributes.items()}
    return HtmlNode(tag, "", MappingProxyType(attributes), tuple(children), parent, before)
