"""The rules on evidence, held against small sites that break them or keep them, and against this site."""

import datetime as dt
import re
import shutil
from itertools import chain
from pathlib import Path

import pytest

from citewell.checks import (
    finding_terms,
    limits_of_the_source,
    named_slip,
    numbers_of_the_source,
    promised_time,
    scope_of_the_source,
    uncited_claim,
)
from citewell.page_text.page_text import page_text
from citewell.scope.notes import notes_of
from citewell.scope.told import telling_of
from citewell.site import load_site
from citewell.terms import PATH as TERMS
from citewell.terms import read_terms
from citewell.wording import PATH as WORDING
from citewell.wording import read_wording

HERE = Path(__file__).parent
RULES = [
    "finding_terms", "limits_of_the_source", "named_slip", "numbers_of_the_source", "promised_time",
    "scope_of_the_source", "terms", "uncited_claim",
]  # fmt: skip
NUMBERS = frozenset({"000", "111 222"})
_CASE = re.compile(r"^## (?P<name>.+)\n(?P<body>(?:(?!^## ).*\n?)*)", re.MULTILINE)
_FILE = re.compile(r"^~~~ (?P<path>\S+)\n(?P<text>.*?)^~~~$", re.MULTILINE | re.DOTALL)
_EXPECTED = re.compile(r"^- `(?P<place>[^`]+)` (?P<message>.+)$", re.MULTILINE)


def cases(rule):
    text = (HERE / f"{rule}.md").read_text(encoding="utf-8")
    for case in _CASE.finditer(text):
        files = {file["path"]: file["text"] for file in _FILE.finditer(case["body"])}
        expected = [(found["place"], found["message"]) for found in _EXPECTED.finditer(case["body"])]
        yield pytest.param(rule, files, expected, id=f"{rule}: {case['name']}")


def problems_of(root):
    site, _ = load_site(root, dt.date(2026, 6, 1))
    terms, faults = read_terms((root / TERMS).read_text(encoding="utf-8"))
    wording, _ = read_wording((root / WORDING).read_text(encoding="utf-8"))
    notes = notes_of(site.library, terms)
    yield from faults
    yield from finding_terms.check(site.library, terms)
    for page in site.pages:
        telling = telling_of(page, notes, NUMBERS)
        yield from chain(
            numbers_of_the_source.check(telling),
            scope_of_the_source.check(telling, terms),
            limits_of_the_source.check(telling, terms),
            promised_time.check(page_text(page).passages, notes),
            named_slip.check(page_text(page), wording["slips"]),
        )
        if page.facts.article:
            yield from uncited_claim.check(page_text(page).passages, terms, NUMBERS)


def test_this_site_keeps_every_rule():
    assert [*problems_of(HERE.parents[1])] == []


@pytest.mark.parametrize(("rule", "files", "expected"), [case for rule in RULES for case in cases(rule)])
def test_a_rule_finds_what_it_promises(rule, files, expected, tmp_path):
    shutil.copytree(HERE.parent / "example_site", tmp_path, dirs_exist_ok=True)
    for path, text in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    found = sorted(problem for problem in problems_of(tmp_path) if problem.rule == rule.replace("_", "-"))
    places = [(f"{problem.path}:{problem.line}:{problem.column}", problem.message) for problem in found]
    assert [place for place, _ in places] == [place for place, _ in expected], places
    for (_, message), (_, begins) in zip(places, expected, strict=True):
        assert begins in message
