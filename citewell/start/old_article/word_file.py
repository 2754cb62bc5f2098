"""An article that is a Word document."""

import io
import re
import zipfile
from typing import Any

import mammoth

from citewell.start.old_article.old_text import Leftover, OldText, UnreadableArticleError
from citewell.start.old_article.web_page import read_web_page

_LARGEST = 200_000_000
"""Of the document unpacked, in bytes."""
_NO_WORD_FILE = "it is no Word document (.docx) that can be read"
_STYLES = """
p.Title => h1.title:fresh
p[style-name='Title'] => h1.title:fresh
p[style-name='title'] => h1.title:fresh
comment-reference => sup.comment
"""
_BOLD_LINE = re.compile(r"<p><strong>(?P<words>[^<>]{1,80}?[^<>.,;:])</strong></p>(?=<)")
_HEADING = re.compile(r"<(/?)h([1-5])>")
_LEFT_OUT = re.compile(r"unrecognised element was ignored: (?P<name>.+)")
_mammoth: Any = mammoth  # it has no types


def read_word_file(content: bytes) -> OldText:
    """Read a .docx file.

    A short bold line alone is a heading where the document has no headings.

    Raises:
        UnreadableArticleError: it is no such file, or unpacks to more than 200 MB.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableArticleError(f"{_NO_WORD_FILE}: {error}") from None
    if unpacked > _LARGEST:
        raise UnreadableArticleError("it unpacks to more than 200 MB: take its images out")
    try:
        converted = _mammoth.convert_to_html(
            io.BytesIO(content),
            style_map=_STYLES,
            convert_image=_mammoth.images.img_element(lambda _image: {"src": ""}),
        )
    except Exception as error:  # noqa: BLE001 - the library raises whatever a broken file makes it raise
        raise UnreadableArticleError(f"{_NO_WORD_FILE}: {error}") from None
    html: str = converted.value
    if '<h1 class="title">' in html:  # Word's first level stands below its title
        html = _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}>", html)
        html = re.sub(r'(<h1 class="title">.*?</h)2>', r"\g<1>1>", html)
    if not re.search(r"<h[2-6]\b", html):
        html = _BOLD_LINE.sub(r"<h2>\g<words></h2>", html)
    read = read_web_page(f"<body>{html}</body>")
    ignored = dict.fromkeys(
        found["name"] for message in converted.messages if (found := _LEFT_OUT.search(message.message))
    )
    named = tuple(Leftover("Something that is no text", "in the Word document", name) for name in ignored)
    return OldText(read.markdown, read.title, (*read.leftovers, *named))
