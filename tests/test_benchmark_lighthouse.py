"""What is read from Lighthouse's reports, and how it stands in the table; Lighthouse is not run here."""

import json
from pathlib import Path

import pytest

from benchmarks.lighthouse.install import installed_lighthouse
from benchmarks.lighthouse.report import Loss, Report, median_losses, median_scores, read_report
from benchmarks.lighthouse.table import lighthouse_table

LIGHTHOUSE = Path(__file__).parents[1] / "benchmarks" / "lighthouse"
ALL = dict.fromkeys(("performance", "accessibility", "best-practices", "seo"), 100)


def category(score, **weights):
    return {"score": score, "auditRefs": [{"id": name, "weight": weight} for name, weight in weights.items()]}


def lighthouse_json(**categories):
    """The parts of a report that are read. Performance lost points; another category if it is given so."""
    full = category(1, fine=1)
    return {
        "requestedUrl": "http://127.0.0.1/page/",
        "lighthouseVersion": "13.5.0",
        "environment": {
            "hostUserAgent": "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0.0.0 Safari/537.36"
        },
        "categories": {
            "performance": category(0.955, slow=30, fine=10, absent=0, hint=0),
            "accessibility": full,
            "best-practices": full,
            "seo": full,
        }
        | categories,
        "audits": {
            "slow": {"score": 0.9, "title": "First paint", "displayValue": "2.0 s"},
            "fine": {"score": 1, "title": "In order"},
            "broken": {"score": 0, "title": "Links have no words"},
            "absent": {"score": None, "title": "Does not apply"},
            "hint": {"score": 0, "title": "Costs nothing"},
        },
    }


def test_report_gives_scores_losses_and_versions():
    report = read_report(lighthouse_json(seo=category(0.75, fine=3, broken=1)))
    assert report.scores == {**ALL, "performance": 96, "seo": 75}
    assert [(loss.category, loss.audit, round(loss.points, 6), loss.words) for loss in report.losses] == [
        ("performance", "slow", 7.5, "First paint: 2.0 s"),
        ("seo", "broken", 25, "Links have no words"),
    ]
    assert (report.version, report.browser) == ("13.5.0", "Chromium 156")


@pytest.mark.parametrize(
    ("runtime_error", "words"),
    [
        ({"runtimeError": {"code": "NO_FCP", "message": "Nothing was painted."}}, "Nothing was painted"),
        ({}, "an audit of seo failed"),
    ],
    ids=["the page failed", "an audit failed"],
)
def test_a_category_without_a_score_is_an_error_not_a_zero(runtime_error, words):
    with pytest.raises(ValueError, match=f"page/ has no score: {words}"):
        read_report(lighthouse_json(seo=category(None, fine=1)) | runtime_error)


def run(performance, **points):
    losses = [Loss("performance", name, value, f"{name} {value}") for name, value in points.items()]
    return Report({**ALL, "performance": performance}, losses, "13.5.0", "Chromium 156")


def test_medians_are_taken_over_the_runs_of_a_page():
    runs = [run(90, slow=8.0, once=2.0), run(99, slow=1.0), run(96, slow=3.0, shift=1.0)]
    assert median_scores(runs) == {**ALL, "performance": 96}
    assert median_losses(runs) == [Loss("performance", "slow", 3.0, "slow 3.0")]


def test_table_names_what_is_below_the_target_and_what_lost_the_points():
    table = lighthouse_table({"": [run(95)], "page/": [run(94, small=1.0, large=5.0)]})
    assert table.splitlines()[:11] == [
        "| Lighthouse | performance | accessibility | best practices | SEO |",
        "|---|--:|--:|--:|--:|",
        "| home | 95 | 100 | 100 | 100 |",
        "| page/ | 94 | 100 | 100 | 100 |",
        "",
        "At least 95 in all four: not reached by performance of page/.",
        "",
        "| page | category | audit | points lost | what it says |",
        "|---|---|---|--:|---|",
        "| page/ | performance | large | 5.0 | large 5.0 |",
        "| page/ | performance | small | 1.0 | small 1.0 |",
    ]
    assert "Lighthouse 13.5.0 in Chromium 156, its imitation of a phone; medians of 1 runs a page." in table


def test_table_says_when_the_target_is_reached():
    table = lighthouse_table({"": [run(95)]})
    assert "At least 95 in all four: holds." in table
    assert "points lost" not in table


def test_lock_pins_one_version_and_every_package_by_its_hash_and_names_no_registry():
    declared = json.loads((LIGHTHOUSE / "package.json").read_text("utf-8"))["dependencies"]
    lock = (LIGHTHOUSE / "package-lock.json").read_text("utf-8")
    packages = json.loads(lock)["packages"]
    assert packages.pop("")["dependencies"] == declared
    assert declared == {"lighthouse": packages["node_modules/lighthouse"]["version"]}
    assert [
        name for name, package in packages.items() if not package["integrity"].startswith("sha512-")
    ] == []
    assert "resolved" not in lock
    assert "://registry" not in lock


def test_a_missing_node_is_said_with_what_to_type(monkeypatch):
    monkeypatch.setattr("benchmarks.lighthouse.install.find_spec", lambda _: None)
    with pytest.raises(SystemExit, match="Type: make bench"):
        installed_lighthouse()
