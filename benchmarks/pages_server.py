"""Serves a folder as GitHub Pages serves it: text comes compressed, and may be kept for ten minutes."""

import contextlib
import gzip
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from benchmarks.slow_network import SlowNetwork

_COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")


@contextlib.contextmanager
def pages_server(folder: Path, network: SlowNetwork | None = None) -> Iterator[str]:
    """Serve a folder on this machine alone; yields its address, without a slash at the end."""
    handler = partial(_Handler, network=network, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that goes on before it has everything is no fault.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or a small body waits until its headers are acknowledged

    def __init__(self, *arguments: Any, network: SlowNetwork | None, **named: Any) -> None:
        self._network = network
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not self.path.partition("?")[0].endswith("/"):
                super().do_GET()  # leads to the same address with a slash
                return
            path /= "index.html"
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self._send(path.read_bytes(), self.guess_type(str(path)))

    def _send(self, body: bytes, kind: str) -> None:
        compressible = kind.startswith(_COMPRESSED)
        compressed = compressible and _accepts_gzip(self.headers.get("Accept-Encoding", ""))
        if compressed:
            body = gzip.compress(body, compresslevel=6, mtime=0)
        if self._network:
            self._network.carry(len(body))
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if compressible else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Vary", "Accept-Encoding")
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Stay silent: the table says what matters."""


def _accepts_gzip(header: str) -> bool:
    return any(coding.partition(";")[0].strip() == "gzip" for coding in header.split(","))
