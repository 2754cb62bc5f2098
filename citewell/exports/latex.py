r"""Plain Unicode as the text of a BibTeX field: what LaTeX would take for a command is spelt out."""

import re
from urllib.parse import quote

_SPELT_OUT = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"{\textbackslash}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "`": r"\`{}",
}
_OF_BALANCED_TEXT = str.maketrans(_SPELT_OUT)
_OF_ANY_TEXT = str.maketrans({**_SPELT_OUT, "{": r"{\textbraceleft}", "}": r"{\textbraceright}"})
_NEEDS_SPELLING = re.compile(r"[&%$#_{}\\~^<>`]|--|''|,,")
_DEEPEST = 10
_BRACES = re.compile(r"[{}]")
# LaTeX joins these to a dash or a quotation mark.
_LIGATURE = re.compile(r"(?<=-)-|(?<=')'|(?<=,),")
_WORD = re.compile(r"[^\W_]+(?:[-'./\u2019\u2010\u2011\u2013][^\W_]+)*")
_NOT_IN_VERBATIM = re.compile(r"[\s{}\\]")


def escaped(text: str) -> str:
    r"""The text so that LaTeX prints it as it is.

    BibTeX counts the braces of a field without regard to backslashes: a `\{` without its `\}` would leave the
    field open, so that it is spelt out by its name.
    """
    if not _NEEDS_SPELLING.search(text):
        return text
    spelt = text.translate(_OF_BALANCED_TEXT if _is_balanced(text) else _OF_ANY_TEXT)
    return _LIGATURE.sub(r"{}\g<0>", spelt)


def with_capitals(text: str) -> str:
    """An escaped title, with braces around each word whose capitals a style would make small.

    BibTeX's `change.case$` leaves the first letter of a title as it is, and so does biblatex: a capital there
    needs no braces.
    """
    return _WORD.sub(_kept, text)


def verbatim(text: str) -> str:
    """An address or identifier: letter for letter, but for what would break the field, in %-escapes."""
    return _NOT_IN_VERBATIM.sub(lambda found: quote(found[0]), text)


def _is_balanced(text: str) -> bool:
    depth = 0
    for brace in _BRACES.findall(text):
        depth += 1 if brace == "{" else -1
        if not 0 <= depth <= _DEEPEST:
            return False
    return depth == 0


def _kept(found: re.Match[str]) -> str:
    word = found[0]
    at_risk = word if found.start() else word[1:]
    return word if at_risk == at_risk.lower() else f"{{{word}}}"
