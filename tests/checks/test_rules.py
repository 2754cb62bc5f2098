"""Every rule, held against small sites that break it and that keep it: one file of cases a rule."""

import datetime as dt
import importlib
import re
import shutil
from pathlib import Path

import pytest

from citewell.blocks.kinds import BY_NAME
from citewell.registry.run import ALL, run
from citewell.site import load_site

HERE = Path(__file__).parent
RULES = sorted(
    path.stem
    for path in (HERE.parents[1] / "citewell" / "checks").glob("*.py")
    if path.stem not in ("__init__", "cli")
)
DATA = ["affiliates", "crisis_contacts", "drugs", "feedback", "page_facts", "people", "terms"]
"""What data files and a page's own facts are held against: rules too, read where the files are."""

TODAY = dt.date(2026, 6, 1)
_CASE = re.compile(r"^## (?P<name>.+)\n(?P<body>(?:(?!^## ).*\n?)*)", re.MULTILINE)
_FILE = re.compile(r"^~~~ (?P<path>\S+)\n(?P<text>.*?)^~~~$", re.MULTILINE | re.DOTALL)
_EXPECTED = re.compile(r"^- `(?P<place>[^`]+)` (?P<message>.+)$", re.MULTILINE)


def cases(rule):
    text = (HERE / f"{rule}.md").read_text(encoding="utf-8")
    for case in _CASE.finditer(text):
        files = {file["path"]: file["text"] for file in _FILE.finditer(case["body"])}
        yield (
            case["name"],
            files,
            [(found["place"], found["message"]) for found in _EXPECTED.finditer(case["body"])],
        )


CASES = [
    pytest.param(rule, *case[1:], id=f"{rule}: {case[0]}") for rule in RULES + DATA for case in cases(rule)
]


@pytest.mark.parametrize(("rule", "files", "expected"), CASES)
def test_a_rule_finds_what_it_promises(rule, files, expected, tmp_path):
    shutil.copytree(HERE.parent / "example_site", tmp_path, dirs_exist_ok=True)
    for path, text in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    site, faults = load_site(tmp_path, TODAY)
    found = [problem for problem in {*faults, *run(site)} if problem.rule == rule.replace("_", "-")]
    places = [
        (f"{problem.path}:{problem.line}:{problem.column}", problem.message) for problem in sorted(found)
    ]
    assert [place for place, _ in places] == [place for place, _ in expected], places
    for (_, message), (_, begins) in zip(places, expected, strict=True):
        assert begins in message


@pytest.mark.parametrize("rule", RULES + DATA)
def test_a_rule_has_cases_that_break_it_and_cases_that_keep_it(rule):
    outcomes = {bool(expected) for _, _, expected in cases(rule)}
    assert outcomes == {True, False}


def test_every_rule_is_run_once_and_every_file_is_a_rule():
    assert sorted(rule.id for rule in ALL) == [rule.replace("_", "-") for rule in RULES]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_that_keeps_readers_safe_cannot_be_silenced(rule):
    assert rule.may_be_silenced == (
        rule.family in {"governance and dates", "evidence", "plain language", "being found"}
    )


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_what_it_promises_and_why(rule):
    words = importlib.import_module(f"citewell.checks.{rule}").__doc__
    promise, _, rest = words.partition("\n\n")
    assert rule.replace("_", "-") == importlib.import_module(f"citewell.checks.{rule}").ID
    assert promise.endswith(".")
    assert "\nFails:\n" in rest
    assert "\nPasses:\n" in rest


@pytest.mark.parametrize("kind", BY_NAME)
def test_every_kind_of_block_is_broken_and_kept_by_a_case(kind):
    begun = re.compile(rf"^/// {kind}\b", re.MULTILINE)
    outcomes = {
        bool(expected)
        for _, files, expected in cases("block")
        if any(begun.search(text) for text in files.values())
    }
    assert outcomes == {True, False}
