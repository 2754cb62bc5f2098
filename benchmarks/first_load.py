"""What a reader's browser fetches when it opens a page of the site for the first time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Request, sync_playwright

from benchmarks.browser import flags
from benchmarks.published_site import PublishedSite

_SCREEN = (412, 823)
"""Width and height of the phone that Lighthouse imitates, in CSS pixels."""


@dataclass(frozen=True)
class Fetched:
    """The answer to one request.

    Attributes:
        kind: what was asked for, in the browser's words: document, stylesheet, script, image, font, fetch.
        name: the last part of its address.
        size: bytes of the body as it was sent, that is compressed, without headers.
    """

    kind: str
    name: str
    size: int


@dataclass(frozen=True)
class FirstLoad:
    """A page opened with an empty cache, to the end of its requests, not scrolled.

    Attributes:
        page: its path below the site's address.
        fetched: the answers, in the order of the requests.
    """

    page: str
    fetched: Sequence[Fetched]

    @property
    def size(self) -> int:
        """Bytes of all bodies as they were sent."""
        return sum(answer.size for answer in self.fetched)

    @property
    def requests(self) -> int:
        """How many requests the page made."""
        return len(self.fetched)


def first_loads(site: PublishedSite, executable: Path) -> list[FirstLoad]:
    """Open every page of the site in turn."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=flags())
        loads = [first_load(browser, site.address, page) for page in site.pages()]
        browser.close()
    return loads


def first_load(browser: Browser, address: str, page: str) -> FirstLoad:
    """Open a page of the site at an address, given by its path below that."""
    width, height = _SCREEN
    # A context has a cache of its own, which is empty.
    context = browser.new_context(viewport={"width": width, "height": height})
    opened = context.new_page()
    requests: list[Request] = []
    opened.on("request", lambda request: requests.append(request))  # noqa: PLW0108  # Playwright marks it
    opened.goto(address + page, wait_until="networkidle")
    fetched = [_fetched(request) for request in requests if request.url.startswith("http")]
    context.close()
    return FirstLoad(page, fetched)


def _fetched(request: Request) -> Fetched:
    name = urlsplit(request.url).path.rstrip("/").rpartition("/")[2]
    return Fetched(request.resource_type, name, size_of(request))


def size_of(request: Request) -> int:
    """Bytes of the body of an answer as it was sent; 0 where there was none."""
    response = request.response()
    if response is None:
        return 0
    # Chromium counts what arrived, but tells a page nothing of how the script of its worker arrived.
    return request.sizes()["responseBodySize"] or int(response.header_value("Content-Length") or 0)
