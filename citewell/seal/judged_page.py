"""One page through all gates that need no other page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from citewell.seal.built_page import BuiltPage
from citewell.seal.fault import Fault
from citewell.seal.gates import (
    allowed_addresses,
    allowed_markup,
    crisis_numbers,
    forms,
    inline_scripts,
    internal_links,
    known_files,
    left_in_text,
    moved_page,
    other_hosts,
    page_head,
    paid_box,
    shown_blocks,
    shown_notices,
    shown_review_state,
    shown_safety_strip,
    sized_pictures,
    sound_html,
    unique_ids,
)
from citewell.seal.gates.internal_links import Wanted
from citewell.seal.judged_tag import Judge
from citewell.seal.policy import policy, unsealed
from citewell.seal.promise import Promise
from citewell.seal.settings import Settings
from citewell.seal.site_files import SiteFiles

GATES = (
    sound_html.ID, allowed_markup.ID, allowed_addresses.ID, other_hosts.ID, forms.ID, inline_scripts.ID,
    known_files.ID, left_in_text.ID, internal_links.ID, unique_ids.ID, page_head.ID, paid_box.ID,
    moved_page.ID, sized_pictures.ID,
)  # fmt: skip
"""What every page is held against."""

GATES_WITH_SOURCES = (
    shown_review_state.ID, shown_safety_strip.ID, shown_blocks.ID, shown_notices.ID, crisis_numbers.ID,
)  # fmt: skip
"""What a page is held against where the sources are known, besides the rest of the paid box."""


@dataclass(frozen=True)
class Expected:
    """What the pages of a site are held against.

    Args:
        settings: of the site.
        paths: of all files.
        known: the paths of the known scripts and style sheets.
        promises: by built page; None where the sources are not known.
        numbers: that a link may call or text, as `tel:988`.
        paid_hosts: of all programmes.
        moved: by the file of a page that has moved, the file of the page where it is now; None where the
            sources are not known.
    """

    settings: Settings
    paths: frozenset[str]
    known: frozenset[str]
    promises: Mapping[str, Promise] | None = None
    numbers: frozenset[str] = frozenset()
    paid_hosts: frozenset[str] = frozenset()
    moved: Mapping[str, str] | None = None


class Findings(NamedTuple):
    """What was found on a page.

    Args:
        path: of the page, from the site's root.
        faults: in no order.
        ids: that it has, with blanks between them: sent as one text, they take a tenth of the time.
        wanted: the places on other pages that it links to.
        policy: that seals it.
        place: where the seal is set, in characters; 0 for a page that cannot be sealed.
        has_referrer_policy: whether it has one without the seal.
    """

    path: str
    faults: list[Fault]
    ids: str = ""
    wanted: Wanted = {}  # noqa: RUF012 (nobody writes into it)
    policy: str = ""
    place: int = 0
    has_referrer_policy: bool = False


class PageJudge:
    """Judges the pages of a site.

    Args:
        expected: what they are held against.
    """

    def __init__(self, expected: Expected) -> None:
        self._expected = expected
        self._judge = Judge(expected.settings)
        self._files = SiteFiles(expected.paths, expected.settings.root)
        self._no_promise = Promise(())

    def __call__(self, path: str, data: bytes) -> Findings:
        """Judge a page."""
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return Findings(path, [Fault(sound_html.ID, "Save this page as UTF-8")])
        page = BuiltPage(path, unsealed(text), self._judge)
        scripts, hashes = inline_scripts.check(page, self._expected.settings)
        links, wanted = internal_links.check(page, self._files)
        faults = [*self._own_faults(page), *scripts, *links, *self._faults_by_sources(page)]
        return Findings(
            path,
            faults,
            " ".join(page.ids),
            wanted,
            policy(hashes, self._expected.settings),
            page_head.end_of_charset(page),
            page_head.has_referrer_policy(page),
        )

    def _own_faults(self, page: BuiltPage) -> Iterator[Fault]:
        for index, fault in page.reading.faults:
            yield Fault(fault.rule, fault.advice, page.offset(index), fault.typed)
        yield from sound_html.check(page)
        yield from page_head.check(page)
        yield from unique_ids.check(page)
        yield from left_in_text.check(page)
        yield from known_files.check_page(page, self._files, self._expected.known)
        yield from paid_box.check(page)
        yield from moved_page.check(page, self._files, self._expected.moved)

    def _faults_by_sources(self, page: BuiltPage) -> Iterator[Fault]:
        if self._expected.promises is None:
            return
        promise = self._expected.promises.get(page.path, self._no_promise)
        if promise.state:
            yield from shown_review_state.check(page.tree, promise.state)
        if promise.strip:
            yield from shown_safety_strip.check(page.tree, promise.strip)
        for block in promise.blocks:
            yield from shown_blocks.check(page.tree, block)
        for notice in promise.notices:
            yield from shown_notices.check(page.tree, notice)
        yield from crisis_numbers.check(page, self._expected.numbers)
        yield from paid_box.check_link(page, promise.paid_box, self._expected.paid_hosts)
