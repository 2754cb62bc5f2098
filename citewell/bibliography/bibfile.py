"""A BibTeX file as text, and the place of each of its characters."""

from dataclasses import dataclass
from functools import cached_property

from citewell.bibliography.fault import Fault
from citewell.places import Places
from citewell.problem import Problem


@dataclass(frozen=True)
class BibFile:
    """One BibTeX file.

    Args:
        path: as shown in problems, relative to the project's root, with forward slashes.
        text: decoded; a byte order mark is taken off and every line end becomes a line feed.
    """

    path: str
    text: str

    def __post_init__(self) -> None:
        text = self.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        object.__setattr__(self, "text", text)

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        return self._places.of(offset)

    def problem(self, fault: Fault, start: int = 0) -> Problem:
        """A fault with its place, where its offset is counted from `start`."""
        line, column = self.place(start + fault.offset)
        return Problem(self.path, line, column, fault.rule, fault.message, fault.level)
