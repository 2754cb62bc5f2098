"""`pages.json` at the root of a built site: which pages it has, and in which revisions."""

import json
import re
from dataclasses import dataclass
from typing import TypeGuard

_REVISION = re.compile(r"[0-9a-f]{10}")
_HOW = "Build the site again, or name the file that the build wrote"


class SitePagesError(Exception):
    """A pages.json that cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class SitePage:
    """A page of the site as it is built now.

    Args:
        id: its address from the site's root: `sertraline-and-crying/does-it-pass/`; empty for the first page.
        revision: ten hexadecimal digits that change with its text.
        title: in words.
        changed: the day of its last change, 2026-11-23; empty where nobody wrote it down.
    """

    id: str
    revision: str
    title: str
    changed: str = ""


def read_site_pages(text: str) -> tuple[SitePage, ...]:
    """The pages of a pages.json, in its order.

    Raises:
        SitePagesError: it does not have the form `{"pages": [{"id", "revision", "title", "changed"}, …]}`.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "too deep"
        raise SitePagesError(f"it is no JSON ({where}). {_HOW}") from error
    entries = document.get("pages") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        raise SitePagesError(f"it holds no list “pages”. {_HOW}")
    pages = tuple(_page(number, entry) for number, entry in enumerate(entries, 1))
    if not pages:
        raise SitePagesError(f"its list “pages” is empty. {_HOW}")
    if len({page.id for page in pages}) < len(pages):
        raise SitePagesError(f"two of its pages have the same id. {_HOW}")
    return pages


def _page(number: int, entry: object) -> SitePage:
    values = entry if isinstance(entry, dict) else {}
    page, revision, title, changed = (values.get(name) for name in ("id", "revision", "title", "changed"))
    if not _is_text(page) or not _is_text(title):
        raise SitePagesError(f"page {number} has no text as “id” and “title”. {_HOW}")
    if not isinstance(revision, str) or not _REVISION.fullmatch(revision):
        raise SitePagesError(f"page {number} has no revision of ten hexadecimal digits. {_HOW}")
    if changed is not None and not _is_text(changed):
        raise SitePagesError(f"page {number} has no day as “changed”, as in 2026-11-23. {_HOW}")
    return SitePage(page, revision, title, changed or "")


def _is_text(value: object) -> TypeGuard[str]:
    """Whether this is a text without halves of characters: JSON can hold them, no file and no terminal."""
    return isinstance(value, str) and re.search(r"[\ud800-\udfff]", value) is None
