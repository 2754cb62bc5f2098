"""Every sentence of a rendered page that carries a citation, with the works that it names.

A page is read by the string, not by a parser: split where a block begins or ends, and looked into only where
a citation stands. That is what a build of 10,000 pages can pay for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from citewell.sentence_ends import sentence_starts

NOT_READ = "data-search-exclude"
"""What carries this attribute is no text of the page: the reference list, the notes under a claim."""

_ATTRIBUTES = r"[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*"
_TAG = re.compile(rf"<(?P<name>/?[a-zA-Z][\w:-]*){_ATTRIBUTES}>")
_BLOCK_TAG = re.compile(
    r"(</?(?:address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption"
    r"|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|menu|nav|ol|p|pre|search|section|summary|table"
    rf"|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>]){_ATTRIBUTES}>)",
    re.IGNORECASE,
)
_CITATION = re.compile(r"<span\b[^<>]*?\bdata-references=\"([^\"]*)\"[^<>]*>(.*?)</span>", re.DOTALL)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|template|svg)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_MARK = re.compile(
    r"<(a|sup|span)\b[^<>]*\b(?:headerlink|fnref|visually-hidden)\b.*?</\1>", re.DOTALL | re.IGNORECASE
)
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_POWER = re.compile(r"<sup\b[^<>]*>([-−+0-9]+)</sup>", re.IGNORECASE)  # noqa: RUF001 - a minus sign
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")  # noqa: RUF001 - a minus sign
_ID = re.compile(r"\bid=\"([^\"]*)\"")
_CLOSES_UP = tuple(".,;:!?…)]”’。，、！？；：")  # noqa: RUF001 - stops as they are printed
_VOID = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


class CitedSentence(NamedTuple):
    """A sentence with its sources. There are dozens on a page: a tuple is kept and read again sooner.

    Args:
        text: its words as a reader sees them, without the numbers of its citations. Empty for a citation that
            stands alone in its paragraph; one alone in the cell of a table has the words of its row.
        anchor: the id of its first citation.
        keys: of the works it cites, in the order of the text, each once.
        heading: the words of the heading that it stands in or under; empty where there is none.
    """

    text: str
    anchor: str
    keys: tuple[str, ...]
    heading: str


def cited_sentences(html: str) -> list[CitedSentence]:
    """The sentences with citations, in the order of the page.

    A sentence never reaches over the edge of a paragraph, a list item or a cell. A citation behind the full
    stop belongs to the sentence before it.

    Args:
        html: the page's text as rendered, with or without the page around it.
    """
    if "data-references" not in html:
        return []
    found: list[CitedSentence] = []
    heading, heading_html = "", ""
    pieces = _BLOCK_TAG.split(_text_of_the_page(html))
    for at in range(0, len(pieces), 2):
        tag = pieces[at - 1] if at else ""
        if tag[:2].lower() == "<h" and tag[2].isdigit():
            heading, heading_html = "", pieces[at]
        if "data-references" in pieces[at]:
            heading = heading or _words(_CITATION.sub("", heading_html)).strip()
            found += _of_block(pieces, at, heading)
    return found


def _of_block(pieces: list[str], at: int, heading: str) -> Iterator[CitedSentence]:
    """The cited sentences of one piece of text between two tags of blocks."""
    first, *others = _CITATION.split(pieces[at])
    text = _words(first).lstrip()
    citations: list[tuple[int, str, str]] = []
    for references, links, behind in zip(others[::3], others[1::3], others[2::3], strict=True):
        citations.append((len(text), references, links))
        words = _words(behind)
        if words.startswith(_CLOSES_UP):
            text = text.rstrip()
        text += words.lstrip() if not text or text.endswith(" ") else words
    starts = sentence_starts(text)
    cited: dict[int, list[tuple[str, str]]] = {}
    for offset, references, links in citations:
        cited.setdefault(max(bisect_left(starts, offset) - 1, 0), []).append((references, links))
    starts.append(len(text))
    for sentence, sources in cited.items():
        words = text[starts[sentence] : starts[sentence + 1]].strip()
        ids = [unescape(name) for references, _ in sources for name in references.split()]
        anchor = _ID.search(sources[0][1])
        yield CitedSentence(
            text=words or _row(pieces, at),
            anchor=unescape(anchor[1]) if anchor else "",
            keys=tuple(dict.fromkeys(name.removeprefix("ref-") for name in ids)),
            heading=heading,
        )


def _row(pieces: list[str], at: int) -> str:
    """The words of the row that a cell stands in, where a citation is all that the cell holds."""
    if at == 0 or pieces[at - 1][:3].lower() not in {"<td", "<th"}:
        return ""
    begin, end = at - 1, at + 1
    while begin > 0 and pieces[begin][:3].lower() != "<tr":
        begin -= 2
    while end < len(pieces) and pieces[end][:4].lower() != "</tr":
        end += 2
    cells = (_words(_CITATION.sub("", piece)).strip() for piece in pieces[begin + 1 : end : 2])
    return "; ".join(cell for cell in cells if cell)


def _words(html: str) -> str:
    """The words of a run of HTML, with single spaces; those at its ends stay."""
    text = html
    if "<sup" in text:
        text = _POWER.sub(lambda power: power[1].translate(_RAISED), text)  # 10⁹ is not 109
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub(" ", _MARK.sub("", text)))
    if "&" in text:
        text = unescape(text).replace("\N{SOFT HYPHEN}", "")
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


def _text_of_the_page(html: str) -> str:
    """The page without what is not read with its text."""
    html = _UNSEEN.sub("", html)
    kept = []
    end = 0
    at = html.find(NOT_READ)
    while at >= 0:
        tag = _TAG.match(html, html.rfind("<", end, at)) if "<" in html[end:at] else None
        if tag and tag.end() > at:
            kept.append(html[end : tag.start()])
            end = _end_of_element(html, tag)
        at = html.find(NOT_READ, max(end, at + 1))
    return "".join([*kept, html[end:]])


def _end_of_element(html: str, opening: re.Match[str]) -> int:
    """The offset behind the end tag of an element; the end of the page where it is never closed."""
    if opening["name"].lower() in _VOID:
        return opening.end()
    depth = 1
    for tag in re.compile(rf"<(/?){opening['name']}(?=[\s/>])", re.IGNORECASE).finditer(html, opening.end()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return html.find(">", tag.end()) + 1
    return len(html)
