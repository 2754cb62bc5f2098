"""The votes of every page since its last change, the page that most surely does not help first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from citewell.collector.site_pages import SitePage
from citewell.collector.totals import Total
from citewell.feedback.answers import REASONS, YES
from citewell.feedback_report.wilson import Interval, wilson_interval
from citewell.feedback_report.withholding import FEWEST, told

State = Literal["told", "withheld", "no votes"]
_ORDER: tuple[State, ...] = ("told", "withheld", "no votes")
_Revision = tuple[str, str]


@dataclass(frozen=True)
class PageFeedback:
    """What readers said of one revision of a page.

    Args:
        page: as the site has it; of what it has no more, only id and revision are known.
        is_current: whether the site has this revision now.
        state: whether the numbers are told, withheld because they are few, or there are none.
        yes: how many; None where they are withheld.
        no: how many; None where they are withheld.
        helpful: the share of Yes, between 0 and 1; None where no numbers are told.
        interval: of that share; None where no numbers are told.
        reasons: reason of a No -> how many; None where a number is withheld.
    """

    page: SitePage
    is_current: bool
    state: State
    yes: int | None
    no: int | None
    helpful: float | None
    interval: Interval | None
    reasons: Mapping[str, int | None]


def feedback_report(
    pages: Iterable[SitePage], totals: Iterable[Total], *, all_revisions: bool = False
) -> list[PageFeedback]:
    """A line for each page, ordered for an editor who looks for the page to mend first.

    First stands the page whose interval ends lowest: at the best that its votes allow, it helps the smallest
    share of its readers. A handful of votes leaves a wide interval, so it brings no page to the top, as it
    would by the lower end. Then come pages with too few votes to tell, and those without any.

    Args:
        pages: of the site as it is now.
        totals: of the tally.
        all_revisions: the earlier revisions too, under the current one of their page, the newest first; and
            the pages that the site has no more, last.
    """
    votes, newest_first = _by_revision(totals)
    reasons = _reasons(votes.values())
    current = {(page.id, page.revision): page for page in pages}
    lines = sorted(
        (_feedback(page, votes[key], reasons, is_current=True) for key, page in current.items()), key=_rank
    )
    if not all_revisions:
        return lines
    earlier: defaultdict[str, list[PageFeedback]] = defaultdict(list)
    for key in newest_first:
        if key not in current:
            page = SitePage(*key, title="")
            earlier[page.id].append(_feedback(page, votes[key], reasons, is_current=False))
    under_their_pages = [line for now in lines for line in (now, *earlier.pop(now.page.id, ()))]
    return under_their_pages + [line for page in sorted(earlier) for line in earlier[page]]


def _by_revision(totals: Iterable[Total]) -> tuple[defaultdict[_Revision, Counter[str]], Sequence[_Revision]]:
    """The answers of each revision, and the revisions from the one whose votes began last."""
    votes: defaultdict[_Revision, Counter[str]] = defaultdict(Counter)
    began: dict[_Revision, str] = {}
    for total in totals:
        key = (total.page, total.revision)
        votes[key][total.reason or YES] += total.votes
        began[key] = min(began.get(key, total.first_day), total.first_day)
    return votes, sorted(began, key=lambda key: (began[key], key), reverse=True)


def _reasons(votes: Iterable[Counter[str]]) -> Sequence[str]:
    """Those that are offered now, and those that were once."""
    met = {answer for answers in votes for answer in answers} - {YES}
    return [*REASONS, *sorted(met - set(REASONS))]


def _feedback(
    page: SitePage, answers: Counter[str], reasons: Sequence[str], *, is_current: bool
) -> PageFeedback:
    total, yes = answers.total(), answers[YES]
    if total < FEWEST:
        state: State = "withheld" if total else "no votes"
        number = None if total else 0
        none = dict.fromkeys(reasons, number)
        return PageFeedback(page, is_current, state, number, number, None, None, none)
    counts = told({reason: answers[reason] for reason in reasons})
    interval = wilson_interval(yes, total)
    return PageFeedback(page, is_current, "told", yes, total - yes, yes / total, interval, counts)


def _rank(line: PageFeedback) -> tuple[int, float, int, str]:
    upper = line.interval.upper if line.interval else 0.0
    return _ORDER.index(line.state), upper, -(line.no or 0), line.page.id
