"""Addresses and identifiers: typed letter for letter, but for the escapes that LaTeX asks for."""

import re

_HAS_LATEX = re.compile(r"[\\{}$]")
_ESCAPE = re.compile(r"\\(?P<sign>[_%&#$~{}^])(?:\{\})?|\\(?P<word>[a-z]+)\s*(?:\{\})?|[{}]")
_WORDS = {
    "textasciitilde": "~",
    "sim": "~",
    "textunderscore": "_",
    "textless": "<",
    "lt": "<",
    "textgreater": ">",
    "gt": ">",
    "slash": "/",
    "url": "",
    "path": "",
    "nolinkurl": "",
    "allowbreak": "",
}
_DOLLARS = re.compile(r"\$([<>~_])\$")


def verbatim(typed: str) -> str:
    r"""The text with the escapes of LaTeX undone: `\_` is `_`, and `\url{…}` is what it holds.

    Dashes, tildes and per cent signs stay as they are, and so does a command that has no place here.
    """
    text = typed.strip()
    if not _HAS_LATEX.search(text):
        return text
    return _DOLLARS.sub(r"\1", _ESCAPE.sub(_unescaped, text)).strip()


def _unescaped(match: re.Match[str]) -> str:
    if match["word"]:
        return _WORDS.get(match["word"], match.group())
    return match["sign"] or ""
