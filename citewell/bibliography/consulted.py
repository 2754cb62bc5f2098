"""A bibliography that remembers what it was asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from citewell.bibliography.reference import Library, Reference

WHOLE = "*"
"""Stands for all references among the keys: no key can be written so."""


@dataclass(frozen=True)
class ConsultedLibrary(Library):
    """The references, and the keys that were looked up since `asked` was last cleared."""

    asked: set[str] = field(default_factory=set, compare=False)

    def __iter__(self) -> Iterator[Reference]:
        self.asked.add(WHOLE)
        return super().__iter__()

    def get(self, key: str) -> Reference | None:
        """The reference with this key, or None."""
        self.asked.add(key)
        return super().get(key)

    def nearest(self, key: str) -> str | None:
        """The existing key most like a mistyped one, or None where none is near."""
        self.asked.add(WHOLE)
        return super().nearest(key)
