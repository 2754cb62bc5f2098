"""A picture that lies beside the pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        ".avif": "AVIF",
        ".gif": "GIF",
        ".jpeg": "JPEG",
        ".jpg": "JPEG",
        ".png": "PNG",
        ".svg": "SVG",
        ".webp": "WEBP",
    }
)
"""By the ending of a file's name, what kind of picture it is to be."""


@dataclass(frozen=True)
class Picture:
    """A picture.

    Args:
        width: in pixels; 0 where the file could not be read.
        height: in pixels; 0 where the file could not be read.
        size: of the file, in bytes.
        kind: one of KINDS.
    """

    width: int
    height: int
    size: int
    kind: str


Pictures = Mapping[str, Picture]
"""By the path below the folder of all pages."""
