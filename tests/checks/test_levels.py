"""How grave it is what a rule that reads wording finds: the levels are part of what a rule promises."""

import datetime as dt
import importlib.util
import shutil
from pathlib import Path

import pytest

from citewell.registry.run import ALL, run
from citewell.rule import Family
from citewell.site import load_site

HERE = Path(__file__).parent
TODAY = dt.date(2026, 6, 1)
ERROR, WARNING = {"error"}, {"warning"}
LEVELS = {
    "abbreviations": WARNING,
    "absolute-words": WARNING,
    "ai-assistance": ERROR,
    "article-facts": ERROR,
    "badges": ERROR,
    "call-to-action": ERROR,
    "care-cards": WARNING,
    "contractions": WARNING,
    "crisis-numbers": ERROR,
    "crisis-seen": WARNING,
    "crisis-words": ERROR,
    "headings": ERROR | WARNING,
    "link-text": ERROR | WARNING,
    "long-lists": WARNING,
    "passive-answer": WARNING,
    "page-address": ERROR | WARNING,
    "page-description": ERROR | WARNING,
    "page-links": ERROR,
    "page-title": ERROR | WARNING,
    "paragraph-length": WARNING,
    "picture-files": ERROR,
    "picture-words": ERROR | WARNING,
    "plainer-words": WARNING,
    "public-issue": ERROR,
    "reading-grade": WARNING,
    "required-pages": ERROR | WARNING,
    "published-addresses": ERROR,
    "redirects": ERROR,
    "review-overdue": WARNING,
    "review-period": ERROR | WARNING,
    "sentence-length": WARNING,
    "should": WARNING,
    "shown-pictures": ERROR,
    "shouting": WARNING,
    "stigma": ERROR | WARNING,
    "stop-taking": ERROR,
    "stopping-told": ERROR,
    "strong-source": WARNING,
    "suicide-wording": ERROR,
    "taper-schedule": ERROR,
    "topics": ERROR,
    "unlisted-addresses": WARNING,
    "weak-design": WARNING,
    "x-in-n": WARNING,
}


def broken_cases(rule):
    spec = importlib.util.spec_from_file_location("cases_of_rules", HERE / "test_rules.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [files for _, files, expected in module.cases(rule.replace("-", "_")) if expected]


@pytest.mark.parametrize("rule", LEVELS)
def test_a_rule_finds_problems_of_its_levels_and_of_no_others(rule, tmp_path):
    levels = set()
    for number, files in enumerate(broken_cases(rule)):
        root = tmp_path / str(number)
        shutil.copytree(HERE.parent / "example_site", root)
        for path, text in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        site, _ = load_site(root, TODAY)
        levels |= {problem.level for problem in run(site) if problem.rule == rule}
    assert levels == LEVELS[rule]


@pytest.mark.parametrize(
    "rule", [rule for rule in ALL if rule.family is Family.WORDING], ids=lambda rule: rule.id
)
def test_every_rule_of_plain_language_has_its_levels_written_down(rule):
    assert rule.id in LEVELS
