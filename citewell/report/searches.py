"""Searches: how often each page was found and clicked, and for which queries, beside its review."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from citewell.report.review_calendar import PageReview
from citewell.report.search_console import SearchExport, SearchRow
from citewell.report.table import Column, Figure, Table

NAME = "searches"
OTHER_PAGE = "no page of docs/"
_INDEXES = ("index", "README")
_ENDINGS = (".html", ".md")


@dataclass(frozen=True)
class Searches:
    """How a page was found, or for what.

    Args:
        page: the path of its source, or its address where no source is known; empty for all pages together.
        review: the state of its review; empty for all pages together.
        query: empty for all queries together.
        clicks: how many.
        impressions: how often it was shown.
        position: among the results, the average; None where it is not told.
    """

    page: str
    review: str
    query: str
    clicks: int
    impressions: int
    position: float | None

    @property
    def page_or_all(self) -> str:
        """The page, in words."""
        return self.page or "(all pages)"

    @property
    def query_or_all(self) -> str:
        """The query, in words."""
        return self.query or "(all queries)"

    @property
    def click_rate(self) -> float | None:
        """Clicks by impressions; None where it was never shown."""
        return self.clicks / self.impressions if self.impressions else None


@dataclass(frozen=True)
class SearchReport:
    """The lines, and what must be known of them in sentences."""

    lines: tuple[Searches, ...] = ()
    notes: tuple[str, ...] = ()


_COLUMNS = (
    Column("page", "Page", readers="programs"),
    Column("page_or_all", "Page", readers="people"),
    Column("review", "Review"),
    Column("query", "Query", readers="programs"),
    Column("query_or_all", "Query", readers="people"),
    Column("clicks", "Clicks", "count"),
    Column("impressions", "Shown", "count"),
    Column("click_rate", "Click rate", "share"),
    Column("position", "Position", "tenths"),
)
_NOTES = (
    "A row counts all queries for a page, all pages for a query, or one query for one page.",
    "Google leaves out queries that few people typed: the queries add up to less than the pages.",
)


def search_report(export: SearchExport, reviews: Iterable[PageReview], site: str) -> SearchReport:
    """The pages, then the queries, then the queries of single pages; in each the most clicked first.

    Args:
        export: of Search Console.
        reviews: of the pages.
        site: the address of the site's first page; empty where the export names no page.
    """
    review_of = {page_key(review.page): review for review in reviews}
    added: dict[tuple[str, str], list[SearchRow]] = {}
    for row in export.rows:
        key = address_key(row.page, site) if row.page else None
        page = review_of[key].page if key is not None and key in review_of else row.page
        added.setdefault((page, row.query), []).append(row)
    if not any(page and not query for page, query in added):
        for (page, query), rows in list(added.items()):
            if page and query:
                added.setdefault((page, ""), []).extend(rows)
    state_of = {review.page: str(review.state) for review in review_of.values()}
    lines = [_line(page, query, rows, state_of) for (page, query), rows in added.items()]
    lines.sort(key=lambda line: (bool(line.query) + 2 * bool(line.query and line.page), *_most_clicked(line)))
    filters = (f"Filters of the export: {'; '.join(export.filters)}.",) if export.filters else ()
    return SearchReport(tuple(lines), (*filters, *_NOTES))


def names_pages(export: SearchExport) -> bool:
    """Whether the export tells of single pages."""
    return any(row.page for row in export.rows)


def first_foreign_page(export: SearchExport, site: str) -> str:
    """Where no page of the export belongs to the site: the first that it names, else an empty text."""
    pages = [row.page for row in export.rows if row.page]
    return pages[0] if pages and all(address_key(page, site) is None for page in pages) else ""


def search_table(report: SearchReport) -> Table:
    """The searches as a table."""
    pages = pages_searched(report)
    figures = (
        Figure("pages", "Pages that were shown", len(pages)),
        Figure("queries", "Queries", len({line.query for line in report.lines if line.query})),
        Figure("clicks", "Clicks", sum(line.clicks for line in pages or report.lines)),
        Figure("impressions", "Shown", sum(line.impressions for line in pages or report.lines)),
    )
    return Table(NAME, "Searches", _COLUMNS, report.lines, figures, report.notes)


def pages_searched(report: SearchReport) -> list[Searches]:
    """The lines that count a page with all its queries."""
    return [line for line in report.lines if line.page and not line.query]


def is_address(typed: str) -> bool:
    """Whether a text is the address of a site."""
    try:
        return urlsplit(typed).scheme in ("https", "http") and bool(urlsplit(typed).hostname)
    except ValueError:
        return False


def page_key(path: str) -> str:
    """What the path of a source and the address of its page have in common: `a/b` of docs/a/b.md."""
    return _without_ending(PurePosixPath(*PurePosixPath(path).parts[1:]).as_posix())


def address_key(address: str, site: str) -> str | None:
    """The same of an address; None for one that does not belong to the site.

    Args:
        address: as exported.
        site: the address of the site's first page. Whether it is read by http or https makes no difference.
    """
    try:
        found, own = urlsplit(address), urlsplit(site)
    except ValueError:
        return None
    root = unquote(own.path).rstrip("/") + "/"
    path = unquote(found.path) or "/"
    is_own = found.netloc.lower() == own.netloc.lower() and f"{path.rstrip('/')}/".startswith(root)
    return _without_ending(path[len(root) :].strip("/")) if is_own else None


def _without_ending(path: str) -> str:
    for ending in _ENDINGS:
        path = path.removesuffix(ending)
    folder, _, name = path.rpartition("/")
    return folder if name in _INDEXES else path


def _line(page: str, query: str, rows: Sequence[SearchRow], state_of: Mapping[str, str]) -> Searches:
    placed = [(row.position, row.impressions) for row in rows if row.position is not None]
    shown = sum(impressions for _, impressions in placed)
    position = sum(place * impressions for place, impressions in placed) / shown if shown else None
    return Searches(
        page,
        state_of.get(page, OTHER_PAGE) if page else "",
        query,
        sum(row.clicks for row in rows),
        sum(row.impressions for row in rows),
        position,
    )


def _most_clicked(line: Searches) -> tuple[int, int, str, str]:
    return -line.clicks, -line.impressions, line.page, line.query
