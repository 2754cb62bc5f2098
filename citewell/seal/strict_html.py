"""HTML that can be read in one way only, cut into tags and the text after each.

A browser reads everything, and each of its rules for reading what is broken is a place to hide an element in.
So a page is written strictly or it is refused, where it cannot be read any further. Strict means: outside
comments and scripts `<` begins a tag and `>` ends it, and neither stands inside one, not even in an
attribute's value; attributes are apart and each is there once; a comment ends with its first `-->`; a script
holds no `<!--` and no `<script`. What HTML lets a writer leave out may be left out: quotation marks around
simple values, and the end tags that content_model.py names.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

SOUND_HTML = "sound-html"

_SPACE = r"[ \t\n\f\r]"
_NAME = r"[A-Za-z][A-Za-z0-9-]*+"
_ATTRIBUTE_NAME = r"""[^\x00-\x20\x7f"'<>/=]++"""
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^ \t\n\f\r"'=<>`]++)"""
_ATTRIBUTES = rf"(?:{_SPACE}++{_ATTRIBUTE_NAME}(?:{_SPACE}*+={_SPACE}*+{_VALUE})?+)*+{_SPACE}*+"
_START = re.compile(rf"({_NAME})({_ATTRIBUTES})(/?)")
_END = re.compile(rf"/({_NAME}){_SPACE}*+")
_SCRIPT = re.compile(
    # Possessive repeats of a group that looks ahead fail in Python 3.11.2, which Debian 12 has.
    rf"(script)({_ATTRIBUTES})()>((?>(?:[^<]+|<(?!!--|/?script))*))</script{_SPACE}*+",
    re.IGNORECASE,
)
_DOCTYPE = re.compile(rf"!doctype{_SPACE}++html{_SPACE}*+", re.IGNORECASE)
_NAME_AND_VALUE = re.compile(rf"{_SPACE}+({_ATTRIBUTE_NAME})(?:{_SPACE}*={_SPACE}*({_VALUE}))?")
_SCRIPT_NAME = re.compile(rf"script(?:{_SPACE}|[/>]|\Z)", re.IGNORECASE)
_SHOWN = 30
"""Characters of a broken tag that tell it from others."""

_DOUBLE_QUOTED = re.compile(r'="[^"<>]*+"')
_NUMBER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}))")
_CONTROLS = bytes([*range(9), 11, *range(14, 32), 127])


class Token(NamedTuple):
    """A tag and the text after it.

    Args:
        tag: what stands between `<` and `>`; for a script, with what it holds and its end tag.
        text: up to the next tag, as it is written.
        last: the number of the last piece of the document that it takes.
    """

    tag: str
    text: str
    last: int


class WrittenTag(NamedTuple):
    """A tag that was read strictly.

    Args:
        name: in lower case, with a slash before it in an end tag; `!` for a comment or the doctype.
        attributes: as they are written, an empty text for one without a value.
        closes_itself: whether a slash ends it.
        content: what a script holds.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    closes_itself: bool = False
    content: str = ""


def control_character(text: str, data: bytes) -> int | None:
    """Where the first character stands that no text has, such as a null byte; None where there is none.

    One that is written as a number counts too. Source:
    https://html.spec.whatwg.org/multipage/syntax.html#character-references.

    Args:
        text: of the document.
        data: the same in UTF-8.
    """
    rest = data.translate(None, _CONTROLS)  # many times faster than looking at each
    if len(rest) != len(data):
        return next(offset for offset, character in enumerate(text) if character in _CONTROLS.decode())
    written = _NUMBER.finditer(text) if "&#" in text else ()
    return next((found.start() for found in written if not _is_character(found)), None)


def outline(text: str) -> str:
    """A document without the values in double quotation marks, in which no `<` and no `>` stands."""
    return _DOUBLE_QUOTED.sub('=""', text)


def tokens(pieces: Sequence[str]) -> Iterator[tuple[int, Token]]:
    """The tags of a document in turn, each with the number of the piece that it begins.

    Whether a tag is written strictly is asked of each by itself (read_tag). The last is one that ends.

    Args:
        pieces: of the document, which was cut at every `<`.
    """
    number = 1
    while number < len(pieces) and (token := whole_token(pieces, number)):
        yield number, token
        number = token.last + 1


def whole_token(pieces: Sequence[str], number: int) -> Token | None:
    """A tag with all that belongs to it, and the text after it; None for one that does not end.

    Args:
        pieces: of a document, which was cut at every `<`.
        number: of the piece that the tag begins.
    """
    piece = pieces[number]
    if not piece.startswith("!--") and not _SCRIPT_NAME.match(piece):
        tag, end, after = piece.partition(">")
        return Token(tag, after, number) if end else None
    for last in range(number, len(pieces)):
        length = _end(piece, pieces[last], is_first=last == number)
        if length is not None:
            whole, after = "<".join(pieces[number : last + 1]), pieces[last][length:]
            return Token(whole[: len(whole) - len(after) - 1], after, last)
    return None


def read_tag(tag: str) -> WrittenTag | None:
    """What a token's tag says; None where it is not written strictly."""
    is_script = _SCRIPT_NAME.match(tag) is not None
    start = _SCRIPT.fullmatch(tag) if is_script else _START.fullmatch(tag)
    if start is None:
        end = _END.fullmatch(tag)
        if end:
            return WrittenTag(f"/{end.group(1).lower()}")
        return WrittenTag("!") if _is_comment(tag) or _DOCTYPE.fullmatch(tag) else None
    attributes = tuple(
        (name, value[1:-1] if value[:1] in ("'", '"') and value else value)
        for name, value in _NAME_AND_VALUE.findall(start.group(2))
    )
    names = {name.lower() for name, _ in attributes}
    if len(names) != len(attributes):
        return None
    content = start.group(4) if is_script else ""
    return WrittenTag(start.group(1).lower(), attributes, bool(start.group(3)), content)


def unreadable_advice(tag: str) -> str:
    """What to write instead of something that looks like a tag and cannot be read."""
    shown = " ".join(tag.splitlines())
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return f"Write “<{shown}” as a tag is written, or &lt; where no tag is meant"


def _is_character(written: re.Match[str]) -> bool:
    """Whether a number stands for a character that a text may have."""
    number = int(written[1] or written[2], 16 if written[1] else 10)
    is_text = number in (9, 10, 12) or 0x20 <= number < 0x7F or 0xA0 <= number <= 0x10FFFF  # noqa: PLR2004
    return is_text and not 0xD800 <= number <= 0xDFFF and number & 0xFFFE != 0xFFFE  # noqa: PLR2004


def _is_comment(tag: str) -> bool:
    """Whether it is a comment that every reader ends at the same place.

    Source: https://html.spec.whatwg.org/multipage/syntax.html#comments.
    """
    words = tag[3:-2]
    return (
        len(tag) >= len("!----")
        and tag.startswith("!--")
        and tag.endswith("--")
        and not words.endswith("<!-")
        and not any(sign in words for sign in ("<!--", "--!>"))
    )


def is_doctype(tag: str) -> bool:
    """Whether a token's tag is the doctype of HTML."""
    return _DOCTYPE.fullmatch(tag) is not None


def _end(first: str, piece: str, *, is_first: bool) -> int | None:
    """How much of a piece a comment or a script still takes, with its `>`; None where it goes on.

    Args:
        first: the piece that it begins.
        piece: that piece or one after it.
        is_first: whether it is that piece.
    """
    if first.startswith("!--"):
        end = piece.find("-->")
        return None if end < 0 else end + len("-->")
    if not is_first and piece[:7].lower() == "/script" and ">" in piece:
        return piece.index(">") + 1
    return None
