"""Seals a built site: reads all of it first, and writes when nothing is wrong: its search, and the seals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from citewell.crisis import CrisisContacts
from citewell.garbage_collection import without_collecting
from citewell.moved_pages import moves
from citewell.problem import Problem
from citewell.seal.built_page import BuiltPage
from citewell.seal.built_site import BuiltSite, Seal
from citewell.seal.fault import Fault
from citewell.seal.gates import internal_links, known_files, moved_page, pages_of_sources, published_files
from citewell.seal.judged_page import Expected, Findings
from citewell.seal.judged_tag import Judge
from citewell.seal.kept import KeptFindings
from citewell.seal.place_of_fault import PlacesOfFaults
from citewell.seal.policy import unsealed
from citewell.seal.promise import Promise
from citewell.seal.promises import promises
from citewell.seal.report import Report, report
from citewell.seal.settings import Settings
from citewell.seal.site_files import SiteFiles
from citewell.seal.sources import Sources
from citewell.search.build import Kept, NothingKept, index_pages, write_search
from citewell.search.files import FOLDER as SEARCH
from citewell.search.pagefind_program import SearchError
from citewell.work_ahead import Divide, divided


def seal(
    folder: Path,
    settings: Settings,
    sources: Sources | None = None,
    *,
    writes: bool = True,
    kept: KeptFindings | None = None,
) -> Report:
    """Hold a built site against every gate, and seal its pages when there is no fault.

    Args:
        folder: of the built site.
        settings: of the site.
        sources: that it was built from; None where they are not at hand.
        writes: whether pages are sealed; False judges alone.
        kept: what was found in former builds; None for nothing.
    """
    with without_collecting():
        site = BuiltSite(folder)
        if not settings.address:
            settings = _with_own_address(settings, site.own_address())
        divide: Divide = partial(divided, processes=settings.processes)
        sealing = _Sealing(site, settings, sources)
        judged = kept.judged if kept else BuiltSite.judge
        found = sorted(judged(site, sealing.expected, divide), key=lambda findings: findings.path)
        problems = [*sealing.problems_of_site(), *sealing.problems_of_pages(found)]
        is_sealed = writes and not any(problem.level == "error" for problem in problems)
        if is_sealed and settings.makes_search:
            at_hand = kept.batches(site) if kept else NothingKept()
            problems += sealing.written_search(divide, at_hand)
            is_sealed = not any(problem.level == "error" for problem in problems)
        if is_sealed:
            site.seal([_seal_of(findings) for findings in found], divide)
        return report(site, sources, problems, is_sealed=is_sealed)


class _Sealing:
    """One site on its way through the gates."""

    def __init__(self, site: BuiltSite, settings: Settings, sources: Sources | None) -> None:
        self._site = site
        self._settings = settings
        self._sources = sources
        self._typed = sources.files if sources else {}
        self._promises: Mapping[str, Promise] = {}
        self._lost: Sequence[str] = ()
        self.expected = Expected(settings, site.paths, frozenset(self._known()))
        if sources:
            self._promises, self._lost = promises(sources.site, sources.pages_folder, site.paths)
            self.expected = sources.expected(self.expected, self._promises)

    def problems_of_site(self) -> Iterator[Problem]:
        """What is wrong with the sources, with files that are no pages, and with pages that are not there."""
        site, shown = self._site, self._settings.shown
        files = SiteFiles(site.paths, self._settings.root)
        yield from self._sources.problems if self._sources else ()
        yield from pages_of_sources.check(self._lost, site.pages, shown)
        if self._sources:
            yield from moved_page.missing(moves(self._sources.site), site.paths, shown)
        for path in site.others:
            data = site.data(path) if published_files.is_read(path) else b""
            if faults := list(published_files.check(path, data, self._settings, files)):
                yield from self._placed(path, data.decode(errors="replace"), faults)

    def problems_of_pages(self, found: Sequence[Findings]) -> Iterator[Problem]:
        """What is wrong with the pages, and with the links between them."""
        ids = {findings.path: findings.ids for findings in found}
        targets = {target for findings in found for target in findings.wanted}
        there = {target: frozenset(ids[target].split()) for target in targets}
        for findings in found:
            lost = [
                (number, internal_links.missing(target, place))
                for target, places in findings.wanted.items()
                for place, number in places.items()
                if place not in there[target]
            ]
            if findings.faults or lost:
                text = unsealed(self._site.data(findings.path).decode(errors="replace"))
                faults = [*findings.faults, *self._lost_links(findings.path, text, lost)]
                yield from self._placed(findings.path, text, faults)

    def written_search(self, divide: Divide, kept: Kept) -> Iterator[Problem]:
        """Write the search's files; what kept them from being written."""
        folder = self._site.folder
        names = self._sources.names() if self._sources else {}
        contacts = self._sources.site.data.crisis if self._sources else CrisisContacts()
        try:
            write_search(folder, index_pages(folder, self._site.pages, names, divide, kept), contacts)
        except SearchError as error:
            yield Problem(f"{self._settings.shown}/{SEARCH}", 1, 1, SEARCH, str(error))

    def _known(self) -> Iterator[str]:
        for path in self._site.others:
            is_one = path.endswith((".js", ".css"))
            if is_one and known_files.is_known(path, self._site.data(path), self._settings):
                yield path

    def _lost_links(self, path: str, text: str, lost: Sequence[tuple[int, str]]) -> Iterator[Fault]:
        if lost:
            page = BuiltPage(path, text, Judge(self._settings))
            for number, advice in lost:
                typed = page.element(number).typed("href")
                yield Fault(internal_links.ID, advice, page.offset(number), typed)

    def _placed(self, path: str, text: str, faults: Iterable[Fault]) -> Iterator[Problem]:
        promise = self._promises.get(path)
        sources = [self._typed[source] for source in promise.sources] if promise else []
        places = PlacesOfFaults(f"{self._settings.shown}/{path}", text, sources)
        return (places.problem(fault) for fault in sorted(faults, key=lambda fault: fault.offset))


def _seal_of(findings: Findings) -> Seal:
    return Seal(findings.path, findings.place, findings.policy, not findings.has_referrer_policy)


def _with_own_address(settings: Settings, said: str) -> Settings:
    """The settings with the address that the first page gives for itself, where that is one."""
    try:
        return replace(settings, address=said)
    except ValueError:
        return settings
