"""`citewell report`, in a project of its own."""

import csv
import io
import json
from itertools import pairwise

import pytest

from citewell.cli import main
from citewell.days import today
from citewell.report.reports import NAMES
from tests.report.editors_site import ADDRESS, PAGES_CSV, QUERIES_CSV, export_zip, write_site


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The example site, with an export beside it; the command runs in its folder."""
    write_site(tmp_path)
    filters = "Filter,Value\nDate,Last 3 months\n"
    (tmp_path / "export.zip").write_bytes(
        export_zip(Pages_csv=PAGES_CSV, Queries_csv=QUERIES_CSV, Filters_csv=filters)
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(project, capsys):  # noqa: ARG001 - the command runs in it
    """Runs the command: its exit code, and what it prints on either side."""

    def run(*arguments):
        code = main(["report", *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


SEARCHES = ("--searches", "export.zip", "--site", ADDRESS)


def test_all_reports_but_the_searches_are_printed_as_tables(run):
    code, printed, told = run()
    assert (code, told) == (0, "")
    heads = [line for line, under in pairwise(printed.splitlines()) if under and set(under) == {"="}]
    assert heads == ["Review calendar", "Citation use", "Claims", "Reading grades"]


def test_the_searches_need_an_export(run):
    code, printed, _ = run(*SEARCHES)
    assert code == 0
    assert "Searches\n========\n" in printed
    assert "docs/tears/index.md" in printed
    assert "Filters of the export: Date: Last 3 months.\n" in printed


@pytest.mark.parametrize("name", NAMES)
def test_each_report_is_printed_alone_in_every_format(run, name):
    only = ("--only", name, *(SEARCHES if name == "searches" else ()))
    code, printed, _ = run(*only, "--format", "json")
    assert code == 0
    document = json.loads(printed)
    assert document["day"] == today().isoformat()
    [report] = document["reports"].values()
    code, printed, _ = run(*only, "--format", "csv")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [list(row) for row in rows] == [list(row) for row in report["rows"]]
    assert len(rows) > 0
    assert run(*only, "--format", "table")[1] == run(*only)[1]


def test_reports_are_printed_in_one_order(run):
    _, printed, _ = run("--only", "claims", "--only", "review-calendar", "--format", "json")
    assert list(json.loads(printed)["reports"]) == ["review-calendar", "claims"]


def test_the_dashboard_is_written_and_nothing_else_is_printed(run, project):
    code, printed, told = run("--html", "report.html", *SEARCHES)
    assert (code, printed, told) == (0, "", "Written: report.html\n")
    assert "Example Help" in (project / "report.html").read_text(encoding="utf-8")


def test_the_dashboard_and_a_format_together(run, project):
    _, printed, _ = run("--html", "report.html", "--format", "json")
    assert list(json.loads(printed)["reports"]) == list(NAMES[:-1])
    assert (project / "report.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("gone",), "gone/docs is no folder. Name the project's folder"),
        (
            ("--format", "csv"),
            "CSV is one table. Name one report: --only review-calendar or --only citation-use",
        ),
        (("--only", "searches"), "Add --searches FILE, an export of Google Search Console"),
        (("--only", "claims", *SEARCHES), "Add --only searches, or leave --searches out"),
        (("--searches", "export.zip"), "Add that of the site's first page: --site https://example.org/"),
        ((*SEARCHES[:3], "example.org"), "Add that of the site's first page: --site https://example.org/"),
        (
            (*SEARCHES[:3], "https://example.com/"),
            "No page of the export begins with https://example.com/; the",
        ),
        (("--html", "docs/x.html"), "docs/x.html lies in docs/, which is published."),
        (("--html", "docs/x.html", *SEARCHES), "docs/x.html lies in docs/, which is published."),
    ],
)
def test_what_was_mistyped_is_told(run, project, arguments, said):
    code, printed, told = run(*arguments)
    assert (code, printed) == (2, "")
    assert told.startswith("citewell: ")
    assert said in told
    assert not list(project.rglob("*.html"))


def test_an_export_that_cannot_be_read_is_told(run, project):
    (project / "export.zip").write_bytes(export_zip(Pages_csv=PAGES_CSV.replace(",100,", ",\x1bmany,")))
    code, printed, told = run(*SEARCHES)
    assert (code, printed) == (1, "")
    assert told.startswith("citewell: Pages.csv:3: Write clicks as a whole number, not “ many”. In Search")


def test_an_export_of_queries_alone_needs_no_address(run, project):
    (project / "q.csv").write_text(QUERIES_CSV, encoding="utf-8")
    assert run("--only", "searches", "--searches", "q.csv")[0] == 0


def test_single_files_are_read_together(run, project):
    for name, text in (("q.csv", QUERIES_CSV), ("p.csv", PAGES_CSV)):
        (project / name).write_text(text, encoding="utf-8")
    apart = run("--searches", "p.csv", "--searches", "q.csv", "--site", ADDRESS, "--format", "json")
    together = run(*SEARCHES, "--format", "json")
    rows = [json.loads(printed)["reports"]["searches"]["rows"] for _, printed, _ in (apart, together)]
    assert rows[0] == rows[1]


def test_sources_with_errors_are_reported_as_far_as_they_can_be_read(run, project):
    (project / "docs/tears/soon.md").write_text("---\nnext_review: soon\n---\n# T\n", encoding="utf-8")
    code, printed, told = run("--only", "review-calendar", "--format", "json")
    assert code == 1
    document = json.loads(printed)
    assert document["errors_in_sources"] > 0
    [unreadable] = [
        row for row in document["reports"]["review-calendar"]["rows"] if row["page"].endswith("soon.md")
    ]
    assert unreadable["state"] == "facts cannot be read"
    assert "mend what `citewell check` says" in told


def test_a_warning_hides_nothing(run, project):
    bibliography = (project / "references.bib").read_text(encoding="utf-8")
    (project / "references.bib").write_text(
        f"{bibliography}@misc{{w, title={{T}}, yaer={{2020}}}}\n", encoding="utf-8"
    )
    code, _, told = run()
    assert (code, told) == (0, "")


def test_names_of_medicines_make_no_page_harder_to_read(run, project):
    words = "Sertraline or Zoloft can help some people who feel very low for a long time. " * 9
    (project / "docs/tears/plain.md").write_text(words, encoding="utf-8")
    _, printed, _ = run("--only", "reading-grades", "--format", "json")
    rows = {row["page"]: row for row in json.loads(printed)["reports"]["reading-grades"]["rows"]}
    assert rows["docs/tears/plain.md"]["words"] == 9 * 13


def test_a_terminal_is_not_written_over_its_edge(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    lines = run("--only", "citation-use")[1].splitlines()
    assert max(map(len, lines)) <= 100
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    assert max(map(len, run("--only", "citation-use")[1].splitlines())) > 100
