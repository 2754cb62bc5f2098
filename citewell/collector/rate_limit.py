"""How often one client may vote: remembered in memory alone, under names that nobody can undo the next day.

The limit keeps one careless script from filling the tally. It cannot keep out somebody who has many
addresses: whoever reads the report weighs it as a hint, and nothing follows from a vote by itself.
"""

import datetime as dt
import hashlib
import hmac
import math
import secrets
from collections import OrderedDict
from ipaddress import IPv6Address

from citewell.collector.client_address import Address

BURST = 20
"""Votes at once. A class, a ward or a village behind one address answers on the same morning."""

SECONDS_A_VOTE = 30.0
"""After these, one more. A reader who goes from page to page does not vote faster for long."""

MOST_CLIENTS = 100_000
"""Remembered at once, some 20 MB. At 500 votes a second by as many clients, the last three minutes."""

_SALT_BYTES = 32
_NAME_BYTES = 16
_BITS_OF_A_HOUSE = 64


class RateLimit:
    """The generic cell rate algorithm (ITU-T I.371, 1996): one moment is kept for each client.

    That moment is when the client's allowance is whole again. A whole allowance is not worth keeping.
    """

    def __init__(
        self, burst: int = BURST, seconds_a_vote: float = SECONDS_A_VOTE, most_clients: int = MOST_CLIENTS
    ) -> None:
        self._seconds_a_vote = seconds_a_vote
        self._tolerance = (burst - 1) * seconds_a_vote
        self._most_clients = most_clients
        self._whole_again: OrderedDict[bytes, float] = OrderedDict()
        self._day: dt.date | None = None
        self._salt = b""

    def __len__(self) -> int:
        """How many clients are remembered."""
        return len(self._whole_again)

    def seconds_to_wait(self, address: Address | None, now: dt.datetime) -> int:
        """Take one vote off a client's allowance: 0, or after how many seconds it may vote again.

        Args:
            address: of the client; all without one share an allowance.
            now: in UTC.
        """
        if now.date() != self._day:  # what was remembered under the old salt is of no use any more
            self._day, self._salt = now.date(), secrets.token_bytes(_SALT_BYTES)
            self._whole_again.clear()
        moment = now.timestamp()
        client = self._name(address)
        whole_again = max(self._whole_again.get(client, moment), moment)
        if whole_again > moment + self._tolerance:
            return math.ceil(whole_again - moment - self._tolerance)
        self._whole_again[client] = whole_again + self._seconds_a_vote
        self._whole_again.move_to_end(client)
        if len(self._whole_again) > self._most_clients:
            self._whole_again.popitem(last=False)
        return 0

    def _name(self, address: Address | None) -> bytes:
        packed = address.packed if address else b""
        if isinstance(address, IPv6Address):
            # A house is given 64 bits of addresses or more (RFC 6177) and takes new ones daily (RFC 8981).
            packed = packed[: _BITS_OF_A_HOUSE // 8]
        return hmac.digest(self._salt, packed, hashlib.sha256)[:_NAME_BYTES]
