"""Makes the reports of a site. Each page is read once and let go: memory does not grow with the pages."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from citewell.article import Page
from citewell.checks.reading_grade import not_counted
from citewell.page_text.page_text import page_text
from citewell.page_text.readers import is_for_readers
from citewell.problem import Problem
from citewell.report import citation_use, claim_ledger, reading_grades, review_calendar, searches
from citewell.report.citation_use import Citing, WorkUse
from citewell.report.claim_ledger import ClaimEntry
from citewell.report.reading_grades import PartGrade
from citewell.report.review_calendar import PageReview
from citewell.report.search_console import SearchExport
from citewell.report.searches import SearchReport
from citewell.report.table import Table
from citewell.site import Site

NAMES = (review_calendar.NAME, citation_use.NAME, claim_ledger.NAME, reading_grades.NAME, searches.NAME)
"""Of all reports, in the order in which they are printed."""


@dataclass(frozen=True)
class Reports:
    """What was found; what nobody asked for is empty.

    Args:
        names: of the reports that were asked for, in the order in which they are printed.
        day: that dates were held against.
        errors: of the sources, which may hide something.
        reviews: of the pages.
        uses: of the works.
        claims: in the order of the site.
        grades: of the pages and their short answers.
        searches: by which the pages were found.
    """

    names: tuple[str, ...]
    day: dt.date
    errors: int = 0
    reviews: Sequence[PageReview] = ()
    uses: Sequence[WorkUse] = ()
    claims: Sequence[ClaimEntry] = ()
    grades: Sequence[PartGrade] = ()
    searches: SearchReport = field(default_factory=SearchReport)

    def tables(self) -> Iterator[Table]:
        """Those that were asked for."""
        makers = {
            review_calendar.NAME: lambda: review_calendar.review_table(self.reviews),
            citation_use.NAME: lambda: citation_use.citation_table(self.uses),
            claim_ledger.NAME: lambda: claim_ledger.claim_table(self.claims),
            reading_grades.NAME: lambda: reading_grades.grade_table(self.grades),
            searches.NAME: lambda: searches.search_table(self.searches),
        }
        return (makers[name]() for name in self.names)


def make_reports(  # noqa: PLR0913 - a report and what it is made of
    site: Site,
    problems: Sequence[Problem],
    names: Collection[str],
    today: dt.date,
    *,
    export: SearchExport | None = None,
    address: str = "",
) -> Reports:
    """The reports of these names. Pages for editors show examples: only what they cite is told of them.

    Args:
        site: as typed.
        problems: that stand in the way of reading it.
        names: of NAMES.
        today: what dates are held against.
        export: of Search Console, for the searches.
        address: of the site's first page, for the same.
    """
    errors = [problem for problem in problems if problem.level == "error"]
    citing: list[Citing] = list(citation_use.citing_safety_texts(site.data.drugs.values()))
    claims: list[ClaimEntry] = []
    grades: list[PartGrade] = []
    medicines = not_counted(site.data.drugs)
    for kept in site.pages:
        page = Page(replace(kept.source), kept.facts)  # what is read off it goes when it goes
        if citation_use.NAME in names:
            citing += citation_use.citing_sentences(page_text(page))
        if claim_ledger.NAME in names and is_for_readers(page):
            claims += claim_ledger.claims_of(page, site.library)
        if reading_grades.NAME in names and is_for_readers(page):
            grades += reading_grades.grades_of(page_text(page), medicines)
    reviews = review_calendar.review_calendar(site.pages, today, {problem.path for problem in errors})
    return Reports(
        tuple(name for name in NAMES if name in names),
        today,
        len(errors),
        reviews,
        citation_use.citation_use(citing, site.library, today) if citation_use.NAME in names else (),
        claims,
        reading_grades.in_order(grades),
        searches.search_report(export, reviews, address) if export else SearchReport(),
    )
