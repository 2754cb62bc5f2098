"""Lines that a change takes out of the list of published addresses: whoever approves it is to see that.

A list that is gone would not miss any address any more, so it has to be put back. A line may be taken out
where no page takes the place of one that is gone, but not unseen (W3C, Cool URIs don't change).
"""

from collections.abc import Iterator

from citewell.moved_pages import NAME, moves
from citewell.problem import Problem
from citewell.published_addresses import PATH, RULE, Published, some
from citewell.site import Site
from citewell.site_addresses import site_addresses


def forgotten_addresses(now: Site, before: Published) -> Iterator[Problem]:
    """What to do about the lines that are not on the list any more.

    Args:
        now: the site with the change.
        before: the list without it.
    """
    forgotten = before.keys() - now.data.published.keys()
    if before and not now.data.published:
        advice = f"Put this list back: without it nobody would miss {some(before)} when they are gone"
        yield Problem(PATH, 1, 1, RULE, advice)
        return
    lead_on = {move.old for move in moves(now)} & forgotten
    lost = forgotten - lead_on - site_addresses(now).keys()
    if lead_on:
        advice = (
            f"Put these lines back, or nobody would miss where they lead when that is gone: {some(lead_on)}"
        )
        yield Problem(PATH, 1, 1, RULE, advice, "warning")
    if lost:
        advice = (
            f"Put these lines back and say with {NAME} which page takes their place, unless none does: "
            f"{some(lost)} would lead nowhere"
        )
        yield Problem(PATH, 1, 1, RULE, advice, "warning")
