"""What a gate finds on a built page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """A fault of one page or file.

    Args:
        rule: the name of the gate.
        advice: imperative: what to write instead.
        offset: where it stands in the built file, in characters.
        typed: what an editor may have typed to get this, the most telling first.
    """

    rule: str
    advice: str
    offset: int = 0
    typed: tuple[str, ...] = ()
