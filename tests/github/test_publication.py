"""A merged change, published: the same files served by another server, below a path and on a domain."""

import threading
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from citewell.collector.server import listen
from tests.github.conftest import INDEX
from tests.github.runner import run_job
from tests.github.test_pull_request import CLEAN_CHANGE

BASE_URL = "vars.SITE_URL || steps.pages.outputs.base_url"
REPOSITORY = {"github.server_url": "https://github.com", "github.repository": "publisher/health"}
PATIENCE = 10


class Addresses(HTMLParser):
    """What a page links to and loads."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, _, attributes):
        self.found += [value for name, value in attributes if name in ("href", "src") and value]


def publish(new_repository, folder, base_url):
    """What the workflow hands over to GitHub Pages after a change was merged."""
    checkout = new_repository().merged(folder / "checkout", CLEAN_CHANGE)
    ran = run_job("publish.build", checkout, folder, expressions={BASE_URL: base_url, **REPOSITORY})
    assert ran.failed is None, ran.steps[ran.failed].stdout + ran.steps[ran.failed].stderr
    return checkout / "site"


@pytest.fixture(scope="module")
def published(new_repository, tmp_path_factory):
    """The site of a project path, as GitHub Pages tells it: without a slash at the end."""
    return publish(
        new_repository, tmp_path_factory.mktemp("publication"), "https://publisher.github.io/health"
    )


@pytest.fixture(scope="module")
def server(published):
    """Starlette's server of files, which knows nothing of GitHub, with the site below /health/."""
    app = Starlette(routes=[Mount("/health", StaticFiles(directory=published, html=True))])
    bound = listen("127.0.0.1", 0)
    serving = uvicorn.Server(uvicorn.Config(app, ws="none", lifespan="off", log_level="error"))
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [bound]})
    thread.start()
    yield f"http://127.0.0.1:{bound.getsockname()[1]}/health/"
    serving.should_exit = True
    thread.join(PATIENCE)
    bound.close()


@pytest.fixture(scope="module")
def client(server):
    with httpx.Client(base_url=server, timeout=PATIENCE) as client:
        yield client


def address_of(site, file):
    return file.relative_to(site).as_posix().removesuffix("index.html")


def test_the_change_is_there(client):
    answer = client.get("")
    assert answer.status_code == 200
    assert "Another sentence, mended." in answer.text
    assert '<link rel="canonical" href="https://publisher.github.io/health/">' in answer.text
    assert 'href="https://github.com/publisher/health/edit/main/docs/index.md"' in answer.text
    assert client.get("new/").status_code == 200


def test_every_file_is_served_as_it_was_built(client, published):
    files = [file for file in published.rglob("*") if file.is_file()]
    assert len([file for file in files if file.suffix == ".html"]) >= 5
    for file in files:
        if file.name != "404.html":
            answer = client.get(address_of(published, file))
            assert (answer.status_code, answer.content) == (200, file.read_bytes()), file


def test_every_page_finds_what_it_links_to_and_loads(client, server, published):
    answers = {}
    for file in published.rglob("*.html"):
        page = urljoin(server, address_of(published, file))
        for address in Addresses(file.read_text(encoding="utf-8")).found:
            target = urlsplit(urljoin(page, address))._replace(fragment="", query="").geturl()
            if target.startswith(server):
                if target not in answers:
                    answers[target] = client.get(target).status_code
                assert answers[target] == 200, f"{page} names {address}"
    assert len(answers) > 5


def test_what_is_not_there_is_answered_with_the_site_s_own_page(client, server, published):
    answer = client.get("nowhere/at/all/")
    assert answer.status_code == 404
    assert answer.content == (published / "404.html").read_bytes()
    loaded = [urljoin(f"{server}nowhere/at/all/", address) for address in Addresses(answer.text).found]
    assert any(address.startswith(server) and address.endswith(".css") for address in loaded)


def test_nothing_of_it_needs_a_server_of_github(published):
    names = {Path(unquote(file.name)) for file in published.rglob("*")}
    assert not names & {Path("CNAME"), Path(".nojekyll"), Path("_config.yml")}


def test_on_a_domain_of_its_own_the_same_tree_stands_at_the_root(new_repository, tmp_path):
    site = publish(new_repository, tmp_path, "https://health.example")
    assert '<link rel="canonical" href="https://health.example/new/">' in (site / "new/index.html").read_text(
        "utf-8"
    )
    assert 'href="/assets/' in (site / "404.html").read_text("utf-8")


def test_what_is_wrong_is_not_published(new_repository, tmp_path):
    checkout = new_repository().merged(
        tmp_path / "checkout", {"docs/index.md": INDEX.replace("@one2013", "@nobody")}
    )
    ran = run_job("publish.build", checkout, tmp_path, expressions={BASE_URL: "", **REPOSITORY})
    assert ran.failed == "Check and build"
    assert not (checkout / "site").exists()
