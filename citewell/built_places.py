"""Where a build puts what is no page of its own sources: no other page can stand there."""

import re
from collections.abc import Container
from pathlib import PurePosixPath

_AT_THE_ROOT = frozenset(
    {"404.html", "_headers", "_redirects", "assets", "cname", ".nojekyll", "search", "thank-you"}
)
"""Files and folders of the build, and those by which hosts are told how to serve a site, in small letters."""

_OF_FILES = re.compile(
    r"\.(?:avif|bib|css|csv|docx?|gif|gz|html|ico|jpe?g|js|json|map|md|pdf|png|ris|svg|txt|webp|woff2|xml)\Z"
)
"""How the names of files end that a build writes or copies: one that ends so cannot be a folder, too."""

_LEDGER = "claims/"


def is_of_the_build(address: str, there: Container[str]) -> bool:
    """Whether a page at an address would stand in the way of what the build writes.

    Disks that do not tell small letters from capitals are thought of: so nor does this.

    Args:
        address: from the site's root, ended by a slash or .html.
        there: the addresses of the site's pages.
    """
    small = address.casefold()
    place = PurePosixPath(small)
    folders = place.parts if address.endswith("/") else place.parts[:-1]
    return (
        bool(_AT_THE_ROOT & set(place.parts[:1]))
        or any(_OF_FILES.search(folder) for folder in folders)
        or (small.startswith(_LEDGER) and _LEDGER in there)
    )
