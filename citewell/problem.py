"""A fault of the content: where it is and what to write instead."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One fault, ordered by its place.

    Args:
        path: the file, relative to the project's root, with forward slashes.
        line: counted from 1.
        column: counted from 1, in characters.
        rule: the name of the rule that found it, in lower case with hyphens.
        message: imperative, one sentence or two: what to write instead.
        level: an error stops the build, a warning does not.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    level: Level = "error"
