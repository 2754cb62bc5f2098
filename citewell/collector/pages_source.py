"""Where pages.json is read from: a file of this machine, or an address."""

from pathlib import Path
from typing import Protocol

from citewell.collector.site_pages import SitePage, SitePagesError, read_site_pages

_BYTES_AT_MOST = 20_000_000
_SECONDS_TO_ANSWER = 5.0
_SECONDS_IN_ALL = 15.0


class PagesSource(Protocol):
    """What can be asked for the site's pages again and again.

    Attributes:
        seconds_between_looks: how often to look while nothing calls for it.
        seconds_between_calls: how often to look at most, however many votes call for it.
    """

    seconds_between_looks: float
    seconds_between_calls: float

    def read(self) -> tuple[SitePage, ...] | None:
        """The pages, or None where they are those of the last time.

        Raises:
            SitePagesError: they cannot be read.
        """


def pages_source(place: str) -> PagesSource:
    """The source at a path or at an address that begins with https:// or http://."""
    return PagesAddress(place) if place.startswith(("https://", "http://")) else PagesFile(Path(place))


class PagesFile:
    """A file, read again when it was written again."""

    seconds_between_looks = 2.0
    seconds_between_calls = 0.0

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int, int] | None = None

    def read(self) -> tuple[SitePage, ...] | None:
        """See PagesSource."""
        try:
            status = self._path.stat()
            seen = (status.st_ino, status.st_size, status.st_mtime_ns)
            if seen == self._seen:
                return None
            self._seen = seen  # taken first: what is written while it is read is read once more
            return read_site_pages(self._path.read_text(encoding="utf-8"))
        except OSError as error:
            fault = SitePagesError(f"{self._path} cannot be read: {error.strerror}. Build the site")
        except UnicodeDecodeError:
            fault = SitePagesError(f"{self._path} is not UTF-8. Build the site again")
        except SitePagesError as error:
            fault = SitePagesError(f"{self._path} cannot be used: {error}")
        self._seen = None  # what is broken is not taken for read the next time
        raise fault


class PagesAddress:
    """A file of the published site, fetched now and then."""

    seconds_between_looks = 300.0
    seconds_between_calls = 30.0
    """A page changes at most some times a day; who sends made-up revisions must not make us a burden."""

    def __init__(self, address: str) -> None:
        self._address = address

    def read(self) -> tuple[SitePage, ...] | None:
        """See PagesSource."""
        # The library behind it is loaded only where an address is used.
        from citewell.bibliography.download import DownloadError, download  # noqa: PLC0415

        try:
            text = download(
                self._address,
                seconds_to_answer=_SECONDS_TO_ANSWER,
                seconds_in_all=_SECONDS_IN_ALL,
                bytes_at_most=_BYTES_AT_MOST,
            )
        except DownloadError as error:
            raise SitePagesError(str(error)) from error
        try:
            return read_site_pages(text)
        except SitePagesError as error:
            raise SitePagesError(f"{self._address} cannot be used: {error}") from error
