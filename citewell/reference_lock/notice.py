"""A notice on a work: it was retracted, doubted, corrected, withdrawn, or there is a newer version of it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

RETRACTION, REMOVAL = "retraction", "removal"
REINSTATEMENT, LABEL_CHANGE, OTHER = "reinstatement", "label-change", "other"

KINDS: Mapping[str, str] = {
    RETRACTION: "Retraction",
    REMOVAL: "Removal",
    "partial-retraction": "Partial retraction",
    "withdrawal": "Withdrawal",
    "concern": "Expression of concern",
    "correction": "Correction",
    "new-version": "New version",
    LABEL_CHANGE: "Newer label",
    REINSTATEMENT: "Reinstatement",
    OTHER: "Notice",
}
"""Kind → what it is called where it brings no label of its own; the gravest first.

A withdrawal and a new version are no retraction: taking one for the other has marked sound reviews as
retracted before (Signpost, 8 June 2024).
"""

ENDS_TRUST = frozenset({RETRACTION, REMOVAL})
"""After these nothing rests on the work any more, so a page that cites it has to say so."""

_RANKS = {kind: rank for rank, kind in enumerate(KINDS)}
_SAME_EVENT = dt.timedelta(days=62)
"""Two databases date one notice by its issue and by its day online."""


@dataclass(frozen=True)
class Notice:
    """One notice.

    Args:
        kind: a key of KINDS.
        label: in the notice's own words.
        date: of the notice; None where nobody says.
        address: where it can be read; empty where nobody says.
        told_by: the names of the databases that tell of it.
    """

    kind: str
    label: str
    date: dt.date | None = None
    address: str = ""
    told_by: tuple[str, ...] = ()

    @property
    def ends_trust(self) -> bool:
        """Whether nothing rests on the work any more."""
        return self.kind in ENDS_TRUST

    @property
    def what_became_of_it(self) -> str:
        """Of a work that ended trust: "retracted" or "removed"."""
        return "removed" if self.kind == REMOVAL else "retracted"


def in_force(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices that hold, the gravest first, each event once whoever tells of it.

    A work that was reinstated after its retraction is not retracted.
    """
    merged: list[Notice] = []
    for notice in notices:
        at = next((at for at, other in enumerate(merged) if _is_same_event(notice, other)), None)
        if at is None:
            merged.append(notice)
        else:
            merged[at] = _joined(merged[at], notice)
    reinstated = max((n.date for n in merged if n.kind == REINSTATEMENT and n.date), default=dt.date.min)
    holding = [notice for notice in merged if not _is_undone(notice, reinstated)]
    return tuple(sorted(holding, key=lambda notice: (_RANKS[notice.kind], notice.date or dt.date.min)))


def _is_undone(notice: Notice, reinstated: dt.date) -> bool:
    return notice.ends_trust and notice.date is not None and notice.date < reinstated


def _is_same_event(one: Notice, other: Notice) -> bool:
    if one.kind != other.kind:
        return False
    if set(one.told_by) & set(other.told_by):
        return one == other  # one database keeps its notices apart
    if one.address and one.address == other.address:
        return True
    return not (one.date and other.date) or abs(one.date - other.date) <= _SAME_EVENT


def _joined(one: Notice, other: Notice) -> Notice:
    return replace(
        one,
        date=one.date or other.date,
        address=one.address or other.address,
        told_by=tuple(dict.fromkeys((*one.told_by, *other.told_by))),
    )
