"""Serves a built site as GitHub Pages serves a project: under its own path, with its own 404 page."""

import contextlib
import sys
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PROJECT = "askyourpharm"


class PagesHandler(SimpleHTTPRequestHandler):
    """Nothing lives outside the project's path; inside it, 404.html answers for what is not there."""

    protocol_version = "HTTP/1.1"  # a page's many small files come over a few connections

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory, PROJECT, "404.html")
        if code != HTTPStatus.NOT_FOUND or not self.path.startswith(f"/{PROJECT}/") or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Stay silent: pytest reports what matters."""


class PagesServer(ThreadingHTTPServer):
    """Takes no offence at a browser that goes on before it has everything."""

    daemon_threads = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def pages_server(root):
    """Serve `root`/askyourpharm/; yields its address, which ends with a slash."""
    with PagesServer(("127.0.0.1", 0), partial(PagesHandler, directory=root)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{PROJECT}/"
        server.shutdown()
        thread.join()
