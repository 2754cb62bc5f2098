"""The answers to “Was this helpful?”, by the names that a vote carries.

A vote holds one of them: `yes`, or the reason of a No.
"""

from collections.abc import Mapping
from types import MappingProxyType

YES = "yes"
REASONS: Mapping[str, str] = MappingProxyType(
    {
        "hard-to-understand": "It is hard to understand",
        "not-what-i-looked-for": "It is not what I was looking for",
        "seems-wrong": "Something seems wrong",
        "something-else": "Something else",
    }
)
"""The reasons of a No -> their words, in the order in which they are offered."""
