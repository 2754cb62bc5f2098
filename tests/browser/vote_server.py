"""Takes votes as the providers' servers do, as far as a browser can tell, and remembers what came."""

import contextlib
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import NamedTuple
from urllib.parse import urlsplit

from tests.browser.pages_server import PagesServer

HANG_UP = 0
"""Given as an answer: the connection is closed without one."""

PATIENCE = 15
"""Seconds to wait for a request that must come."""


class Received(NamedTuple):
    """A request as it came. The names of the headers are in lower case."""

    method: str
    path: str
    query: str
    headers: dict
    body: str


class VoteHandler(BaseHTTPRequestHandler):
    """Answers every request with the status that the test has set, readable by every page."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        """What no widget sends; a redirect that is followed ends here."""
        self.do_POST()

    def do_POST(self):
        self._receive()
        status = self.server.answers.pop(0) if len(self.server.answers) > 1 else self.server.answers[0]
        if status == HANG_UP:
            self.close_connection = True
            return
        self._answer(status)

    def do_OPTIONS(self):
        """The leave that a browser asks for first."""
        self._receive()
        self.close_connection = True  # or Chromium tries again by itself when the vote on it gets no answer
        self._answer(HTTPStatus.NO_CONTENT)

    def _receive(self):
        address = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0))).decode()
        with self.server.changed:
            self.server.received.append(Received(self.command, address.path, address.query, headers, body))
            self.server.changed.notify_all()
        self.server.may_answer.wait()

    def _answer(self, status):
        self.send_response(status)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*")
        self.send_header("Access-Control-Max-Age", "0")  # the browser asks for leave each time
        self.send_header("Set-Cookie", "visitor=1; SameSite=None; Secure")
        if status == HTTPStatus.SEE_OTHER:
            self.send_header("Location", self.server.leads_to)
        if status != HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        """Stay silent: pytest reports what matters."""


class VoteServer(PagesServer):
    """What a test sets, and what it looks at.

    Attributes:
        received: every request, oldest first.
        answers: the statuses to answer with, one after the other; the last one stays.
        may_answer: cleared by a test that looks at the page while the answer is awaited.
        leads_to: where 303 sends the browser.
    """

    def wait_for(self, count):
        """Wait until as many requests have come."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.received) >= count, PATIENCE), self.received

    def forget(self):
        """As it was at first."""
        self.received, self.answers, self.leads_to = [], [HTTPStatus.NO_CONTENT], ""
        self.may_answer.set()

    @property
    def port(self):
        return self.server_port


@contextlib.contextmanager
def vote_server():
    with VoteServer(("127.0.0.1", 0), VoteHandler) as server:
        server.may_answer, server.changed = threading.Event(), threading.Condition()
        server.forget()
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.may_answer.set()
        server.shutdown()
        thread.join()
