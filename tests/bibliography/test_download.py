"""A real server on this machine that answers well and badly."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from citewell.bibliography.download import DownloadError, download


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.partition("?")[0]
        if path == "/slow":
            self.server.released.wait(10)
        if path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/bib")
            self.end_headers()
            return
        if path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
            return
        self.send_response(404 if path == "/nothing" else 500 if path == "/broken" else 200)
        if path == "/page1":
            self.send_header("Link", f'<http://127.0.0.1:{self.server.server_port}/page2>; rel="next"')
        self.end_headers()
        bodies = {"/big": b"x" * 100_000, "/latin": "Holguín".encode("latin-1"), "/page2": b"@two"}
        self.wfile.write(bodies.get(path, b"@one"))

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, *_):
        """A client that hangs up is what these tests are about."""


@pytest.fixture
def address():
    server = Server(("127.0.0.1", 0), Answers)
    server.released = threading.Event()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.released.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(("path", "text"), [("/bib", "@one\n"), ("/moved", "@one\n"), ("/page1", "@one\n")])
def test_fetches_a_bibliography(address, path, text):
    assert download(address + path) == text


def test_follows_pages_when_asked(address):
    assert download(address + "/page1", follow_pages=True) == "@one\n@two\n"


@pytest.mark.parametrize(
    ("path", "bounds", "reason"),
    [
        ("/nothing", {}, "answered 404"),
        ("/broken", {}, "answered 500"),
        ("/slow", {"seconds_to_answer": 0.1}, "no answer in time"),
        ("/bib", {"seconds_in_all": -1}, "takes too long"),
        ("/big", {"bytes_at_most": 50_000}, "more than 50,000 bytes"),
        ("/latin", {}, "not UTF-8"),
        ("/elsewhere", {}, "cannot be reached"),
    ],
)
def test_says_why_a_bibliography_is_not_fetched(address, path, bounds, reason):
    with pytest.raises(DownloadError, match=reason):
        download(address + path, **bounds)


def test_a_server_that_is_not_there(address):
    port = int(address.rpartition(":")[2])
    with pytest.raises(DownloadError, match="cannot be reached"):
        download(f"http://127.0.0.1:{port + 1 if port < 65535 else port - 1}/bib")


@pytest.mark.parametrize("wrong", ["file:///etc/hostname", "ftp://example.org/x.bib", "references.bib"])
def test_only_web_addresses_are_fetched(wrong):
    with pytest.raises(DownloadError, match="no http or https address"):
        download(wrong)
