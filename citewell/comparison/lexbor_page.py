"""A built page as its readers meet it: its words line by line, and the addresses on it (read by lexbor)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citewell.sentence_ends import sentence_starts

_TEXT = ("main article", "[role=main]", "main", "body")
"""Where the text of a page stands, the nearest first: themes do not agree."""
_SILENT = frozenset(("script", "style", "template", "svg", "select"))
_SILENT_CLASSES = frozenset(("headerlink", "reference-backlinks"))
"""What only leads back to where a reader came from; it changes with every citation."""
_LINES = frozenset(
    """
    address article aside blockquote body button caption dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p pre section summary
    table tbody tfoot thead tr ul
    """.split()  # noqa: SIM905 - read as words
)
_WHOLE = "reference-text"
"""What is one thing to a reader, and is not divided into sentences; nor is code."""
_BREAK, _UNDIVIDED = "\n", "\0"
"""Neither can stand in the text of an element."""
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class ShownPage:
    """A page.

    Args:
        html: the file.
    """

    html: bytes

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """What readers and search engines read, in order: a sentence, a heading or a row of a table each.

        A citation stands as the keys of its works, `[goodwin2017, sansone2010]`: the printed numbers change
        with every citation before them.
        """
        tree = self._tree
        title, description = tree.css_first("head > title"), tree.css_first("meta[name=description]")
        head = [
            f"{name}: {_on_one_line(words)}"
            for name, words in (
                ("Title", title.text() if title else ""),
                ("Description", (description.attributes.get("content") or "") if description else ""),
            )
            if words.strip()
        ]
        found = (node for selector in _TEXT if (node := tree.css_first(selector)))
        text = "".join(_pieces(next(found))) if tree.body else ""
        return (*head, *(line for block in text.split(_BREAK) for line in _lines(block)))

    @cached_property
    def calls(self) -> frozenset[str]:
        """The addresses that a phone dials or writes to: `tel:988`, `sms:988`."""
        return frozenset(address for address in self._links if address.startswith(("tel:", "sms:")))

    @cached_property
    def outside(self) -> frozenset[str]:
        """The addresses on the web that its links and forms name."""
        return frozenset(address for address in self._links if re.match(r"(?:https?:|[\\/]{2})", address))

    @cached_property
    def sponsored(self) -> frozenset[str]:
        """The addresses of links that say that somebody pays for them."""
        return frozenset(_typed(node, "href") for node in self._tree.css("a[rel~=sponsored]"))

    @cached_property
    def _links(self) -> frozenset[str]:
        named = [("a", "href"), ("area", "href"), ("form", "action"), ("iframe", "src")]
        return frozenset(
            _typed(node, attribute)
            for element, attribute in named
            for node in self._tree.css(f"{element}[{attribute}]")
        )

    @cached_property
    def _tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)


def _typed(node: LexborNode, attribute: str) -> str:
    """An address without what browsers pass over; its scheme in lower case."""
    address = re.sub(r"[\t\n\r]", "", node.attributes.get(attribute) or "").strip()
    scheme, colon, rest = address.partition(":")
    return f"{scheme.lower()}{colon}{rest}"


def _pieces(root: LexborNode) -> Iterator[str]:
    """The words of an element in order, with breaks where a reader sees a new line."""
    waiting: list[tuple[LexborNode | str, bool]] = [(root, False)]
    while waiting:
        node, is_typeset = waiting.pop()
        if isinstance(node, str):
            yield node
        elif node.is_text_node:
            words = node.text()
            yield _as_typeset(words) if is_typeset else _BLANKS.sub(" ", words)
        elif node.is_element_node and not _is_silent(node):
            tag = node.tag or ""
            stands_for = _stands_for(node, tag)
            if stands_for is not None:
                yield stands_for
                continue
            if tag in _LINES:
                yield _BREAK
                waiting.append((_BREAK, False))
            inner = is_typeset or tag == "pre"
            if _WHOLE in _classes(node):
                yield _UNDIVIDED
            waiting += [(child, inner) for child in reversed(list(node.iter(include_text=True)))]
            if tag in ("td", "th"):
                yield " | "


def _as_typeset(words: str) -> str:
    return _UNDIVIDED + words.replace(_BREAK, _BREAK + _UNDIVIDED)


def _is_silent(node: LexborNode) -> bool:
    return node.tag in _SILENT or not _SILENT_CLASSES.isdisjoint(_classes(node))


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


def _stands_for(node: LexborNode, tag: str) -> str | None:
    """The words in place of an element that has none, or others than its own."""
    if tag == "br":
        return _BREAK
    if tag == "img":
        return f"[picture: {_on_one_line(node.attributes.get('alt') or '')}]"
    works = node.attributes.get("data-references")
    if works is None:
        return None
    return f"[{', '.join(work.removeprefix('ref-') for work in works.split())}]"


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _lines(block: str) -> Iterator[str]:
    """The sentences of what stands between two breaks; all of it where it is one thing."""
    is_whole = _UNDIVIDED in block
    block = _on_one_line(block.replace(_UNDIVIDED, ""))
    if not block:
        return
    if is_whole:
        yield block
        return
    starts = sentence_starts(block)
    for start, end in zip(starts, [*starts[1:], len(block)], strict=True):
        yield block[start:end].strip()
