"""Changes to a text, all given by the offsets of the text as typed."""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """What takes the place of a piece of text. `start` and `end` count characters of the whole file."""

    start: int
    end: int
    text: str = ""


def edited(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    """A piece of a text with its changes.

    Args:
        text: the whole file.
        start: where the piece begins.
        end: where it ends.
        edits: of the file, in any order. Those that reach out of the piece are left out, and so is one that
            begins inside another.
    """
    parts = []
    at = start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if at <= edit.start and edit.end <= end:
            parts += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join([*parts, text[at:end]])
