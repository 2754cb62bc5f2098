"""Sites that are built for the address at which they are then served."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from citewell.cli import main
from tests.browser.pages_server import pages_server

ROOT = Path(__file__).parents[2]
PARTS = ("docs", "overrides", "references.bib", "mkdocs.yml")
UNDER_A_PATH, ON_A_DOMAIN = "under-a-project-path", "on-a-domain"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Stay silent."""


@contextlib.contextmanager
def domain_server(folder):
    """Serve a folder at the root of a host, which answers 404 with no page of the site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def build(sources, folder, address, **environment):
    """Build a site; what the build says."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(folder)]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PATH": os.environ["PATH"]}
    ran = subprocess.run(
        command,
        cwd=sources,
        env=quiet | {"SITE_URL": address} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


def own_site(folder):
    """A copy of this project's own site."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / part, folder)
    return folder


def new_site(folder):
    """A site that was just started."""
    assert main(["new", "site", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def serve(tmp_path_factory):
    """Builds sources and serves them; the address of the first page."""
    with contextlib.ExitStack() as servers:

        def serve(sources, where):
            root = tmp_path_factory.mktemp("served")
            server = pages_server(root) if where == UNDER_A_PATH else domain_server(root)
            address = servers.enter_context(server)
            folder = root / address.split("/", 3)[3].strip("/")
            code, said = build(sources, folder, address)
            assert code == 0, said
            return address

        yield serve
