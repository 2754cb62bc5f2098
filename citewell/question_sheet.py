"""A sheet to print: the questions of an article for the prescriber, with lines to write on.

Question prompt lists help people to ask what they want to know (CDC Clear Communication Index item 14,
DISCERN item 15). The sheet is paper: it has no fields, so nothing can be stored or sent.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Sequence

from citewell.article import Page
from citewell.made_front_matter import made_front_matter
from citewell.one_page.definitions import find_definitions, looked_up
from citewell.plain_words import plain_words

TITLE = "Questions to take to your prescriber"
_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<mark>[-*+]|\d+[.)])[ ]+(?P<words>.*)")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]*\]")
_LINK_BY_NAME = re.compile(r"!?\[([^\[\]]*)\]\[[^\[\]]*\]")
_BRACKETED = re.compile(r"!?\[([^\[\]]*)\](?!\()")
_MARKS_AROUND_WORDS = re.compile(r"[*`]+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)|</?[a-zA-Z][^<>]*>")
_BRACKET, _ESCAPED = re.compile(r"[\[\]]"), r"\\\g<0>"
_INDENT = 4


def question_sheet(pages: Sequence[Page]) -> str | None:
    """The sheet as a Markdown document with front matter, to be rendered in the folder of the first page.

    Citations, links and marks are left out of it: it has no list of references, and paper has no links.

    Args:
        pages: of the article, in the order in which they are read.

    Returns:
        the document, or None where no page has a list of questions.
    """
    parts = [part for page in pages for part in _lists(page)]
    if not parts:
        return None
    index = pages[0]
    title = index.facts.title or index.facts.article
    link = f"[{_BRACKET.sub(_ESCAPED, title)}]({posixpath.basename(index.source.path)})"
    description = f"A sheet to print and to write on, with the questions of the article “{title}”."
    paragraphs = [
        f"# {TITLE}",
        f"From the article “{link}”. Print this page and write on the lines.",
        *parts,
        *_do_not_stop(pages),
        "The references stand at the end of each page of the article.",
    ]
    text = "\n\n".join(paragraphs)
    return f"{made_front_matter('question-sheet', TITLE, description)}\n{text}\n"


def _lists(page: Page) -> Iterator[str]:
    """Each list of a page under its heading, in plain words."""
    blocks = page.blocks("question-list")
    names = find_definitions(page.source).names if blocks else set()
    for block in blocks:
        if questions := _questions(page.source.text[block.body_start : block.body_end], names):
            yield f"## {_words(block.argument, names)}\n\n{questions}"


def _questions(typed: str, names: Collection[str]) -> str:
    """The text of a block in plain words: its lists as lists, all else as paragraphs."""
    text = ""
    after_item = False
    for opening, piece in _pieces(typed):
        if words := _words(piece, names):
            between = "\n" if opening and after_item else "\n\n"
            text += f"{between if text else ''}{opening}{words}"
            after_item = bool(opening)
    return text


def _pieces(typed: str) -> Iterator[tuple[str, str]]:
    """Each list item after the mark it begins with, and each paragraph after no mark."""
    opening = piece = ""
    for line in typed.split("\n"):
        item = _ITEM.fullmatch(line)
        if item or (piece.endswith("\n\n") and line[:1].strip()):
            yield opening, piece
            opening = piece = ""
        if item:
            depth = len(item["indent"]) // _INDENT
            opening = f"{' ' * _INDENT * depth}{'-' if item['mark'] in '-*+' else '1.'} "
        piece += f"{item['words'] if item else line}\n"
    yield opening, piece


def _words(typed: str, names: Collection[str]) -> str:
    """Plain words.

    Args:
        typed: Markdown.
        names: that stand for links on the page, so that `[name]` is a link.
    """

    def without_brackets(found: re.Match[str]) -> str:
        return found[1] if looked_up(found[1]) in names else found[0]

    typed = _LINK_BY_NAME.sub(r"\1", _FOOTNOTE.sub("", typed))
    typed = _MARKS_AROUND_WORDS.sub("", _BRACKETED.sub(without_brackets, typed))
    return plain_words(typed)


def _do_not_stop(pages: Sequence[Page]) -> Iterator[str]:
    """Why not to stop an antidepressant suddenly, in the words of its class without their citations."""
    drug = next((page.facts.drug for page in pages if page.facts.drug), None)
    if drug and drug.drug_class.antidepressant and drug.do_not_stop:
        yield f'!!! warning "Do not stop suddenly"\n    {plain_words(drug.do_not_stop)}'
