"""What a browser sees of a large site while somebody writes: never an old page."""

import threading

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

import citewell.mkdocs_preview
import citewell.plugin
from tests.cache.test_second_build import SITE, write

ADDRESS = "http://127.0.0.1:8000/"


class Preview:
    """`mkdocs serve` without its socket and its watch over files: built when the test says so."""

    def __init__(self, folder):
        self.folder = folder
        config = self.config()
        config.plugins.on_startup(command="serve", dirty=False)
        self.build(config)
        server = LiveReloadServer(self.build, "127.0.0.1", 8000, str(folder / "site"))
        self.plugins = config.plugins
        self.server = config.plugins.on_serve(server, config=config, builder=self.build)

    def config(self):
        return load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / "site"))

    def build(self, config=None):
        config = config or self.config()
        config.site_url = ADDRESS
        build(config, serve_url=ADDRESS)

    def ask(self, path):
        """The status and the text that a browser gets."""
        said = []
        environment = {"PATH_INFO": f"/{path}", "REQUEST_METHOD": "GET"}
        answer = self.server.get_app()(environment, lambda status, _: said.append(status))
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        return said[0][:3], body.decode()

    def laid_out(self):
        site = self.folder / "site"
        return {path.relative_to(site).as_posix() for path in site.rglob("index.html")}


@pytest.fixture
def preview(tmp_path, monkeypatch):
    monkeypatch.setattr(citewell.mkdocs_preview, "LARGE", 1)
    monkeypatch.setattr(citewell.plugin, "PreviewCollector", NoCollector)
    monkeypatch.chdir(tmp_path)
    write(tmp_path, SITE)
    made = Preview(tmp_path)
    yield made
    made.plugins.on_shutdown()
    made.server.server_close()


class NoCollector(citewell.plugin.PreviewCollector):
    """The answers of readers are not what is tested: no process beside this one."""

    def start(self, *_):
        pass


def test_a_page_is_laid_out_when_it_is_asked_for(preview):
    assert preview.laid_out() == set()
    status, page = preview.ask("drugs/zincol/")
    assert status == "200"
    assert "It helps" in page
    assert preview.laid_out() == {"drugs/zincol/index.html"}
    assert preview.ask("drugs/zincol/index.html")[0] == "200"
    assert preview.ask("drugs/nothing/")[0] == "404"


def test_what_stands_beside_a_page_is_there_when_it_is_asked_for(preview):
    status, text = preview.ask("drugs/zincol/references.bib")
    assert status == "200"
    assert "@article{a" in text


@pytest.mark.parametrize(
    ("edit", "path", "before", "after"),
    [
        (
            {"docs/drugs/zincol.md": "# Zincol\n\nIt may help [@a].\n\n## Dose\n"},
            "drugs/zincol/",
            "It helps",
            "It may help",
        ),
        (
            {"mkdocs.yml": SITE["mkdocs.yml"].replace("{Drugs:", "{Medicines:")},
            "drugs/zincol/",
            ">Drugs<",
            ">Medicines<",
        ),
        ({"docs/drugs/.meta.yml": "author: Somebody else\n"}, "drugs/plain/", "The team", "Somebody else"),
        (
            {"references.bib": SITE["references.bib"].replace("title={A}", "title={A new title}")},
            "references/",
            "<cite>A</cite>",
            "A new title",
        ),
        (
            {"overrides/main.html": SITE["overrides/main.html"].replace("Ours", "Theirs")},
            "",
            "Ours",
            "Theirs",
        ),
        ({"parts/part.md": "Other words.\n"}, "drugs/whole/", "Words of a part", "Other words"),
    ],
    ids=["its text", "a title in the navigation", "its folder's facts", "a work", "a template", "a part"],
)
def test_a_change_is_seen_wherever_it_shows(preview, edit, path, before, after):
    preview.ask(path)
    write(preview.folder, edit)
    preview.build()
    status, page = preview.ask(path)
    assert status == "200"
    assert after in page
    assert before not in page


def test_a_page_that_is_gone_is_gone(preview):
    preview.ask("drugs/plain/")
    write(preview.folder, {"docs/drugs/plain.md": None})
    preview.build()
    assert preview.ask("drugs/plain/")[0] == "404"


def test_who_asks_during_a_build_gets_the_page_of_its_end(preview, monkeypatch):
    answers = []
    asking = threading.Thread(target=lambda: answers.append(preview.ask("drugs/zincol/")[1]))
    write(preview.folder, {"docs/drugs/zincol.md": "# Zincol\n\nIt may help.\n\n## Dose\n"})
    check = citewell.mkdocs_preview.LargeSite.__init__

    def in_the_middle(*arguments):
        asking.start()
        check(*arguments)

    monkeypatch.setattr(citewell.mkdocs_preview.LargeSite, "__init__", in_the_middle)
    preview.build()
    asking.join()
    assert "It may help" in answers[0]


def test_a_link_to_no_anchor_is_told(preview, caplog):
    write(preview.folder, {"docs/index.md": "# Home\n\nRead [this](drugs/zincol.md#nowhere).\n"})
    config = preview.config()
    config.validation.links.anchors = 30
    preview.build(config)
    assert "does not contain an anchor '#nowhere'" in caplog.text
