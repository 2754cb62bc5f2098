"""Where a page stands: its address from the site's root, read off its path."""

from pathlib import PurePosixPath

_INDEXES = ("index", "README")


def address_of(path: str) -> str:
    """The address of a page, as engines give it.

    Args:
        path: of the page below the folder of all pages, such as a/index.md.

    Returns:
        the address without a slash at its beginning, such as a/; empty for the site's first page.
    """
    place = PurePosixPath(path).with_suffix("")
    if place.name in _INDEXES:
        place = place.parent
    return "" if place == PurePosixPath() else f"{place}/"


def file_at(address: str) -> str:
    """The file of a built site that answers for an address."""
    return f"{address}index.html" if not address or address.endswith("/") else address
