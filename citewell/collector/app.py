"""The collector's routes: `…/vote` takes a vote, `/healthz` says whether one could be taken."""

import asyncio
import datetime as dt
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from citewell.collector.client_address import Network, client_address
from citewell.collector.group_commit import GroupCommit
from citewell.collector.known_pages import KnownPages
from citewell.collector.rate_limit import RateLimit
from citewell.collector.refusal import Refusal
from citewell.collector.refusal_page import HEADERS, refusal_page
from citewell.collector.sender import Sender, sender
from citewell.collector.settings import Site
from citewell.collector.tally import Line, Tally
from citewell.collector.tally_file import TallyError
from citewell.collector.vote import Vote, read_vote

MOST_BYTES = 2048
SECONDS_TO_SEND = 10.0
SECONDS_UNTIL_THE_DISK_IS_BACK = 30
_FORM = "application/x-www-form-urlencoded"
_log = logging.getLogger(__name__)


@dataclass
class Collector:
    """What the routes work with. Nothing in it outlives the process but the tally.

    Args:
        site: whose readers vote.
        pages: that they may vote on.
        tally: where the votes are counted; the collector closes it.
        proxies: the networks whose word on a client's address is taken.
    """

    site: Site
    pages: KnownPages
    tally: Tally
    proxies: Sequence[Network] = ()

    def __post_init__(self) -> None:
        self._limit = RateLimit()
        self._votes = GroupCommit(self.tally)
        self._is_writable = True

    def app(self) -> Starlette:
        """The application, as a server runs it."""
        app = Starlette(
            routes=[
                Route("/vote", self.take, methods=["POST"]),
                Route("/{prefix:path}/vote", self.take, methods=["POST"]),
                Route("/healthz", self.health, methods=["GET"]),
            ],
            lifespan=self._run,
        )
        app.router.redirect_slashes = False  # it would lead to whatever the header Host says
        return app

    async def take(self, request: Request) -> Response:
        """Answer a vote: 204 for a script, 303 to the page that thanks for a form, else why not."""
        came_from = sender(request.headers, self.site.origins)
        back = self.site.address
        try:
            self._admit(request, came_from)
            vote = read_vote(await _body(request))
            if self.pages.knows_page(vote.page):
                back += quote(vote.page)
            await self._count(vote)
        except Refusal as refusal:
            response = _refused(refusal, back, is_form=came_from.is_form)
        else:
            response = Response(status_code=HTTPStatus.NO_CONTENT)
            if came_from.is_form:
                response = RedirectResponse(self.site.thanks, HTTPStatus.SEE_OTHER)
        if came_from.origin:
            response.headers["Access-Control-Allow-Origin"] = came_from.origin
        response.headers["Vary"] = "Origin"
        response.headers["Cache-Control"] = "no-store"
        return response

    async def health(self, _request: Request) -> Response:
        """200 when a vote could be written, found out by writing."""
        try:
            await self._write(None)
        except Refusal as refusal:
            return _refused(refusal, "", is_form=False)
        return PlainTextResponse("Votes can be written.\n", headers={"Cache-Control": "no-store"})

    def _admit(self, request: Request, came_from: Sender) -> None:
        """Refuse by the headers alone what can be: nothing of the body is read before."""
        if not came_from.is_allowed:
            raise Refusal(HTTPStatus.FORBIDDEN, "It was not sent from a page of this site.")
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
            raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"It must be sent as {_FORM}.")
        peer = request.client.host if request.client else ""
        forwarded = ",".join(request.headers.getlist("x-forwarded-for"))
        address = client_address(peer, forwarded, self.proxies)
        if wait := self._limit.seconds_to_wait(address, dt.datetime.now(dt.UTC)):
            words = "Many answers came from your network just now. Please try again later."
            raise Refusal(HTTPStatus.TOO_MANY_REQUESTS, words, wait)

    async def _count(self, vote: Vote) -> None:
        if not await self.pages.knows(vote.page, vote.revision):
            words = "This page is not on the site, or was changed. Please open the page again."
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, words)
        day = dt.datetime.now(dt.UTC).date().isoformat()
        await self._write(Line(day, vote.page, vote.revision, vote.vote, vote.reason))

    async def _write(self, line: Line | None) -> None:
        try:
            await self._votes.add(line)
        except TallyError as error:
            if self._is_writable:  # once, not for every vote
                _log.error("Votes are refused, those counted are safe: %s", error)
            self._is_writable = False
            words = "Answers cannot be stored just now. Please try again later."
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, words, SECONDS_UNTIL_THE_DISK_IS_BACK) from error
        if not self._is_writable:
            _log.warning("Votes are counted again")
        self._is_writable = True

    @asynccontextmanager
    async def _run(self, _app: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(self.pages.watch())
        yield
        watching.cancel()
        await self._votes.close()


async def _body(request: Request) -> bytes:
    """The body, as long as a vote can be; a longer one is not read to its end."""
    too_large = Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"It is larger than {MOST_BYTES:,} bytes.")
    length = request.headers.get("content-length", "0")
    if int(length) > MOST_BYTES:
        raise too_large
    body = b""
    try:
        async with asyncio.timeout(SECONDS_TO_SEND):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MOST_BYTES:
                    raise too_large
    except TimeoutError as error:
        raise Refusal(HTTPStatus.REQUEST_TIMEOUT, "It took too long to arrive.") from error
    except ClientDisconnect as error:
        raise Refusal(HTTPStatus.BAD_REQUEST, "It did not arrive to its end.") from error
    return body


def _refused(refusal: Refusal, back: str, *, is_form: bool) -> Response:
    headers = dict(HEADERS)
    if refusal.retry_after is not None:
        headers["Retry-After"] = str(refusal.retry_after)
    if is_form:
        return HTMLResponse(refusal_page(refusal.words, back), refusal.status, headers)
    return PlainTextResponse(f"{refusal.words}\n", refusal.status, headers)
