"""Values as bytes that are equal where the values are, in every run of every process."""

import dataclasses
import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import PurePath

_BYTES = 20


def fingerprint(*values: object) -> str:
    """What tells these values from all others.

    Raises:
        TypeError: a value has no canonical form, so that nobody can say whether it is still the same.
    """
    return digest(canonical(values))


def digest(data: bytes) -> str:
    """What tells these bytes from all others."""
    return hashlib.blake2b(data, digest_size=_BYTES).hexdigest()


def canonical(value: object) -> bytes:
    """A value's canonical form.

    Raises:
        TypeError: it has none.
    """
    text = json.dumps(value, default=_in_parts, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _in_parts(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return [type(value).__qualname__, fields]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, AbstractSet):
        return sorted(map(str, value))  # whose order is another one in every process
    if isinstance(value, re.Pattern):
        return [value.pattern, value.flags]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, PurePath):
        return str(value)
    raise TypeError(f"{type(value).__qualname__} has no canonical form")
