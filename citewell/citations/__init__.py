"""Citations in the text: `[@key]` in Markdown becomes (1) and a list of references.

The name `citewell.citations` is the one that a Markdown configuration lists, so the extension is made here;
it is loaded when asked for, because the grammar beside it is read without Markdown.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citewell.citations.extension import CitationsExtension


def makeExtension(**options: Any) -> "CitationsExtension":  # noqa: N802 (the name that Python-Markdown calls)
    """The Markdown extension with these options; see CitationsExtension."""
    from citewell.citations.extension import CitationsExtension  # noqa: PLC0415 (Markdown only when asked for)

    return CitationsExtension(**options)
