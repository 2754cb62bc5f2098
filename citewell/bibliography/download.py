"""A bibliography that is given as an address: fetched with bounds, or refused with a reason."""

import time
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

SECONDS_TO_ANSWER = 20.0
SECONDS_IN_ALL = 120.0
BYTES_AT_MOST = 20_000_000
_PAGES_AT_MOST = 1_000
_CHUNK = 65_536


class DownloadError(Exception):
    """A bibliography that could not be fetched; the message says why and what to do."""


def download(
    address: str,
    *,
    follow_pages: bool = False,
    seconds_to_answer: float = SECONDS_TO_ANSWER,
    seconds_in_all: float = SECONDS_IN_ALL,
    bytes_at_most: int = BYTES_AT_MOST,
) -> str:
    """The text at an address.

    Args:
        address: http or https.
        follow_pages: read on where the answer names a next page, as Zotero's interface does (RFC 8288).
        seconds_to_answer: how long the server may be silent.
        seconds_in_all: how long everything may take.
        bytes_at_most: how much it may send.

    Raises:
        DownloadError: it cannot be fetched within these bounds.
    """
    until = time.monotonic() + seconds_in_all
    received = bytearray()
    next_page: str | None = address
    with requests.Session() as session:
        retries = HTTPAdapter(max_retries=Retry(connect=2, read=False, backoff_factor=0.2))
        session.mount("https://", retries)
        session.mount("http://", retries)
        for _ in range(_PAGES_AT_MOST):
            if next_page is None:
                break
            if urlsplit(next_page).scheme not in {"http", "https"}:
                raise DownloadError(f"{next_page} is no http or https address")
            try:
                with session.get(next_page, timeout=seconds_to_answer, stream=True) as answer:
                    _read(answer, received, address, until=until, bytes_at_most=bytes_at_most)
                    next_page = answer.links.get("next", {}).get("url") if follow_pages else None
            except requests.RequestException as error:
                raise DownloadError(f"{address} cannot be reached: {_reason(error)}") from error
    try:
        return received.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DownloadError(f"{address} sent a text that is not UTF-8") from error


def _read(
    answer: requests.Response, received: bytearray, address: str, *, until: float, bytes_at_most: int
) -> None:
    if not answer.ok:
        raise DownloadError(f"{address} answered {answer.status_code} {answer.reason}")
    for chunk in answer.iter_content(_CHUNK):
        received += chunk
        if len(received) > bytes_at_most:
            raise DownloadError(f"{address} sends more than {bytes_at_most:,} bytes")
        if time.monotonic() > until:
            raise DownloadError(f"{address} takes too long")
    received += b"\n"


def _reason(error: requests.RequestException) -> str:
    if isinstance(error, requests.Timeout):
        return "no answer in time"
    return type(error).__name__
