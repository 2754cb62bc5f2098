"""What a change does to links that lead away, to paid links and to the numbers that a phone dials."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from citewell.affiliates import is_paid
from citewell.comparison.lexbor_page import ShownPage
from citewell.web_addresses import host_of


class Kind(StrEnum):
    """What a reviewer should look at, in the order in which it is told."""

    PAID_NEW = "New paid link"
    PAID_GONE = "Paid link gone"
    CALL_NEW = "New number to call"
    CALL_GONE = "Number to call gone"
    OUTSIDE_NEW = "New link to another site"


@dataclass(frozen=True)
class AddressChange:
    """An address that came or went.

    Args:
        kind: of the change.
        address: as the link has it.
        pages: the addresses of the pages that have changed so, sorted.
        is_new_host: for a link to another site, whether no page linked to that host before.
        is_open: for a link to another site, whether anybody on the way can read along (http).
    """

    kind: Kind
    address: str
    pages: tuple[str, ...]
    is_new_host: bool = False
    is_open: bool = False


def address_changes(
    before: Mapping[str, ShownPage], now: Mapping[str, ShownPage], paid_hosts: frozenset[str]
) -> list[AddressChange]:
    """Every address that came or went, by kind.

    Args:
        before: the pages by their addresses.
        now: the same after the change.
        paid_hosts: the hosts of partners, before or after the change.
    """
    pages_of: dict[tuple[Kind, str], list[str]] = defaultdict(list)
    known = {address for page in before.values() for address in page.outside}
    known_hosts = {host_of(address) for address in known}
    known_calls = {call for page in before.values() for call in page.calls}
    for address in sorted({*before, *now}):
        old, new = before.get(address), now.get(address)
        if old == new:
            continue
        paid_before, paid_now = _paid(old, paid_hosts), _paid(new, paid_hosts)
        calls_before, calls_now = old.calls if old else frozenset(), new.calls if new else frozenset()
        found: Mapping[Kind, Iterable[str]] = {
            Kind.PAID_NEW: paid_now - paid_before,
            Kind.PAID_GONE: paid_before - paid_now,
            # A page that is new shows the numbers of all others: only one that nobody has seen yet is told.
            Kind.CALL_NEW: calls_now - (calls_before if old else known_calls),
            Kind.CALL_GONE: calls_before - calls_now if new else (),
            Kind.OUTSIDE_NEW: (new.outside - known - paid_now) if new else (),
        }
        for kind, addresses in found.items():
            for changed in addresses:
                pages_of[kind, changed].append(address)
    return [
        _change(kind, address, tuple(pages_of[kind, address]), known_hosts)
        for kind, address in sorted(pages_of, key=lambda key: (list(Kind).index(key[0]), key[1]))
    ]


def _paid(page: ShownPage | None, hosts: frozenset[str]) -> frozenset[str]:
    if page is None:
        return frozenset()
    return page.sponsored | {address for address in page.outside if is_paid(host_of(address), hosts)}


def _change(kind: Kind, address: str, pages: tuple[str, ...], known_hosts: set[str]) -> AddressChange:
    if kind is not Kind.OUTSIDE_NEW:
        return AddressChange(kind, address, pages)
    return AddressChange(
        kind, address, pages, host_of(address) not in known_hosts, address.startswith("http:")
    )
