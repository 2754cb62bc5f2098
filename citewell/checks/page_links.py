"""A link to another page names a page that is there.

Whoever renames a page mends the links to it, too. The build stops for a link to a page that is gone, or sends
a reader from page to page; the check says so before (health-publishing rule L12).

Fails:
    See [what research found](what-research-fond.md).

Passes:
    See [what research found](what-research-found.md).
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from citewell.facts import nearest
from citewell.made_pages import CLAIM_LEDGER, SEARCH, THANK_YOU
from citewell.moved_pages import moves
from citewell.page_address import address_of
from citewell.problem import Problem
from citewell.site import PAGES, Site
from citewell.site_addresses import below_pages, site_addresses

ID = "page-links"
_LINK = re.compile(r"\]\(\s*<?(?P<path>[^\s()<>#?:]+\.md)(?=[\s)>#?])")
_NEAR = 0.75


def check(site: Site) -> Iterator[Problem]:
    """The links to pages that are not there."""
    there = site_addresses(site)
    paths = {*there.values(), SEARCH, THANK_YOU}
    now: dict[str, str] | None = None
    for page in site.pages:
        source = page.source
        folder, lost = posixpath.dirname(below_pages(source.path)), False
        for link in _LINK.finditer(source.text, source.body_offset):
            path = posixpath.normpath(posixpath.join(folder, unquote(link["path"])))
            if path in paths or path.startswith(CLAIM_LEDGER.replace(".md", "/")):
                continue
            lost = True
            if source.links_and_prose.startswith(link.group(), link.start()):  # and it is no code
                now = {move.old: there[move.new] for move in moves(site)} if now is None else now
                yield Problem(
                    source.path, *source.place(link.start("path")), ID, _advice(path, folder, paths, now)
                )
        if lost:
            source.forget()


def _advice(path: str, folder: str, paths: set[str], now: Mapping[str, str]) -> str:
    if new := now.get(address_of(path)):
        return f"Link to {posixpath.relpath(new, folder or '.')}, where the page is now"
    near = nearest(path, paths, _NEAR)
    shown = posixpath.normpath(f"{PAGES}/{path}")
    return f"Correct this link, or take it out: there is no page {shown}. {near}".strip()
