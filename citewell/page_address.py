"""Where a page stands: its address from the site's root, read off its path."""

from posixpath import splitext

_INDEXES = ("index", "README")


def address_of(path: str) -> str:
    """The address of a page, as engines give it.

    Args:
        path: of the page below the folder of all pages, such as a/index.md.

    Returns:
        the address without a slash at its beginning, such as a/; empty for the site's first page.
    """
    folder, _, file = path.rpartition("/")
    name = splitext(file)[0]
    steps = [step for step in (folder, "" if name in _INDEXES else name) if step]
    return "".join(f"{step}/" for step in steps)


def file_at(address: str) -> str:
    """The file of a built site that answers for an address."""
    return f"{address}index.html" if not address or address.endswith("/") else address
