"""Where the characters of a text stand, in lines and columns."""

import re
from bisect import bisect_right


class Places:
    """The places of a text's characters.

    Args:
        text: with line feeds for line ends.
    """

    def __init__(self, text: str) -> None:
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
