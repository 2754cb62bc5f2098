"""A picture has words that say what it shows, or is marked as a decoration that tells nothing.

Who does not see it hears these words instead, and so does everybody whose picture does not load. What a
chart tells is in them: its figures, and not that it is a chart (WCAG 2.2, criterion 1.1.1, techniques H37
and H67; health-publishing rule A1). Only who chose the picture knows whether it tells anything, so a picture
without words is marked. One that is all that a link holds names the link, and cannot be a decoration.

Fails:
    ![](survey.svg)
    ![survey.svg](survey.svg)
    <img src="survey.svg" alt="" width="520" height="300">

Passes:
    ![Bar chart: 46 in 100 people felt dulled](survey.svg)
    ![](wave.svg){ .decoration }
    <img src="wave.svg" alt="" class="decoration" width="520" height="300">
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from citewell.article import Page
from citewell.page_text.readers import level_of_form
from citewell.problem import Problem
from citewell.typed_pictures import TypedPicture, typed_pictures

ID = "picture-words"
_WORD = re.compile(r"[^\W_]")
_NO_WORDS = frozenset({"alt", "figure", "graphic", "illustration", "image", "img", "photo", "picture"})
"""What a picture is, and not what it shows."""


def check(page: Page) -> Iterator[Problem]:
    """The pictures of a page that tell nothing to those who do not see them."""
    source = page.source
    for picture in typed_pictures(source):
        if advice := _advice(picture):
            yield Problem(source.path, *source.place(picture.offset), ID, advice, level_of_form(page))


def _advice(picture: TypedPicture) -> str:
    where = "in “alt”" if picture.is_tag else "between the brackets of ![]"
    words = (picture.words or "").strip()
    if _WORD.search(words):
        return (
            f"Say {where} what this picture shows, and not “{words[:60]}”" if _is_name(words, picture) else ""
        )
    if picture.is_whole_link:
        return f"Say {where} where this link leads: it has no other words"
    if picture.is_decoration and picture.words is not None:
        return ""
    mark = 'alt="" class="decoration"' if picture.is_tag else "{ .decoration } after it"
    return f"Say {where} what this picture shows; where it tells nothing, mark it as a decoration: {mark}"


def _is_name(words: str, picture: TypedPicture) -> bool:
    """Whether words are the file's name, or say only that there is a picture."""
    file = (
        PurePosixPath(unquote(urlsplit(picture.address).path))
        if "[" not in picture.address
        else PurePosixPath()
    )
    plain = words.casefold().strip(" .:")
    return plain in _NO_WORDS or (
        bool(file.suffix) and words.casefold() in (file.name.casefold(), file.stem.casefold())
    )
