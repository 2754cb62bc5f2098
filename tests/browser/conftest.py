import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import HOW_TO_GET_ONE, find_chromium
from tests.browser.pages_server import PROJECT, pages_server
from tests.gallery import write_gallery

ROOT = Path(__file__).parents[2]
PATIENCE = 15_000
"""Milliseconds to wait for what must come; a busy machine takes its time."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser():
    executable = find_chromium()
    if executable is None:
        pytest.fail(HOW_TO_GET_ONE, pytrace=False)
    # Chromium refuses to run as root inside its sandbox; nobody else gives the sandbox up.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=flags)
        yield running
        running.close()


@pytest.fixture(scope="session")
def publish(tmp_path_factory):
    """Builds the site of a mkdocs.yml and serves it; the address of its first page."""
    servers = []

    def publish(config):
        root = tmp_path_factory.mktemp("pages")
        server = pages_server(root)
        address = server.__enter__()
        servers.append(server)
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        command += ["--config-file", str(config), "--site-dir", str(root / PROJECT)]
        environment = {**os.environ, "SITE_URL": address, "REPO_URL": "", "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return address

    yield publish
    for server in servers:
        server.__exit__(None, None, None)


@pytest.fixture(scope="session")
def site(publish):
    """The address of this project's own site, built and served."""
    return publish(ROOT / "mkdocs.yml")


@pytest.fixture(scope="session")
def gallery(publish, tmp_path_factory):
    """The address of the gallery: every component by its examples."""
    return publish(write_gallery(tmp_path_factory.mktemp("gallery") / "sources"))


@pytest.fixture
def complaints():
    """What went wrong in any page of a test; a test that expects something takes it out."""
    return []


@pytest.fixture
def new_page(browser, complaints):
    """Opens an empty page, as wide and as a reader has it. Afterwards nothing may have gone wrong in it."""
    contexts = []

    def new_page(width=1280, height=900, **context):
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **context))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.on(
            "console",
            lambda message: message.type in {"error", "warning"} and complaints.append(message.text),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "requestfailed", lambda request: is_fault(request) and complaints.append(f"failed: {request.url}")
        )
        page.on(
            "request", lambda request: is_foreign(request) and complaints.append(f"foreign: {request.url}")
        )
        return page

    def is_fault(request):
        return request.failure != "net::ERR_ABORTED"  # the reader went on before it came

    def is_foreign(request):
        return urlsplit(request.url).hostname not in {"127.0.0.1", None}  # None: data: and blob:

    yield new_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def open_page(new_page, site):
    """Opens a page of the site, given by its path below the first page."""

    def open_page(path="", *, width=1280, height=900, **context):
        page = new_page(width, height, **context)
        page.goto(site + path)
        return page

    return open_page
