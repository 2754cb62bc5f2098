"""Every gate, held against small built sites that it stops and lets pass: one file of cases a gate."""

import datetime as dt
import importlib
import shutil
from pathlib import Path

import pytest
import yaml

from citewell.seal.report import report
from citewell.seal.run import seal
from citewell.seal.settings import Settings
from citewell.seal.sources import Sources
from citewell.site import load_site
from tests.seal.cases import cases, write

HERE = Path(__file__).parent
PACKAGE = HERE.parents[1] / "citewell" / "seal" / "gates"
GATES = sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__")
TODAY = dt.date(2026, 6, 1)
BEFORE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>'
AFTER = "</body></html>"
ALL = [
    pytest.param(gate, case, id=f"{gate}: {case.name}")
    for gate in GATES
    for case in cases(HERE / "gates" / f"{gate}.md")
]


def judged(folder, files):
    """The report on a site of these files. A page without a doctype is the body of one."""
    settings = yaml.safe_load(files.get("settings", "")) or {}
    settings = {name: tuple(value) if isinstance(value, list) else value for name, value in settings.items()}
    pages = {
        path: text if text.lower().startswith("<!") else f"{BEFORE}{text}{AFTER}"
        for path, text in {"site/index.html": "", **files}.items()
        if path.endswith(".html")
    }
    sources = None
    write(folder, {**files, **pages})
    if any(path.startswith("docs/") for path in files):
        example = HERE.parent / "example_site"
        shutil.copytree(example / "docs" / "_data", folder / "docs" / "_data", dirs_exist_ok=True)
        if "references.bib" not in files:
            shutil.copy(example / "references.bib", folder)
        write(folder, {path: text for path, text in files.items() if path.startswith("docs/")})
        site, problems = load_site(folder, TODAY)
        sources = Sources(site, folder, problems=problems)
    return seal(folder / "site", Settings(**settings), sources, writes=False)


@pytest.mark.parametrize(("gate", "case"), ALL)
def test_a_gate_finds_what_it_promises(gate, case, tmp_path):
    problems = judged(tmp_path, case.files).problems
    if case.said:
        problems = [problem for problem in problems if problem.rule == gate.replace("_", "-")]
    found = [(f"{problem.path}:{problem.line}", problem.message) for problem in problems]
    assert [place for place, _ in found] == [said.place for said in case.said], found
    for (_, message), said in zip(found, case.said, strict=True):
        assert said.message in message


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_has_cases_that_it_stops_and_cases_that_it_lets_pass(gate):
    assert {bool(case.said) for case in cases(HERE / "gates" / f"{gate}.md")} == {True, False}


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_says_what_it_promises_and_why(gate):
    module = importlib.import_module(f"citewell.seal.gates.{gate}")
    promise, _, rest = module.__doc__.partition("\n\n")
    assert gate.replace("_", "-") == module.ID
    assert promise.endswith(".")
    assert "\nFails" in rest
    assert "\nPasses" in rest


def test_the_report_names_every_gate(tmp_path):
    write(tmp_path, {"site/index.html": BEFORE + AFTER})
    found = seal(tmp_path / "site", Settings(), writes=False)
    not_held = [line.partition(":")[0] for line in found.not_held]
    assert sorted({*found.held, *not_held}) == sorted(gate.replace("_", "-") for gate in GATES)
    assert report.__module__ == "citewell.seal.report"
