"""Entries and fields as typed, with their places in the file."""

from dataclasses import dataclass, field
from typing import NamedTuple


class RawField(NamedTuple):
    """A field as typed.

    Args:
        name: in lower case.
        value: its text without delimiters, its macros replaced, its blanks as typed.
        name_at: where the name begins, in characters from the file's beginning.
        value_at: where the value's text begins.
        is_in_one_piece: the value stands in the file as it is here, so that its characters have places.
        is_broken: its syntax is at fault and reported; its text needs no further check.
    """

    name: str
    value: str
    name_at: int
    value_at: int
    is_in_one_piece: bool = True
    is_broken: bool = False


@dataclass
class RawEntry:
    """An entry as typed.

    Args:
        entry_type: the word after `@`, in lower case.
        key: as typed; empty where there is none.
        at: where its `@` stands, in characters from the file's beginning.
        key_at: where its key begins.
        fields: in the order of the file.
        is_complete: false where its end could not be found, so that fields may be missing.
    """

    entry_type: str
    key: str
    at: int
    key_at: int
    fields: list[RawField] = field(default_factory=list)
    is_complete: bool = True
