"""Reads an article of any known format."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from citewell.start.old_article.markdown_file import read_markdown
from citewell.start.old_article.old_text import OldText, UnreadableArticleError
from citewell.start.old_article.plain_text import read_plain_text
from citewell.start.old_article.web_page import read_web_page
from citewell.start.old_article.word_file import read_word_file

_LARGEST = 50_000_000
"""Of a file, in bytes. A text of a million words has six million."""
_TEXTS: Mapping[str, Callable[[str, str], OldText]] = MappingProxyType(
    {
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".txt": lambda _name, text: read_plain_text(text),
        ".html": lambda _name, text: read_web_page(text),
        ".htm": lambda _name, text: read_web_page(text),
        ".xhtml": lambda _name, text: read_web_page(text),
    }
)
_WORD = ".docx"
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?(?P<name>[A-Za-z0-9_.:-]+)", re.IGNORECASE)


def read_old_article(path: Path) -> OldText:
    """Read an article from a file.

    Raises:
        UnreadableArticleError: it is not there, too large, of another format or broken.
    """
    suffix = path.suffix.lower()
    if suffix not in _TEXTS and suffix != _WORD:
        instead = (
            "save it as .docx" if suffix in (".doc", ".odt", ".rtf", ".pages") else "save it as one of these"
        )
        raise UnreadableArticleError(f"only .md, .txt, .html and .docx can be brought in: {instead}")
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableArticleError("it is larger than 50 MB: take its images out")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableArticleError(f"it cannot be read: {error.strerror}") from None
    if suffix == _WORD:
        return read_word_file(content)
    return _TEXTS[suffix](
        path.name, _decoded(content, is_page=_TEXTS[suffix] is not read_markdown and "htm" in suffix)
    )


def _decoded(content: bytes, *, is_page: bool) -> str:
    """The text: UTF-8, UTF-16 with its mark, what a web page says of itself, or Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        stated = _stated_encoding(content) if is_page else ""
        encodings = [*([stated] if stated else []), "utf-8-sig", "windows-1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableArticleError("its letters cannot be read: save it as UTF-8")


def _stated_encoding(content: bytes) -> str:
    found = _CHARSET.search(content[:4096])
    return found["name"].decode("ascii") if found else ""
