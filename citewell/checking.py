"""Checks a project: its problems, those that editors have silenced, and those that a change brings."""

import datetime as dt
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from citewell.brought import brought_and_older
from citewell.forgotten_addresses import forgotten_addresses
from citewell.front_matter import FOLDER_FILE
from citewell.git import ChangedFiles, changed_files, files_at, merge_base
from citewell.problem import Problem
from citewell.published_addresses import PATH as ADDRESSES
from citewell.reference_lock.lock_file import FILE as LOCK
from citewell.registry.run import ALL, MAY_BE_SILENCED, problems_of_pages
from citewell.rule import Family
from citewell.shared_work import problems_of
from citewell.silencing import Permission, permissions, silenced
from citewell.site import BIBLIOGRAPHY, PAGES, Site, load_site
from citewell.site_data import FOLDER as DATA
from citewell.site_data import load_site_data
from citewell.text_file import read_text
from citewell.unlogged_change import unlogged_change

_FAMILIES: Mapping[str, Family] = {rule.id: rule.family for rule in ALL}
_STOP_THE_BUILD = frozenset(rule.id for rule in ALL if rule.stops_the_build)
_ALWAYS = frozenset({Family.SAFETY, Family.MONEY})
_OF_THE_SITE = frozenset({DATA, "about"})
"""Folders whose files rules of the whole site look at."""


@dataclass(frozen=True)
class Checked:
    """What was found in a project.

    Args:
        site: as far as it could be read.
        problems: that stay, in the order of their places.
        silenced: those that an editor has answered.
        older: those that were there before a change and do not hold it up.
        changed: the files that the change touches.
    """

    site: Site
    problems: tuple[Problem, ...]
    silenced: tuple[Problem, ...] = ()
    older: tuple[Problem, ...] = ()
    changed: frozenset[str] = frozenset()

    @property
    def has_errors(self) -> bool:
        """Whether anything must be mended."""
        return any(problem.level == "error" for problem in self.problems)


def check_project(root: Path, today: dt.date) -> Checked:
    """Everything that is wrong in a project."""
    site, faults = load_site(root, today)
    found = {*faults, *problems_of(root, site, today)}
    return _checked(site, found, [*_on_pages(site), *_in_data(root)])


def check_change(root: Path, base: str, today: dt.date, *, quick: bool = False) -> Checked:
    """What a change makes wrong in a project, and what must be mended whoever made it.

    A typo can always be mended: what was wrong before holds nobody up, but for what keeps a reader safe, for
    money, and for what stops the build.

    Args:
        root: the project's folder, in a git checkout.
        base: the branch, tag or commit that the change is to be added to.
        today: what dates are held against.
        quick: whether only the changed pages and those of their articles are read, where that is enough to
            know what the change brings. What is wrong elsewhere is then not told.

    Raises:
        GitError: git does not know the base.
    """
    changed = changed_files(root, base)
    beside = pages_beside(root, changed.paths) if quick else frozenset()
    now = _check_some(root, today, beside) if beside else check_project(root, today)
    with tempfile.TemporaryDirectory(prefix="citewell-") as folder:
        former = Path(folder)
        read = (f"{PAGES}/{DATA}", *beside, *changed.before.values()) if beside else (PAGES,)
        files_at(root, merge_base(root, base), (*read, BIBLIOGRAPHY, LOCK), former)
        untold = list(_unlogged_changes(now.site, changed, former, today))
        untold += _forgotten_addresses(now, changed, former)
        if not now.problems:  # nothing that could have been there before
            return Checked(now.site, tuple(untold), now.silenced, (), changed.paths)
        before = _check_some(former, today, beside) if beside else check_project(former, today)
    brought, older = brought_and_older(now.problems, before.problems, changed.before)
    brought += untold
    still = [problem for problem in older if _must_be_mended(problem)]
    rest = [problem for problem in older if not _must_be_mended(problem)]
    return Checked(now.site, tuple(sorted([*brought, *still])), now.silenced, tuple(rest), changed.paths)


def pages_beside(root: Path, changed: Collection[str]) -> frozenset[str]:
    """The articles' folders and the files that have to be read; empty where the whole site has to be.

    Rules look at a page, at the pages of its article, or at the site. The site is what it was as long as a
    change adds or alters pages alone.

    Args:
        root: the project's folder.
        changed: the paths that a change touches.
    """
    found = set()
    for path in changed:
        parts = PurePosixPath(path).parts
        is_page = parts[0] == PAGES and path.endswith((".md", FOLDER_FILE))
        if parts[0] != PAGES and path not in (BIBLIOGRAPHY, LOCK):
            continue
        if not is_page or parts[1] in _OF_THE_SITE or not (root / path).is_file():
            return frozenset()
        above = (folder.as_posix() for folder in PurePosixPath(path).parents)
        article = next((folder for folder in above if (root / folder / FOLDER_FILE).is_file()), path)
        found.add(article)
    return frozenset(found)


def _unlogged_changes(site: Site, changed: ChangedFiles, former: Path, today: dt.date) -> Iterator[Problem]:
    """The changes of articles that readers are not told of."""
    paths = {page.source.path: page for page in site.pages if page.source.path in changed.paths}
    were = {changed.before.get(path, path) for path in paths}
    if were:
        before, _ = load_site(former, today, were.__contains__)
        pages = {page.source.path: page for page in before.pages}
        for path, page in paths.items():
            if known := pages.get(changed.before.get(path, path)):
                yield from unlogged_change(page, known)


def _forgotten_addresses(now: Checked, changed: ChangedFiles, former: Path) -> Iterator[Problem]:
    """The lines that a change takes out of the list of addresses; nothing where the list cannot be read."""
    is_unread = any(problem.rule == "encoding" and problem.path == ADDRESSES for problem in now.problems)
    if not is_unread and ADDRESSES in {*changed.paths, *changed.before.values()}:
        before, _ = load_site_data(former / PAGES)
        yield from forgotten_addresses(now.site, before.published)


def _check_some(root: Path, today: dt.date, beside: frozenset[str]) -> Checked:
    def is_wanted(path: str) -> bool:
        return any(path == wanted or path.startswith(f"{wanted}/") for wanted in beside)

    site, faults = load_site(root, today, is_wanted)
    # The rules that a comment in the data may silence have not run: none of these is out of use.
    return _checked(site, {*faults, *problems_of_pages(site)}, list(_on_pages(site)))


def _checked(site: Site, problems: Iterable[Problem], found: Collection[Permission]) -> Checked:
    stay, gone = silenced(problems, found, MAY_BE_SILENCED)
    return Checked(site, tuple(stay), tuple(gone))


def _must_be_mended(problem: Problem) -> bool:
    family = _FAMILIES.get(problem.rule)
    # A rule without a file of its own is told by the readers of the files: the build stops for it.
    stops = family is None or problem.rule in _STOP_THE_BUILD or family in _ALWAYS
    return problem.level == "error" and stops


def _on_pages(site: Site) -> Iterator[Permission]:
    for page in site.pages:
        yield from permissions(page.source.path, page.source.text)


def _in_data(root: Path) -> Iterator[Permission]:
    pages = root / PAGES
    files = [root / BIBLIOGRAPHY, *sorted((pages / DATA).glob("*.yml")), *sorted(pages.rglob(FOLDER_FILE))]
    for file in files:
        if file.is_file():
            shown = file.relative_to(root).as_posix()
            yield from permissions(shown, read_text(file, shown)[0])
