"""An old address under `redirect_from` is an address, and leads to one page that is not at it itself.

A page of its own will stand there and send readers on. Where a page stands already, or two pages ask for the
same old address, nobody could say what a reader would find.

Fails:
    redirect_from: ["https://example.org/old/"]

Passes:
    redirect_from: [old-name/]
"""

from collections.abc import Iterator, Mapping, Sequence

from citewell.moved_pages import NAME, Typed
from citewell.problem import Problem

ID = "redirects"


def check(typed: Sequence[Typed], there: Mapping[str, str]) -> Iterator[Problem]:
    """The old addresses that cannot lead anywhere.

    Args:
        typed: as pages and folders say them.
        there: the path of the page at each address that the site has.
    """
    taken: dict[str, Typed] = {}
    for one in typed:
        if advice := _advice(one, there, taken):
            yield Problem(one.file, *one.place, ID, advice)


def _advice(one: Typed, there: Mapping[str, str], taken: dict[str, Typed]) -> str:
    if not one.old:
        return (
            f"Write an address from the site's root under “{NAME}”, such as old-name/, not “{one.text[:60]}”"
        )
    if one.of_folder and not one.old.endswith("/"):
        return f"Name the folder's old address here, such as old-name/; “{one.old}” belongs on its own page"
    if one.old == one.owner:
        return f"Take “{one.text}” out: the page stands there now"
    if one.old in there:
        return f"Take “{one.text}” out, or move the page that stands there: docs/{there[one.old]}"
    other = taken.setdefault(one.old, one)
    if other is not one and other.owner != one.owner:
        return f"Take “{one.text}” out here or in {other.file}: one address leads to one page"
    return ""
