"""Where an editor mends a fault: the line of the source where it was typed, or the line of the built file."""

from collections import Counter
from collections.abc import Sequence

from citewell.places import Places
from citewell.problem import Problem
from citewell.seal.fault import Fault
from citewell.source import Source

_LEAST = 3
"""Characters by which a place can be told: a shorter text stands everywhere."""


class PlacesOfFaults:
    """Finds the places of one file's faults.

    Args:
        shown: the path of the built file, as problems name it.
        text: of the built file.
        sources: that it is made of; empty where it is not known what that is.
    """

    def __init__(self, shown: str, text: str, sources: Sequence[Source] = ()) -> None:
        self._shown = shown
        self._built = Places(text)
        self._sources = sources
        self._seen: Counter[str] = Counter()

    def problem(self, fault: Fault) -> Problem:
        """The fault where it was typed; where that is not found, at its place in the built file."""
        line, column = self._built.of(fault.offset)
        for typed in fault.typed:
            if len(typed) < _LEAST:
                continue
            for source in self._sources:
                if (offset := self._typed(source, typed)) >= 0:
                    message = f"{fault.advice} (built as {self._shown}:{line}:{column})"
                    return Problem(source.path, *source.place(offset), fault.rule, message)
        return Problem(self._shown, line, column, fault.rule, fault.advice)

    def _typed(self, source: Source, typed: str) -> int:
        """Where a text was typed: the second fault with the same text is where it stands the second time."""
        offset = last = source.text.find(typed)
        for _ in range(self._seen[typed]):
            if offset < 0:
                break
            last, offset = offset, source.text.find(typed, offset + len(typed))
        if last >= 0:
            self._seen[typed] += 1
        return offset if offset >= 0 else last
