"""What the doctor found."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a thing stands, in the order in which it is told."""

    MISSING = "Not set"
    UNSEEN = "Could not be seen"
    NOTE = "Good to know"
    SET = "Set"


@dataclass(frozen=True)
class Finding:
    """One thing.

    Args:
        state: how it stands.
        subject: what it is, in a few words.
        advice: where to set it, or what is known of it; a sentence or two. Empty for what is set.
    """

    state: State
    subject: str
    advice: str = ""


def is_set(subject: str, *, when: bool, advice: str) -> Finding:
    """What is set under a condition, and missing otherwise."""
    return Finding(State.SET, subject) if when else Finding(State.MISSING, subject, advice)
