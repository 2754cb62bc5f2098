"""Which keys of the bibliography a page can cite."""

import re

from citewell.bibliography.characters import excerpt
from citewell.bibliography.fault import Fault

KEY = r"\w[\w:./+-]*"
"""A citation key: a letter, digit or underscore, then also `: . / + -`."""

_CITABLE = re.compile(rf"{KEY}(?<![.:])")
_NOT_CITABLE = re.compile(r"[^\w:./+-]+")


def is_citable(key: str) -> bool:
    """Whether `[@key]` can be written: a letter, digit or underscore, then also `: . / + -`.

    A full stop or colon at the end would be read as the sentence's.
    """
    return _CITABLE.fullmatch(key) is not None


def fault_of_key(key: str, entry_type: str) -> Fault | None:
    """What to write where an entry cannot be cited, or None.

    Args:
        key: as typed; empty where there is none.
        entry_type: the word after `@`.
    """
    if not key:
        advice = f"Give the entry a key to cite it by: @{excerpt(entry_type)}{{goodwin2017, …"
        return Fault("keyless-entry", advice)
    if is_citable(key):
        return None
    advice = f"Write `{excerpt(_NOT_CITABLE.sub('-', key).strip('-.:/+')) or 'goodwin2017'}` as the key"
    return Fault(
        "uncitable-key",
        f"{advice} instead of `{excerpt(key)}`: a key holds letters, digits and : . _ / + - , beginning with "
        "a letter or digit, with no . or : last",
    )
