"""Slashes that the engine left on a rendered page: a block that no reader should see as it was typed."""

import re

_CODE = re.compile(r"<(code|pre|script|style)\b.*?</\1>", re.DOTALL)
_SLASHES = re.compile(r"(?:\A|>|\n)[ \t]*(/{3,}[^\n<]*)")


def leftover_block(html: str) -> str:
    """The first line of slashes outside code, empty where there is none."""
    if "///" not in html:
        return ""
    found = _SLASHES.search(_CODE.sub("", html))
    return found.group(1).strip() if found else ""
