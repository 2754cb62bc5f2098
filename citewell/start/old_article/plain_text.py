"""An article that is plain text."""

import re

from citewell.start.old_article.marks import at_line_start, typed
from citewell.start.old_article.old_text import OldText

_ITEM = re.compile(r"[ \t]*(?P<mark>[-*+•\N{EN DASH}]|\[?\d{1,3}[.)\]]|\(\d{1,3}\))[ \t]+(?P<words>\S.*)")
_UNDERLINE = re.compile(r"[ \t]*(?P<sign>[=\-~_*])(?P=sign){2,}[ \t]*")
_NUMBERED_HEADING = re.compile(r"\d+(?:\.\d+)*\.?[ \t]+(?=[^\W\d_])")
_LONGEST_HEADING = 80


def read_plain_text(text: str) -> OldText:
    """Read paragraphs parted by empty lines.

    A heading is an underlined line, or a short line alone without a stop at its end and with text after it.
    The first one is the title.
    """
    paragraphs = [
        part.split("\n") for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip("\n")) if part.strip()
    ]
    blocks: list[str] = []
    has_title = False
    for at, lines in enumerate(paragraphs):
        heading, rest = _heading(lines, is_last=at == len(paragraphs) - 1)
        if heading:
            words = typed(" ".join(_NUMBERED_HEADING.sub("", heading.strip()).split()))
            blocks.append(f"{'##' if has_title else '#'} {words}")
            has_title = True
        elif at == 0:
            has_title = True  # an article may begin without one
        if rest:
            blocks.append(_paragraph(rest))
    return OldText("\n\n".join(blocks) + "\n" if blocks else "")


def _heading(lines: list[str], *, is_last: bool) -> tuple[str, list[str]]:
    """The heading that a paragraph is or begins with, and the lines that are none."""
    if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]) and lines[0].strip():
        return lines[0], lines[2:]
    line = lines[0].strip()
    is_alone = len(lines) == 1 and not is_last and len(line) <= _LONGEST_HEADING and line[-1] not in ".,;:!"
    is_item = _ITEM.fullmatch(lines[0]) and not _NUMBERED_HEADING.match(line)
    return (line, []) if is_alone and not is_item else ("", lines)


def _paragraph(lines: list[str]) -> str:
    """One line, and a list of the lines that begin as items do."""
    words: list[str] = []
    items: list[tuple[str, list[str]]] = []
    for line in lines:
        found = _ITEM.fullmatch(line)
        if found:
            items.append((found["mark"], [found["words"]]))
        else:
            (items[-1][1] if items else words).append(line)
    written = [_item(mark, typed(" ".join(" ".join(of_item).split()))) for mark, of_item in items]
    opening = at_line_start(typed(" ".join(" ".join(words).split())))
    return "\n\n".join(filter(None, (opening, "\n".join(written))))


def _item(mark: str, words: str) -> str:
    number = re.sub(r"\D", "", mark)
    return f"{number}. {words}" if number else f"- {words}"
