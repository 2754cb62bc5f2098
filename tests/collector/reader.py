"""A reader who votes over the wire."""

import itertools
import socket

import httpx

from benchmarks.collector_process import ORIGIN, REVISION

PAGES = ("", "article/", "article/does-it-pass/", "<b>&/")
SCRIPT = {"Origin": ORIGIN, "Sec-Fetch-Mode": "cors", "Accept": "*/*"}
FORM = {"Origin": "null", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document", "Accept": "text/html"}


class Reader:
    """Votes from an address of its own each time, through a proxy that the collector trusts."""

    addresses = map("203.0.{0[0]}.{0[1]}".format, map(divmod, itertools.count(), itertools.repeat(256)))

    def __init__(self, running):
        self.running = running
        host = f"[{running.host}]" if ":" in running.host else running.host
        self.client = httpx.Client(base_url=f"http://{host}:{running.port}", timeout=30)

    def connection(self):
        """A connection for what no client of HTTP sends."""
        return socket.create_connection((self.running.host, self.running.port), timeout=30)

    def send(self, method="POST", path="/vote", headers=SCRIPT, **content):
        address = {"X-Forwarded-For": next(self.addresses)}
        return self.client.request(method, path, headers=address | dict(headers), **content)

    def vote(self, page="article/", answer="yes", revision=REVISION, headers=SCRIPT):
        return self.send(headers=headers, data={"page": page, "revision": revision, "answer": answer})
