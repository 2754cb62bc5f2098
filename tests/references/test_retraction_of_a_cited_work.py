"""This site, and a database that says one of its works was retracted: what readers and editors meet."""

import json
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from citewell.bibliography.bibtex import read_bib_files
from tests.databases.stub import Work, retraction
from tests.references.conftest import Editor

ROOT = Path(__file__).parents[2]
KEY = "goodwin2017"
NOTICE = "https://doi.org/10.1016/j.jad.2027.01.001"


def work_of(reference):
    """A work of this site's bibliography as the databases would know it."""
    name = reference.authors[0]
    return Work(
        reference.get("doi"),
        reference.get("pmid"),
        reference.get("pmcid"),
        title=reference.get("title"),
        family=f"{name.particle} {name.family}".strip(),
        given=" ".join(name.given),
        journal=reference.get("journal"),
        short=reference.get("shortjournal"),
        year=int(reference.get("year") or 2020),
        volume=reference.get("volume"),
        pages=reference.get("pages"),
    )


@pytest.fixture
def editor(tmp_path, stub, capsys, monkeypatch):
    site = tmp_path / "site"
    site.mkdir()
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, site / name)
    for name in ("mkdocs.yml", "references.bib"):
        shutil.copy(ROOT / name, site / name)
    monkeypatch.chdir(site)
    library, _ = read_bib_files([ROOT / "references.bib"], ROOT)
    stub.works = [
        work_of(reference) for reference in library if reference.get("doi") or reference.get("pmid")
    ]
    label = library.get("zoloft-label2023").get("setid")
    stub.labels = {label: {"set_id": label, "version": "40", "effective_time": "20230808"}}
    return Editor(site, stub, capsys)


def published(editor):
    """The built site: its pages as trees, by path. Raises where the build stops."""
    config = load_config(str(editor.site / "mkdocs.yml"), strict=True, site_dir=str(editor.site / "site"))
    build(config)
    pages = (editor.site / "site").rglob("*.html")
    return {
        str(page.relative_to(editor.site / "site")): BeautifulSoup(page.read_text("utf-8"), "html.parser")
        for page in pages
    }


def line_under_the_list(page):
    return " ".join(page.select_one(".checked-line").get_text().split())


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def forget(editor):
    for file in (editor.site / ".cache").glob("databases.sqlite*"):
        file.unlink()


def test_a_retraction_reaches_readers_and_editors(editor, stub, caplog):
    index = "sertraline-and-crying/what-research-found/index.html"
    page = published(editor)[index]
    assert re.match(r"None of these \d+ references has been checked", line_under_the_list(page))

    editor.verify()
    page = published(editor)[index]
    found = re.match(r"(\d+) of (\d+) references were checked for retractions", line_under_the_list(page))
    assert found
    assert 1 < int(found[1]) <= int(found[2])
    assert page.select(".citation-notice, .reference-notice") == []
    assert page.select_one(".checked-line a")["href"] == "../../references-checked/"

    stub.work(doi="10.1016/j.jad.2017.05.048").updated_by.append(retraction())
    forget(editor)
    editor.verify()
    with pytest.raises(Abort):
        published(editor)
    cited = sorted(
        (path.relative_to(editor.site).as_posix(), number)
        for path in (editor.site / "docs" / "sertraline-and-crying").glob("*.md")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        for _ in range(line.count(f"@{KEY}"))
    )
    told = re.findall(r"^(docs/s\S+?):(\d+):\d+: error: .*retracted-citation", caplog.text, re.MULTILINE)
    assert sorted((path, int(number)) for path, number in told) == cited
    code, said = editor.check()
    assert code == 1
    assert f"say in this sentence that it was retracted, as in [@{KEY}, retracted]" in said

    for path in (editor.site / "docs").rglob("*.md"):
        text = path.read_text("utf-8")
        path.write_text(text.replace(f"@{KEY}", f"@{KEY}, retracted"), encoding="utf-8")
    pages = published(editor)
    page = pages[index]
    assert "There is a notice on 1 of them." in line_under_the_list(page)
    mark = page.select_one(".citation .citation-notice")
    assert mark["href"] == f"#ref-{KEY}"
    assert "Retraction" in mark.get_text()
    assert re.fullmatch(r"Reference \d+: Retraction", mark["aria-label"])
    notice = page.select_one(f"#ref-{KEY} .reference-notice a")
    assert notice["href"] == NOTICE
    assert notice.get_text() == "Retraction, 3 August 2027"
    assert (
        pages["references-checked/index.html"].select_one(f"#checked-{KEY} .reference-notice a")["href"]
        == NOTICE
    )
    assert pages["references/index.html"].select_one(f"#work-{KEY} .reference-notice a")["href"] == NOTICE
    status = json.loads((editor.site / "site" / "status.json").read_text("utf-8"))
    assert status["references"]["flagged"] == 1
    (work,) = (work for work in status["works"] if work["state"] == "flagged")
    assert (work["key"], work["notices"][0]["address"]) == (KEY, NOTICE)
    assert NOTICE not in (editor.site / "site" / "feed.xml").read_text("utf-8")
    assert "Retraction of 3 August 2027" in (editor.site / "site" / "feed.xml").read_text("utf-8")


def test_the_issue_names_the_pages_and_the_sentences(editor, stub, tmp_path):
    stub.work(doi="10.1016/j.jad.2017.05.048").updated_by.append(retraction())
    editor.verify()
    folder = tmp_path / "issues"
    code, said = editor.types("references", "issues", str(folder))
    assert (code, said) == (0, "Issues to be opened: 1\n")
    issue = json.loads((folder / "0001.json").read_text("utf-8"))
    assert issue["title"] == "goodwin2017: Retraction (2027-08-03)"
    assert issue["labels"] == ["reference-notice"]
    assert NOTICE in issue["body"]
    for path in (editor.site / "docs" / "sertraline-and-crying").glob("*.md"):
        if f"@{KEY}" in path.read_text("utf-8"):
            assert f"`docs/sertraline-and-crying/{path.name}` line " in issue["body"]
    assert "46 in 100 people" in issue["body"]
    known = tmp_path / "known.txt"
    known.write_text(f"{issue['title']}\n", encoding="utf-8")
    assert editor.types("references", "issues", str(folder), "--known", str(known))[1].endswith(": 0\n")


def test_with_the_network_cut_nothing_changes_and_nothing_lies(editor, stub):
    editor.verify()
    published(editor)
    lock, site = editor.lock.read_bytes(), files(editor.site / "site")
    stub.work(doi="10.1016/j.jad.2017.05.048").updated_by.append(retraction())
    forget(editor)
    stub.close()
    code, said = editor.verify()
    assert code == 0
    assert "Crossref left" in said
    assert editor.lock.read_bytes() == lock
    published(editor)
    assert files(editor.site / "site") == site


def test_a_concern_is_marked_and_does_not_stop_the_build(editor, stub):
    concern = retraction(kind="expression_of_concern", label="Expression of concern")
    stub.work(doi="10.1016/j.jad.2017.05.048").updated_by.append(concern)
    editor.verify()
    page = published(editor)["sertraline-and-crying/what-research-found/index.html"]
    assert "Expression of concern" in page.select_one(".citation-notice").get_text()
    assert "retracted" not in page.select_one(f"#ref-{KEY}").get_text().casefold()
    code, said = editor.check()
    assert code == 0
    assert "Read “Expression of concern” of 3 August 2027 on goodwin2017" in said


def test_a_withdrawal_is_not_called_a_retraction(editor, stub):
    stub.work(doi="10.1016/j.jad.2017.05.048").updated_by.append(
        retraction(kind="withdrawal", label="Withdrawal")
    )
    editor.verify()
    page = published(editor)["sertraline-and-crying/what-research-found/index.html"]
    assert "Withdrawal" in page.select_one(".citation-notice").get_text()
    assert "retract" not in page.select_one(f"#ref-{KEY}").get_text().casefold()


def test_what_a_database_says_is_text_on_the_page(editor, stub):
    notice = retraction(kind="correction", label='<img src=x onerror=alert(1)> & "quotes" \' {{ x }}')
    stub.work(doi="10.1016/j.jad.2017.05.048").updated_by.append(notice)
    editor.verify()
    pages = published(editor)
    for page in pages.values():
        assert page.select("img[onerror]") == []
    assert "{{ x }}" in pages["references/index.html"].select_one(f"#work-{KEY} .reference-notice").get_text()
