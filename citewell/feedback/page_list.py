"""`pages.json` at the root of a site: the pages that a vote can be about, each in its revision."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass

FILE = "pages.json"


@dataclass(frozen=True)
class ListedPage:
    """A page with the widget.

    Args:
        id: its address from the site's root.
        revision: of its text.
        title: as plain text.
        changed: the day of its last change; None where nobody wrote it down.
    """

    id: str
    revision: str
    title: str
    changed: dt.date | None


def page_list(pages: Iterable[ListedPage]) -> str:
    """The file: `{"pages": [{"id", "revision", "title", "changed"}, …]}`, dates as ISO 8601 has them.

    It is sorted by id: the same pages give the same bytes.
    """
    listed = [
        {
            "id": page.id,
            "revision": page.revision,
            "title": page.title,
            "changed": page.changed.isoformat() if page.changed else None,
        }
        for page in sorted(pages, key=lambda page: page.id)
    ]
    return json.dumps({"pages": listed}, ensure_ascii=False, indent=1) + "\n"
