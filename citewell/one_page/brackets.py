"""Square brackets that belong together."""

import re
from collections.abc import Iterator

_MARK = re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.DOTALL)


def pairs(prose: str) -> Iterator[tuple[int, int]]:
    """Where brackets open and close, inner ones first. No pair reaches over an empty line."""
    opened: list[int] = []
    for found in _MARK.finditer(prose):
        if found.group() == "[":
            opened.append(found.start())
        elif found.group() == "]" and opened:
            yield opened.pop(), found.start()
        elif found.group().startswith("\n"):
            opened.clear()
