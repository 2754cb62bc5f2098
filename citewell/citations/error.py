"""What the extension raises where nobody asked for its problems."""

from collections.abc import Sequence

from citewell.output import as_text
from citewell.problem import Problem


class CitationError(ValueError):
    """Citations, or a bibliography, that cannot be rendered.

    Attributes:
        problems: the faults, each with its place and what to write instead.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(as_text(problems))
        self.problems = tuple(problems)
