"""A page that has moved sends its reader to where it is now, and nothing on the site links to the old place.

A refresh takes a reader away without asking. It stands only on a page that a source names under
`redirect_from`, leads to that source's page, and leaves a link for those whose browser stays.

Fails:
    <meta http-equiv="refresh" content="0; url=../new/">    # and no link to ../new/

Passes:
    <meta http-equiv="refresh" content="0; url=../new/"> … <a href="../new/">New</a>
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from citewell.moved_pages import NAME, Move
from citewell.page_address import file_at
from citewell.problem import Problem
from citewell.seal.built_page import BuiltPage
from citewell.seal.fault import Fault
from citewell.seal.site_files import SiteFiles

ID = "moved-page"


def check(page: BuiltPage, files: SiteFiles, moved: Mapping[str, str] | None) -> Iterator[Fault]:
    """The faults of a page that sends its reader on, and the links to such pages.

    Args:
        page: to be judged.
        files: of the site.
        moved: by the file of a page that has moved, the file where it is now; None where that is not known.
    """
    refresh = next((number for number, element in page.elements("meta") if element.is_refresh), None)
    if refresh is not None:
        yield from _of_refresh(page, refresh, files, moved)
    elif moved and page.path in moved:
        advice = f"Let this page send its reader to {moved[page.path]}: a source says so under “{NAME}”"
        yield Fault(ID, advice)
    for number, attribute, address in page.reading.inside if moved else ():
        if address.path and (target := files.target(page.path, address)) in (moved or {}):
            advice = f"Link to {(moved or {})[target]}, where the page is now, and not to {target}"
            yield Fault(ID, advice, page.offset(number), page.element(number).typed(attribute))


def missing(moves: Sequence[Move], paths: Collection[str], shown: str) -> Iterator[Problem]:
    """The old addresses for which no page was built.

    Args:
        moves: that the sources name.
        paths: of all built files.
        shown: the built site's folder as problems name it.
    """
    for move in moves:
        if file_at(move.new) in paths and file_at(move.old) not in paths:
            advice = f"Build a page that leads from {move.old} to {move.new}: it is not in {shown}/"
            yield Problem(move.typed.file, *move.typed.place, ID, advice)


def _of_refresh(
    page: BuiltPage, refresh: int, files: SiteFiles, moved: Mapping[str, str] | None
) -> Iterator[Fault]:
    leads = [
        (number, attribute, files.target(page.path, address))
        for number, attribute, address in page.reading.inside
    ]
    target = next((file for number, _, file in leads if number == refresh), "")
    here = (page.offset(refresh), ("http-equiv",))
    if not target.endswith(".html") or target == page.path:
        yield Fault(ID, "Take out this refresh: it leads to no other page of the site", *here)
        return
    if moved is not None and moved.get(page.path) != target:
        yield Fault(ID, f"Take out this refresh: no source says under “{NAME}” that it stood here", *here)
    names = dict(page.elements("link", "script"))
    if any(element.name == "script" for element in names.values()):
        yield Fault(ID, "Take out the script: a page that has moved needs none", *here)
    links = [(names[number].name if number in names else "", file) for number, _, file in leads]
    if any(name == "link" and file.endswith(".html") and file != target for name, file in links):
        yield Fault(ID, f"Let the canonical address be that of {target}, where the page is now", *here)
    if not any(page.element(number).name == "a" and file == target for number, _, file in leads):
        yield Fault(ID, "Add a link to the same page for readers whose browser stays", *here)
