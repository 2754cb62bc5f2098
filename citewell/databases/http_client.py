"""The client that asks the databases: says who asks, keeps the answers, gives up where nobody answers."""

import datetime as dt
import sqlite3
import threading
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self
from urllib.request import getproxies

import httpx
from hishel import CacheOptions, SqliteStorage
from hishel.httpx import CacheTransport
from httpx_retries import Retry, RetryTransport

from citewell import __version__
from citewell.databases.addresses import DATABASES, Database
from citewell.databases.body import JSON
from citewell.databases.pace import Pace
from citewell.databases.paced_transport import ANSWERED_ON, PacedTransport

_SECONDS_TO_CONNECT = 10.0
_FAILURES = 3
"""After so many in a row a database is left alone: a thousand references shall not each wait for it."""

_MOST_REDIRECTS = 5
_BUSY = (429, 500, 502, 503, 504)
_NOT_FOUND = 404


class NoAnswerError(Exception):
    """A database gave no answer that can be used; the message says why."""


class Reply(NamedTuple):
    """An answer.

    Args:
        body: of it; None where the database knows nothing under the address.
        on: the day on which it was given or last confirmed.
    """

    body: bytes | None
    on: dt.date


class Patience(NamedTuple):
    """How long to wait for a database.

    Args:
        tries_again: after the first try, where a database is busy or the line breaks.
        backoff_seconds: the first wait before trying again; it doubles each time.
        seconds_to_answer: that a database may be silent.
    """

    tries_again: int = 4
    backoff_seconds: float = 0.5
    seconds_to_answer: float = 30.0


class DatabaseClient:
    """Asks databases.

    Args:
        contact: a mail address or a web address of whoever asks.
        cache: the file in which answers are kept.
        addresses: of databases that stand elsewhere.
        offline: whether only the cache is asked.
        patience: with each database.
    """

    def __init__(
        self,
        contact: str,
        cache: Path,
        addresses: Mapping[str, str] | None = None,
        *,
        offline: bool = False,
        patience: Patience = Patience(),  # noqa: B008 (it cannot be changed)
    ) -> None:
        self.contact = contact
        self._databases = {
            name: Database((addresses or {}).get(name, known.address), known.limit, known.interval)
            for name, known in DATABASES.items()
        }
        self._failures: Counter[str] = Counter()
        self._reasons: dict[str, str] = {}
        self._lock = threading.Lock()
        _make_room_for(cache)
        storage = SqliteStorage(database_path=cache)
        network = _Offline() if offline else self._network(patience)
        self._http = httpx.Client(
            transport=CacheTransport(network, storage, CacheOptions(shared=False, allow_stale=offline)),
            headers={"user-agent": f"citewell/{__version__} ({_said(contact)})"},
            timeout=httpx.Timeout(patience.seconds_to_answer, connect=_SECONDS_TO_CONNECT),
            follow_redirects=True,
            max_redirects=_MOST_REDIRECTS,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def get(
        self, database: str, path: str, parameters: Mapping[str, str] | None = None, *, kind: str = JSON
    ) -> Reply:
        """Ask a database.

        Args:
            database: a name of DATABASES.
            path: below its address, with what is not plain in it %-escaped.
            parameters: of the question.
            kind: of the body, as MIME has it.

        Raises:
            NoAnswerError: there is no answer that can be used.
        """
        if self._failures[database] >= _FAILURES:
            raise NoAnswerError(
                f"was not asked any more after {_FAILURES} failures: {self._reasons[database]}"
            )
        address = f"{self._databases[database].address}{path}"
        try:
            answer = self._http.get(address, params=dict(parameters or {}) or None, headers={"accept": kind})
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise self._failed(database, _reason(error)) from error
        if answer.status_code == _NOT_FOUND:
            self._failures[database] = 0
            return Reply(None, _day(answer))
        if not answer.is_success:
            raise self._failed(database, f"answered {answer.status_code}")
        self._failures[database] = 0
        return Reply(answer.content, _day(answer))

    def _failed(self, database: str, reason: str) -> NoAnswerError:
        with self._lock:
            self._failures[database] += 1
            self._reasons[database] = reason
        return NoAnswerError(reason)

    def _network(self, patience: Patience) -> httpx.BaseTransport:
        proxy = getproxies().get("https")
        is_outside = all(known.address.startswith("https://") for known in self._databases.values())
        by_host = {
            httpx.URL(known.address).netloc.decode("ascii"): Pace(known.limit, known.interval)
            for known in self._databases.values()
        }
        transport = PacedTransport(httpx.HTTPTransport(proxy=proxy if is_outside else None), by_host)
        retry = Retry(
            total=patience.tries_again,
            allowed_methods=["GET"],
            status_forcelist=_BUSY,
            backoff_factor=patience.backoff_seconds,
            backoff_jitter=0.5,
            max_backoff_wait=60,
            total_timeout=180,
        )
        return RetryTransport(transport=transport, retry=retry)


class _Offline(httpx.BaseTransport):
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("was not asked: --offline, and no answer is kept", request=request)


def _make_room_for(cache: Path) -> None:
    """Make the folder of a cache. A file that is none is thrown away: all in it can be asked again."""
    cache.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(cache)) as database:
            database.execute("PRAGMA schema_version")
    except sqlite3.DatabaseError:
        cache.unlink(missing_ok=True)


def _said(contact: str) -> str:
    return f"mailto:{contact}" if "@" in contact else contact


def _day(answer: httpx.Response) -> dt.date:
    """The day that stands in the cache; a redirect's own body has none."""
    try:
        return dt.date.fromisoformat(answer.headers.get(ANSWERED_ON, ""))
    except ValueError:
        return dt.datetime.now(dt.UTC).date()


def _reason(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "gave no answer in time"
    if isinstance(error, httpx.TooManyRedirects):
        return "sent from address to address without end"
    if isinstance(error, httpx.ConnectError):
        return str(error) if "--offline" in str(error) else "cannot be reached"
    if isinstance(error, httpx.DecodingError):
        return str(error) or "sent what cannot be read"
    return "broke off its answer" if isinstance(error, httpx.RemoteProtocolError) else "cannot be asked"
