"""Two states of a site, before a change and after it, held against each other."""

from dataclasses import dataclass

from citewell.affiliates import paid_hosts
from citewell.comparison.address_changes import AddressChange, address_changes
from citewell.comparison.built_site import BuiltSite
from citewell.comparison.data_changes import DataChange, data_changes
from citewell.comparison.text_changes import TextChange, text_changes


@dataclass(frozen=True)
class Comparison:
    """What a change does.

    Args:
        data: to the files that say who pays, whom to call and where answers go.
        addresses: to links and numbers.
        text: to the words of the pages.
    """

    data: tuple[DataChange, ...] = ()
    addresses: tuple[AddressChange, ...] = ()
    text: tuple[TextChange, ...] = ()

    @property
    def in_short(self) -> str:
        """How many pages changed, in one line."""
        kinds = [change.kind for change in self.text]
        if not kinds:
            return "No page reads differently after this change."
        counts = {kind: kinds.count(kind) for kind in ("changed", "new", "gone")}
        told = [f"{number} {kind}" for kind, number in counts.items() if number]
        return f"Pages that read differently after this change: {', '.join(told)}."


def compare(before: BuiltSite, now: BuiltSite) -> Comparison:
    """Hold two states of a site against each other."""
    hosts = paid_hosts(before.affiliates) | paid_hosts(now.affiliates)
    return Comparison(
        tuple(data_changes(before.data, now.data)),
        tuple(address_changes(before.pages, now.pages, hosts)),
        tuple(text_changes(before.pages, now.pages, before.typed | now.typed)),
    )
