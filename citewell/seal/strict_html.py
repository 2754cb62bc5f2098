"""HTML that can be read in one way only, cut into tags and the text after each.

A browser reads everything, and each of its rules for reading what is broken is a place to hide an element in.
So a page is written strictly or it is refused, where it cannot be read any further. Strict means: outside
comments and scripts `<` begins a tag and `>` ends it, and neither stands inside one, not even in an
attribute's value; attributes are apart and each is there once; a comment ends with its first `-->`; a script
holds no `<!--` and no `<script`. What HTML lets a writer leave out may be left out: quotation marks around
simple values, and the end tags that content_model.py names.
"""

import re
from collections.abc import Iterator
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

_NUMBER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}))")
_CONTROLS = bytes([*range(9), 11, *range(14, 32), 127])


class Tokens(NamedTuple):
    """A document, cut at its tags.

    Args:
        before: what stands before all tags.
        tags: what stands between `<` and `>` of each; for a script, with what it holds and its end tag.
        texts: what stands after each, up to the next.
        cut: where a tag, a comment or a script begins that does not end, in characters; None where all end.
    """

    before: str
    tags: list[str]
    texts: list[str]
    cut: int | None = None

    def offset(self, index: int) -> int:
        """Where a tag begins in the document, in characters."""
        lengths = (len(tag) + len(text) + 2 for tag, text in zip(self.tags[:index], self.texts, strict=False))
        return len(self.before) + sum(lengths)


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
    written = (found for found in _NUMBER.finditer(text)) if "&#" in text else ()
    return next((found.start() for found in written if not _is_character(found)), None)


def tokens(text: str) -> Tokens:
    """Cut a document at its tags. Whether a tag is written strictly is asked of each by itself (read_tag)."""
    before, *pieces = text.split("<")
    found = Tokens(before, [], [])
    rest = iter(pieces)
    for piece in rest:
        token = whole_token(piece, rest)
        if token is None:
            return found._replace(cut=found.offset(len(found.tags)))
        found.tags.append(token[0])
        found.texts.append(token[1])
    return found


def whole_token(piece: str, rest: Iterator[str]) -> tuple[str, str] | None:
    """A tag with all that belongs to it, and the text after it; None for one that does not end.

    Args:
        piece: of the document, from a `<` to the next.
        rest: the pieces after it, of which a comment and a script take those that they need.
    """
    if not piece.startswith("!--") and not _SCRIPT_NAME.match(piece):
        tag, end, after = piece.partition(">")
        return (tag, after) if end else None
    pending = [piece]
    while (length := _end(pending)) is None:
        more = next(rest, None)
        if more is None:
            return None
        pending.append(more)
    whole, after = "<".join(pending), pending[-1][length:]
    return whole[: len(whole) - len(after) - 1], after


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
        and not words.startswith((">", "->"))
        and not words.endswith("<!-")
        and not any(sign in words for sign in ("<!--", "-->", "--!>"))
    )


def is_doctype(tag: str) -> bool:
    """Whether a token's tag is the doctype of HTML."""
    return _DOCTYPE.fullmatch(tag) is not None


def _end(pending: list[str]) -> int | None:
    """How much of the last piece a comment or a script still takes, with its `>`; None where it goes on."""
    last = pending[-1]
    if pending[0].startswith("!--"):
        end = last.find("-->")
        return None if end < 0 else end + len("-->")
    if len(pending) > 1 and last[:7].lower() == "/script" and ">" in last:
        return last.index(">") + 1
    return None
