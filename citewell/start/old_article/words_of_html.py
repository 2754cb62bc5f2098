"""The words inside an element of HTML as Markdown: emphasis, links, raised numbers, and what has no form."""

import re
from collections.abc import Iterator, Mapping

from citewell.checks.unwritten_text import to_write
from citewell.start.old_article.html_node import HtmlNode
from citewell.start.old_article.marks import typed
from citewell.start.old_article.numbers import NUMBERS
from citewell.start.old_article.old_text import Leftover

BREAK = "\x00"
"""Stands for a line break until a paragraph is whole. No HTML can hold it."""
BLOCKS = frozenset(
    """
    address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6
    header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - read as words
)
"""Elements that are no part of a line."""
_SKIPPED = frozenset(
    {"script", "style", "template", "noscript", "link", "meta", "head", "title", "base", "col"}
)
_APART = {
    "nav": "A menu", "aside": "An aside", "footer": "A footer", "iframe": "A frame", "form": "A form",
    "video": "A video", "audio": "A recording", "object": "An object", "embed": "An object",
    "svg": "A drawing", "canvas": "A drawing", "math": "A formula", "button": "A button",
    "select": "A list to choose from", "input": "A field", "textarea": "A field", "map": "A map",
}  # fmt: skip
_MARKED = {"em": "*", "i": "*", "strong": "**", "b": "**"}
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_MARK = re.compile(rf"\s*\[?({NUMBERS})\]?\s*")
_BACK = frozenset({"↑", "↩", "↩︎", "⤴"})
_OPENING = ("(", "[", ",", ";", "-", "\N{EN DASH}")


class WordsOfHtml:
    """Writes lines.

    Args:
        notes: the id of each note of the page → the name that its footnote gets.

    Attributes:
        heading: the words of the heading above.
        leftovers: what has no form in Markdown, in order.
    """

    def __init__(self, notes: Mapping[str, str]) -> None:
        self.notes = notes
        self.heading = ""
        self.leftovers: list[Leftover] = []

    def line(self, node: HtmlNode) -> str:
        """All words of an element on one line."""
        return " ".join(self.all(node).replace(BREAK, " ").split())

    def all(self, node: HtmlNode) -> str:
        """All words of an element, with its line breaks."""
        return "".join(self.words(child) for child in node.children)

    def words(self, node: HtmlNode) -> str:
        """One node of a line."""
        tag = node.tag
        if not tag:
            return typed(re.sub(r"[\x00\s]+", " ", node.text))
        if tag in _SKIPPED:
            return ""
        if tag in _APART:
            return self._apart(node, _APART[tag])
        writers = {
            "br": self._break,
            "img": self._image,
            "a": self._link,
            "sup": self._raised,
            "sub": _lowered,
        }
        if tag in writers and (written := writers[tag](node)) is not None:
            return written
        inner = self.all(node)
        if tag in _CODE and inner.strip() and "`" not in node.words():
            return f"`{node.words()}`"
        return f" {inner} " if tag in BLOCKS else _marked(inner, _MARKED.get(tag, ""))

    def leave(self, what: str, words: str, to_do: str) -> str:
        """Note what has no form; the mark that stands in its place.

        Args:
            what: it is.
            words: in it.
            to_do: what the writer is to write instead; empty for no mark.
        """
        place = f"under “{self.heading}”" if self.heading else "at the beginning"
        self.leftovers.append(Leftover(what, place, " ".join(words.split())))
        return f" {to_write(to_do)} " if to_do else ""

    def _apart(self, node: HtmlNode, what: str) -> str:
        words = f"{node.words(' ')} {node.get('src') or node.get('data')}".strip()
        return self.leave(what, words, f"what {what[0].lower()}{what[1:]} said here") if words else ""

    def _break(self, _node: HtmlNode) -> str:
        return BREAK

    def _image(self, node: HtmlNode) -> str:
        address = node.get("src")
        shown = "" if address.startswith("data:") else address
        words = " ".join(filter(None, (node.get("alt"), shown)))
        return self.leave("An image", words, "the figure that stood here, with a text for who cannot see it")

    def _raised(self, node: HtmlNode) -> str | None:
        if "comment" in node.get("class").split():
            return ""
        notes = [self.notes[name] for name in _targets(node) if name in self.notes]
        if notes:
            return "".join(f"[^{name}]" for name in notes)
        mark = _MARK.fullmatch(node.words())
        if mark:
            return f"^{mark[1]}^"
        return _in(_RAISED, node)

    def _link(self, node: HtmlNode) -> str | None:
        words, address = self.all(node), node.get("href").strip()
        if words.strip() in _BACK:
            return ""
        if not words.strip() or not address:
            return words
        if address.startswith("#"):
            mark = _MARK.fullmatch(node.words())
            stands_alone = node.parent != "sup" and not node.before.rstrip().endswith(_OPENING)
            return f"^{mark[1]}^" if mark and stands_alone else words
        if re.match(r"(?:https?://|mailto:)", address, re.IGNORECASE):
            return f"[{words.strip()}]({_encoded(address)})"
        self.leave("A link that leads nowhere from here", f"{node.words()} {address}", "")
        return words


def _targets(node: HtmlNode) -> Iterator[str]:
    for link in node.all("a"):
        if link.get("href").startswith("#"):
            yield link.get("href")[1:]


def _lowered(node: HtmlNode) -> str | None:
    return _in(_LOWERED, node)


def _in(letters: dict[int, int], node: HtmlNode) -> str | None:
    """The words in raised or lowered signs; None where there is no such sign for one of them."""
    words = node.words()
    return words.translate(letters) if words and all(ord(letter) in letters for letter in words) else None


def _marked(inner: str, mark: str) -> str:
    words = inner.strip()
    if not mark or not words or BREAK in words:
        return inner
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{before}{mark}{words}{mark}{after}"


def _encoded(address: str) -> str:
    return re.sub(r"[\s()<>\"\\]", lambda found: f"%{ord(found.group()):02X}", address)
