"""`citewell collect`."""

import argparse
import logging
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from citewell.collector.pages_source import PagesSource, pages_source
from citewell.collector.settings import Site, listening_place, network, origin, origin_of, site_address
from citewell.collector.site_pages import SitePage, SitePagesError
from citewell.collector.tally import Tally
from citewell.collector.tally_file import TallyError

_WHAT = (
    "Takes the readers' answers to “Was this helpful?” and counts them by day, page, revision and reason. "
    "It stores nothing else: no address, no browser, no row for a person. Stand a web server with https in "
    "front of it. It ends at SIGTERM, when every answer that came in is counted."
)
_THE_EXTRA = 'citewell: the collector is an extra. Install it: pip install "citewell[collector]"'
_SECONDS_BETWEEN_TRIES = 0.5
_INTERRUPTED = 128 + signal.SIGINT
_Value = TypeVar("_Value")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `collect` to the command line."""
    collect = commands.add_parser(
        "collect", help="count the readers' answers to “Was this helpful?”", description=_WHAT
    )
    add = collect.add_argument
    add("--pages", required=True, help="the built site's pages.json: a path, or its address on the web")
    add("--site", required=True, type=_read_by(site_address), help="the address of the site's first page")
    add("--database", required=True, type=Path, help="the SQLite file to count in; made where there is none")
    add(
        "--listen",
        type=_read_by(listening_place),
        default="127.0.0.1:8010",
        metavar="HOST:PORT",
        help="where to listen (%(default)s); port 0 takes any that is free",
    )
    add(
        "--origin",
        action="append",
        type=_read_by(origin),
        help="an origin that pages vote from; may be repeated (the origin of --site)",
    )
    add(
        "--trusted-proxy",
        action="append",
        type=_read_by(network),
        default=[],
        metavar="ADDRESS",
        help="a proxy, or a network of them, whose X-Forwarded-For is believed; may be repeated (none)",
    )
    add(
        "--wait",
        type=float,
        default=0.0,
        metavar="SECONDS",
        help="how long to wait at the start for pages that are not there yet (%(default)g)",
    )
    collect.set_defaults(run=_collect)


def _collect(options: argparse.Namespace) -> int:
    try:
        # The extra is loaded by the one command that needs it.
        from citewell.collector.app import Collector  # noqa: PLC0415
        from citewell.collector.known_pages import KnownPages  # noqa: PLC0415
        from citewell.collector.server import listen, serve  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"starlette", "uvicorn"}:
            raise
        print(_THE_EXTRA, file=sys.stderr)
        return 2
    logging.basicConfig(format="citewell: %(message)s", level=logging.WARNING)
    source = pages_source(options.pages)
    host, port = options.listen
    try:
        bound = listen(host, port)
    except OSError as error:
        return _fail(f"it cannot listen at {host}:{port}: {error.strerror}. Name another --listen")
    with bound:
        try:
            pages = first_pages(source, options.wait)
            tally = Tally(options.database)
            known = KnownPages(source, pages, tally.revisions())
        except (SitePagesError, TallyError) as error:
            return _fail(str(error))
        except KeyboardInterrupt:  # while it waited for the pages
            return _INTERRUPTED
        site = Site(options.site, frozenset(options.origin or [origin_of(options.site)]))
        shown = f"[{host}]" if ":" in host else host
        ready = f"Counting votes on {len(pages)} pages at http://{shown}:{bound.getsockname()[1]}/vote"
        serve(Collector(site, known, tally, options.trusted_proxy).app(), bound, ready)
    return 0


def first_pages(source: PagesSource, seconds: float) -> tuple[SitePage, ...]:
    """The pages, as soon as they can be read.

    Raises:
        SitePagesError: they cannot be read after so many seconds.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            pages = source.read()
        except SitePagesError:
            if time.monotonic() > until:
                raise
            time.sleep(_SECONDS_BETWEEN_TRIES)
        else:
            return pages or ()


def _fail(message: str) -> int:
    print(f"citewell: {message}", file=sys.stderr)
    return 1


def _read_by(read: Callable[[str], _Value]) -> Callable[[str], _Value]:
    """A reader as argparse wants it: what it raises is said as it stands."""

    def read_argument(text: str) -> _Value:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return read_argument
