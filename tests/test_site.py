"""The whole site of this repository, built as a stranger builds it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from citewell.days import today
from citewell.hubs import hubs
from citewell.site import load_site

ROOT = Path(__file__).parents[1]
ADDRESS = "https://publisher.example/health/"
REPOSITORY = "https://github.com/OWNER/NAME"
LOADED = (
    "script[src], link:is([rel~=stylesheet], [rel~=icon], [rel~=preload], [rel~=preconnect]), img, iframe"
)


def build(engine, folder, **environment):
    command = [sys.executable, "-m", engine, "build", "--strict", "-f", "mkdocs.yml", "-d", str(folder)]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PATH": os.environ["PATH"]}
    ran = subprocess.run(
        command, cwd=ROOT, env=quiet | environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture(scope="module", params=["mkdocs", "properdocs"])
def site(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    return build(request.param, folder, SITE_URL=ADDRESS, REPO_URL=REPOSITORY)


def pages(folder):
    return {
        path.relative_to(folder).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in sorted(folder.rglob("*.html"))
    }


def test_every_page_of_docs_is_there(site):
    project = load_site(ROOT, today())[0]
    typed = [page.source.path.removeprefix("docs/") for page in project.pages]
    made = ["references.md", "references-checked.md", "claims.md", "search.md"]
    made += [hub.path for hub in hubs(project)]
    for article in project.articles:
        folder = article.folder.removeprefix("docs/")
        made.append(f"{folder}/one-page.md")
        if any(page.blocks("question-list") for page in article.pages):
            made.append(f"{folder}/questions-to-take.md")
    wanted = {re.sub(r"(index)?\.md$", "", path).strip("/") for path in [*typed, *made]}
    assert {
        name.removesuffix("index.html").strip("/") for name in pages(site) if name != "404.html"
    } == wanted


def test_nothing_is_published_that_is_no_page_of_a_reader(site):
    published = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    assert not [name for name in published if re.search(r"_data|\.meta|\.py$|\.md$", name)]


def test_every_citation_leads_to_a_reference_and_back(site):
    for name, page in pages(site).items():
        ids = {element["id"] for element in page.select("[id]")}
        for link in page.select(".citation a, .reference-backlinks a"):
            assert link["href"].removeprefix("#") in ids, f"{name}: {link}"
        listed = page.select(".reference-list > li.reference")
        assert len(listed) == len(page.select("li.reference .reference-backlinks"))


def test_no_reader_sees_the_syntax(site):
    for name, page in pages(site).items():
        for code in page.select("code, pre"):
            code.decompose()
        assert not re.search(r"\[[^\]]*@\w|\\bibliography|^///", page.text, re.MULTILINE), name


def test_a_page_loads_nothing_from_elsewhere(site):
    for name, page in pages(site).items():
        for element in page.select(LOADED):
            address = element.get("src") or element.get("href") or ""
            assert not re.match(r"(https?:)?//", address) or address.startswith(ADDRESS), f"{name}: {element}"


def test_addresses_come_from_the_environment(site):
    page = pages(site)["sertraline-and-crying/index.html"]
    assert page.select_one("link[rel=canonical]")["href"] == f"{ADDRESS}sertraline-and-crying/"
    edit = f"{REPOSITORY}/edit/main/docs/sertraline-and-crying/index.md"
    assert page.select_one(f"a[href='{edit}']")
    assert pages(site)["404.html"].select_one("a[href^='/health/']")


def test_without_a_repository_there_is_no_link_to_edit(tmp_path):
    page = pages(build("mkdocs", tmp_path))["sertraline-and-crying/index.html"]
    assert not page.select("a[href*='/edit/']")
    assert not page.select_one("link[rel=canonical]")
