"""The way to the network: each database at its pace, each answer whole, bounded, dated by our clock."""

import time
from collections.abc import Mapping
from email.utils import formatdate

import httpx

from citewell.databases.body import is_sound
from citewell.databases.pace import Pace

ANSWERED_ON = "x-citewell-answered-on"
"""The header under which the cache keeps the day of an answer, as ISO 8601 has it."""

BYTES_AT_MOST = 20_000_000
SECONDS_IN_ALL = 60.0
FRESH_SECONDS = 24 * 60 * 60
"""How long an answer is used again unasked; after that the database is asked whether it still holds."""

_OK, _NOT_MODIFIED = 200, 304
_NOT_KEPT = frozenset(
    "content-encoding content-length transfer-encoding cache-control expires pragma age date vary".split()  # noqa: SIM905
)


class PacedTransport(httpx.BaseTransport):
    """Sends requests, one database not faster than it allows.

    Args:
        transport: that sends them.
        paces: by host and port.
        bytes_at_most: of a body.
        seconds_in_all: that an answer may take.
    """

    def __init__(
        self,
        transport: httpx.BaseTransport,
        paces: Mapping[str, Pace],
        *,
        bytes_at_most: int = BYTES_AT_MOST,
        seconds_in_all: float = SECONDS_IN_ALL,
    ) -> None:
        self._transport = transport
        self._paces = paces
        self._bytes_at_most = bytes_at_most
        self._seconds_in_all = seconds_in_all
        self._elsewhere = Pace(1)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request in its turn.

        Raises:
            httpx.HTTPError: there is no whole answer within the bounds.
        """
        pace = self._paces.get(request.url.netloc.decode("ascii"), self._elsewhere)
        with pace.turn():
            answer = self._transport.handle_request(request)
            try:
                pace.learn(answer.status_code, answer.headers)
                body = self._whole(answer, request)
            finally:
                answer.close()
        return httpx.Response(
            answer.status_code,
            headers=self._kept_headers(request, answer, body),
            content=body,
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()

    def _whole(self, answer: httpx.Response, request: httpx.Request) -> bytes:
        until = time.monotonic() + self._seconds_in_all
        body = bytearray()
        for chunk in answer.iter_bytes():
            body += chunk
            if len(body) > self._bytes_at_most:
                raise httpx.DecodingError(f"more than {self._bytes_at_most:,} bytes", request=request)
            if time.monotonic() > until:
                raise httpx.ReadTimeout("the answer takes too long", request=request)
        return bytes(body)

    def _kept_headers(
        self, request: httpx.Request, answer: httpx.Response, body: bytes
    ) -> list[tuple[str, str]]:
        """The headers by which the cache goes: a sound answer is fresh for a day, any other is not kept."""
        kept = [(name, value) for name, value in answer.headers.items() if name not in _NOT_KEPT]
        is_kept = answer.status_code == _NOT_MODIFIED or (
            answer.status_code == _OK and is_sound(request.headers.get("accept", ""), body)
        )
        return [
            *((name, value) for name, value in kept if name != ANSWERED_ON),
            ("content-length", str(len(body))),
            ("date", formatdate(usegmt=True)),
            ("cache-control", f"max-age={FRESH_SECONDS}" if is_kept else "no-store"),
            (ANSWERED_ON, time.strftime("%Y-%m-%d", time.gmtime())),
        ]
