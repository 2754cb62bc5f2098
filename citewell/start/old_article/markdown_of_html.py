"""An HTML tree as Markdown, block by block."""

import re
from collections.abc import Callable, Mapping

from citewell.start.old_article.html_node import HtmlNode
from citewell.start.old_article.html_tables import UnfitTableError, table_rows
from citewell.start.old_article.marks import at_line_start
from citewell.start.old_article.old_text import Leftover
from citewell.start.old_article.words_of_html import BLOCKS, BREAK, WordsOfHtml

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WIDEST_TABLE = 6
COMMENT = "comment-"
"""What the id of a remark begins with that a word processor keeps beside the text (mammoth)."""


class MarkdownOfHtml:
    """Writes the Markdown of a tree.

    Args:
        notes: the id of each note of the page → the name that its footnote gets.
    """

    def __init__(self, notes: Mapping[str, str]) -> None:
        self._words = WordsOfHtml(notes)
        self._level = 1

    @property
    def leftovers(self) -> list[Leftover]:
        """What has no form in Markdown, in order."""
        return self._words.leftovers

    def blocks(self, node: HtmlNode) -> list[str]:
        """The blocks inside an element, each a piece of Markdown without empty lines around it."""
        found: list[str] = []
        line: list[str] = []

        def end_line() -> None:
            for paragraph in "".join(line).split(BREAK * 2):
                words = " ".join(paragraph.replace(BREAK, " ").split())
                found.extend([at_line_start(words)] if words else [])
            line.clear()

        for child in node.children:
            if child.tag in BLOCKS:
                end_line()
                found += self._block(child)
            else:
                line.append(self._words.words(child))
        end_line()
        return found

    def _block(self, node: HtmlNode) -> list[str]:
        writers: Mapping[str, Callable[[HtmlNode], list[str]]] = {
            "ul": self._list,
            "ol": self._list,
            "table": self._table,
            "pre": _code,
            "dl": self._definitions,
            "blockquote": self._quotation,
            "summary": self._summary,
            "hr": lambda _node: [],
            **dict.fromkeys(_HEADINGS, self._heading),
        }
        return writers.get(node.tag, self.blocks)(node)

    def _heading(self, node: HtmlNode) -> list[str]:
        words = self._words.line(node)
        if not words:
            return []
        self._words.heading, self._level = node.words(), _HEADINGS[node.tag]
        return [f"{'#' * self._level} {words}"]

    def _summary(self, node: HtmlNode) -> list[str]:
        """What unfolds as a heading below the last one."""
        words = self._words.line(node)
        return [f"{'#' * min(max(self._level + 1, 3), 6)} {words}"] if words else []

    def _list(self, node: HtmlNode) -> list[str]:
        items = [child for child in node.children if child.tag == "li"]
        names = [self._words.notes.get(item.get("id"), "") for item in items]
        if any(names):
            return [
                f"{f'[^{name}]: ' if name else f'{at}. '}{self._words.line(item)}"
                for at, (name, item) in enumerate(zip(names, items, strict=True), 1)
            ]
        start = node.get("start") or "1"
        first = int(start) if start.isdecimal() else 1
        written = [
            _indented(self.blocks(item), f"{first + at}. " if node.tag == "ol" else "- ")
            for at, item in enumerate(items)
        ]
        between = "\n\n" if any("\n" in item for item in written) else "\n"
        return [between.join(item for item in written if item)] if any(written) else []

    def _quotation(self, node: HtmlNode) -> list[str]:
        text = "\n\n".join(self.blocks(node))
        return ["\n".join(f"> {line}".rstrip() for line in text.split("\n"))] if text else []

    def _definitions(self, node: HtmlNode) -> list[str]:
        written: list[str] = []
        remarks = (node.first("dt") or node).get("id")
        for child in node.all("dt", "dd") if not remarks.startswith(COMMENT) else ():
            is_term = child.tag == "dt"
            written.append(self._words.line(child) if is_term else _indented(self.blocks(child), ":   "))
        return ["\n".join(filter(None, written))] if any(written) else []

    def _table(self, node: HtmlNode) -> list[str]:
        try:
            rows = table_rows(node, _WIDEST_TABLE)
        except UnfitTableError as error:
            mark = self._words.leave(str(error), node.words(" "), "the table that stood here")
            return [mark.strip()]
        cells = [[self._words.line(cell).replace("|", "\\|") for cell in row] for row in rows]
        caption = node.first("caption")
        title = [self._words.line(caption)] if caption else []
        lines = [f"| {' | '.join(row)} |" for row in cells]
        lines.insert(1, f"|{' --- |' * len(cells[0])}")
        return [*title, "\n".join(lines)]


def _code(node: HtmlNode) -> list[str]:
    text = "".join(node.runs()).strip("\n")
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    return [f"{fence}\n{text}\n{fence}"] if text.strip() else []


def _indented(blocks: list[str], mark: str) -> str:
    """Blocks as one item of a list: the first behind its mark, all others four spaces deep."""
    text = "\n\n".join(blocks)
    if len(blocks) == 2 and blocks[1].startswith(("- ", "1. ")):  # noqa: PLR2004 - words and the list under them
        text = "\n".join(blocks)
    lines = text.split("\n")
    return "\n".join([f"{mark}{lines[0]}", *(f"    {line}".rstrip() for line in lines[1:])]) if text else ""
