"""Checks a project: its problems, those that editors have silenced, and those that a change brings."""

import datetime as dt
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from citewell.brought import brought_and_older
from citewell.front_matter import FOLDER_FILE
from citewell.git import changed_files, files_at, merge_base
from citewell.problem import Problem
from citewell.registry.run import ALL, MAY_BE_SILENCED, run
from citewell.rule import Family
from citewell.silencing import Permission, permissions, silenced
from citewell.site import BIBLIOGRAPHY, PAGES, Site, load_site
from citewell.site_data import FOLDER as DATA
from citewell.text_file import read_text

_FAMILIES: Mapping[str, Family] = {rule.id: rule.family for rule in ALL}
_STOP_THE_BUILD = frozenset(rule.id for rule in ALL if rule.stops_the_build)
_ALWAYS = frozenset({Family.SAFETY, Family.MONEY})


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
    stay, gone = silenced({*faults, *run(site)}, list(_permissions(root, site)), MAY_BE_SILENCED)
    return Checked(site, tuple(stay), tuple(gone))


def check_change(root: Path, base: str, today: dt.date) -> Checked:
    """What a change makes wrong in a project, and what must be mended whoever made it.

    A typo can always be mended: what was wrong before holds nobody up, but for what keeps a reader safe, for
    money, and for what stops the build.

    Args:
        root: the project's folder, in a git checkout.
        base: the branch, tag or commit that the change is to be added to.
        today: what dates are held against.

    Raises:
        GitError: git does not know the base.
    """
    now = check_project(root, today)
    changed = changed_files(root, base)
    if not now.problems:  # nothing that could have been there before
        return Checked(now.site, (), now.silenced, (), changed.paths)
    brought, older = brought_and_older(now.problems, _problems_at(root, base, today), changed.before)
    still = [problem for problem in older if _must_be_mended(problem)]
    rest = [problem for problem in older if not _must_be_mended(problem)]
    return Checked(now.site, tuple(sorted([*brought, *still])), now.silenced, tuple(rest), changed.paths)


def _problems_at(root: Path, base: str, today: dt.date) -> tuple[Problem, ...]:
    with tempfile.TemporaryDirectory(prefix="citewell-") as folder:
        files_at(root, merge_base(root, base), (PAGES, BIBLIOGRAPHY), Path(folder))
        return check_project(Path(folder), today).problems


def _must_be_mended(problem: Problem) -> bool:
    family = _FAMILIES.get(problem.rule)
    # A rule without a file of its own is told by the readers of the files: the build stops for it.
    stops = family is None or problem.rule in _STOP_THE_BUILD or family in _ALWAYS
    return problem.level == "error" and stops


def _permissions(root: Path, site: Site) -> Iterator[Permission]:
    for page in site.pages:
        yield from permissions(page.source.path, page.source.text)
    pages = root / PAGES
    files = [root / BIBLIOGRAPHY, *sorted((pages / DATA).glob("*.yml")), *sorted(pages.rglob(FOLDER_FILE))]
    for file in files:
        if file.is_file():
            shown = file.relative_to(root).as_posix()
            yield from permissions(shown, read_text(file, shown)[0])
