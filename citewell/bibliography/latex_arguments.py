"""What LaTeX commands do to the text of their argument."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from citewell.bibliography import latex_symbols
from citewell.bibliography.unicode_text import DOTTED

Change = Callable[[str], str]
"""The text of an argument → the text that is printed."""

_ORDINAL = re.compile(r"st|nd|rd|th|[aoe]|er|re|TM")


def accent_over(combining: str) -> Change:
    """Put an accent, given as its combining character, over the first letter."""

    def over(text: str) -> str:
        text = text.lstrip()
        if not text:
            return latex_symbols.ACCENTS_ALONE.get(combining, "")
        base = DOTTED.get(text[0], text[0])
        if base == "i" and combining == latex_symbols.SIGN_ACCENTS["."]:
            return base + text[1:]
        end = 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        return base + text[1:end] + combining + text[end:]

    return over


def subscript(text: str) -> str:
    """Lower digits and signs; a text that holds anything else stays on the line."""
    lowered = text.strip().translate(latex_symbols.SUBSCRIPTS)
    return lowered if _has_changed_wholly(text.strip(), lowered) else text


def superscript(text: str) -> str:
    """Raise digits, signs and n; a text that holds anything else stays on the line."""
    raised = text.strip().translate(latex_symbols.SUPERSCRIPTS)
    if text.strip() in ("∘", "°"):
        return "°"
    return raised if _has_changed_wholly(text.strip(), raised) else text


def superscript_in_maths(text: str) -> str:
    """As above; a power that Unicode cannot raise keeps its sign, so that 10^x is never read as 10x."""
    raised = superscript(text)
    if raised != text or not text or _ORDINAL.fullmatch(text.strip()):
        return raised
    return f"^{text}" if len(text) == 1 else f"^({text})"


def _has_changed_wholly(before: str, after: str) -> bool:
    return all(old != new for old, new in zip(before, after, strict=True))


def _nothing(_text: str) -> str:
    return ""


CHANGES: Mapping[str, Change] = {
    "textsubscript": subscript,
    "textsuperscript": superscript,
    "sb": subscript,
    "sp": superscript,
    "enquote": lambda text: f"“{text}”",
    "href": _nothing,  # its second argument is the text
    "frac": lambda text: f"{text}/",
    "label": _nothing,
}
"""Command of letters → what it does."""
