"""What a printed reference is made of."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a printed reference, in plain Unicode: whoever puts it into HTML escapes it.

    Args:
        text: the words, with their punctuation and spaces.
        href: an https or http address that the words link to; empty where they link to nothing.
    """

    text: str
    href: str = ""


def plain_text(parts: Iterable[Part]) -> str:
    """The reference as one line of text."""
    return "".join(part.text for part in parts)
