"""The sources that a built site is held against."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from citewell.affiliates import paid_hosts
from citewell.comparison.data_changes import WATCHED, DataChange, data_changes
from citewell.git import GitError, files_at, merge_base
from citewell.moved_pages import moves
from citewell.page_address import file_at
from citewell.problem import Problem
from citewell.seal.judged_page import Expected
from citewell.seal.promise import Promise
from citewell.seal.promises import call_addresses, places
from citewell.search.searched_page import PageNames, page_names
from citewell.site import PAGES, Site
from citewell.source import Source


@dataclass(frozen=True)
class Sources:
    """The sources.

    Args:
        site: as they were read.
        root: the project's folder.
        pages_folder: the folder of the pages, relative to it.
        base: the revision that the watched data are compared with.
        problems: what stood in the way of reading them.
    """

    site: Site
    root: Path
    pages_folder: str = PAGES
    base: str = "HEAD"
    problems: Sequence[Problem] = ()

    @property
    def files(self) -> Mapping[str, Source]:
        """The typed pages by their paths."""
        return {page.source.path: page.source for page in self.site.pages}

    def expected(self, expected: Expected, promises: Mapping[str, Promise]) -> Expected:
        """What pages are held against, with all that the sources say."""
        data = self.site.data
        return replace(
            expected,
            promises=promises,
            numbers=call_addresses(data.crisis),
            paid_hosts=paid_hosts(data.affiliates),
            moved={file_at(move.old): file_at(move.new) for move in moves(self.site)},
        )

    def names(self) -> Mapping[str, PageNames]:
        """What readers may call the pages, by each place where a page may stand once it is built."""
        article_of = {id(page): article for article in self.site.articles for page in article.pages}
        return {
            place: names
            for page in self.site.pages
            for names in [page_names(page, article_of.get(id(page)))]
            for place in places(page.source.path, self.pages_folder)
        }

    def statements(self) -> list[str]:
        """Where paid links lead, whom readers call and who takes their answers, a line each."""
        data = self.site.data
        hosts = [
            f"{programme.host} ({programme.key}, {'on' if programme.is_on else 'off'})"
            for programme in data.affiliates.values()
        ]
        numbers = [f"{' or '.join(country.numbers)} ({country.region})" for country in data.crisis.emergency]
        for line in data.crisis.helplines:
            ways = [line.call, f"text {line.text}" if line.text else "", line.address]
            numbers.append(f"{' or '.join(filter(None, ways))} ({line.name}, {line.region})")
        return [
            f"paid hosts: {', '.join(hosts) or 'none'}",
            f"crisis numbers: {', '.join(numbers) or 'none'}",
            f"answers of readers: {data.feedback.endpoint or 'sent nowhere'}",
        ]

    def changes(self) -> tuple[list[str], str]:
        """What changed in the watched data since the base, a line each; and why it was not compared.

        One line of a data file changes where a link leads, or whom a reader calls, on every page. Who reviews
        the pages does not see it.
        """
        paths = [f"{self.pages_folder}/{PurePosixPath(path).relative_to(PAGES)}" for path in WATCHED]
        try:
            with TemporaryDirectory() as folder:
                files_at(self.root, merge_base(self.root, self.base), paths, Path(folder))
                before = dict(_texts(Path(folder), paths))
        except GitError as error:
            return [], str(error)
        changed = data_changes(before, dict(_texts(self.root, paths)))
        return [f"{_said(change)} since {self.base}" for change in changed], ""


def _texts(root: Path, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The text of each watched file that is there, by the path that problems name."""
    for shown, path in zip(WATCHED, paths, strict=True):
        if (root / path).is_file():
            yield shown, (root / path).read_text("utf-8-sig", errors="replace")


def _said(change: DataChange) -> str:
    what = f"{change.path}: {', '.join(change.place)}"
    if change.before is None:
        return f"{what}: {change.now} was added"
    if change.now is None:
        return f"{what}: {change.before} was taken out"
    return f"{what}: {change.before or 'nothing'} became {change.now or 'nothing'}"
