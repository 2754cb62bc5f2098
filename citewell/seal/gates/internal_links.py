"""What a page links to inside the site is there: the file, spelt the same, and the place on its page.

A link that leads nowhere may be the one to whom to call. An engine sees the links that it made itself; raw
HTML, templates and what is made from data it does not look at.

Fails:
    <a href="no-such-page/">More</a>

Passes:
    <a href="#top">Up</a>
"""

from citewell.seal.built_page import BuiltPage
from citewell.seal.fault import Fault
from citewell.seal.site_files import SiteFiles

ID = "internal-links"
_TOP = ("", "top")
"""Fragments that lead to the beginning of every page."""


Wanted = dict[str, dict[str, int]]
"""Places on other pages that links lead to: by page and by the id there, the number of the first tag."""


def check(page: BuiltPage, files: SiteFiles) -> tuple[list[Fault], Wanted]:
    """The links of a page.

    Args:
        page: with the links.
        files: of the site.

    Returns:
        the links that lead nowhere, as far as that can be seen without other pages; and the places on other
        pages that links lead to.
    """
    faults: list[Fault] = []
    wanted: Wanted = {}
    targets, ids = files.targets(page.path), page.ids
    for number, attribute, address in page.reading.inside:
        _, _, path, fragment = address
        if not path and fragment in ids:
            continue
        target = targets[path] if path else page.path
        if not target:
            faults.append(_fault(page, number, attribute, files.advice(page.path, address)))
        elif not fragment or not (place := _place(fragment)):
            continue
        elif target != page.path:
            if target.endswith(".html"):
                wanted.setdefault(target, {}).setdefault(place, number)
        elif place not in ids:
            faults.append(_fault(page, number, attribute, missing(target, place)))
    return faults, wanted


def missing(page: str, fragment: str) -> str:
    """What to do about a link to a place that a page does not have."""
    return f"Correct this address: nothing on {page} has the id “{fragment}”"


def _place(fragment: str) -> str:
    """The id that a fragment names, without what browsers look for in the text; empty where it names none."""
    named = fragment.partition(":~:")[0]
    return "" if named in _TOP else named


def _fault(page: BuiltPage, number: int, attribute: str, advice: str) -> Fault:
    return Fault(ID, advice, page.offset(number), page.element(number).typed(attribute))
