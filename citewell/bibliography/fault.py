"""What a reader of a text finds wrong, before anyone knows in which file the text stands."""

from dataclasses import dataclass

from citewell.problem import Level


@dataclass(frozen=True)
class Fault:
    """A Problem without a file.

    Args:
        rule: the name of the rule that found it, in lower case with hyphens.
        message: what to write instead.
        offset: where it is, in characters from the beginning of the text that was read.
        level: an error stops the build, a warning does not.
    """

    rule: str
    message: str
    offset: int = 0
    level: Level = "error"


@dataclass(frozen=True)
class Malformed:
    """The value of a field cannot be what the field says it is.

    Args:
        advice: what to write instead.
    """

    advice: str
