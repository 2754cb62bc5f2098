import csv
import io
import json

import pytest

from citewell.cli import main
from citewell.collector.site_pages import SitePage
from citewell.collector.tally import Line, Tally
from citewell.collector.totals import Total
from citewell.feedback.answers import REASONS
from citewell.feedback_report.as_csv import as_csv
from citewell.feedback_report.as_json import as_json
from citewell.feedback_report.as_table import as_table
from citewell.feedback_report.report import feedback_report

NOW, BEFORE, LONG_AGO = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"


def votes(page, yes=0, revision=NOW, first_day="2026-11-01", **reasons):
    """Totals of a page: yes=3, seems_wrong=2."""
    if yes:
        yield Total(page, revision, "yes", "", yes, first_day)
    for reason, number in reasons.items():
        yield Total(page, revision, "no", reason.replace("_", "-"), number, first_day)


def site(*pages):
    return [SitePage(page, NOW, f"Title of {page}", "2026-11-23") for page in pages]


TOTALS = [
    *votes("good/", yes=90, seems_wrong=10),
    *votes("bad/", yes=30, seems_wrong=60, hard_to_understand=10),
    *votes("bad-but-few/", yes=1, seems_wrong=5),
    *votes("five/", yes=5),
    *votes("four/", yes=3, seems_wrong=1),
    *votes("four/", yes=100, revision=BEFORE),
    *votes("bad/", yes=7, seems_wrong=3, revision=BEFORE, first_day="2026-10-01"),
    *votes("bad/", yes=2, revision=LONG_AGO, first_day="2026-09-01"),
    *votes("gone/", yes=6),
]
PAGES = site("none/", "five/", "four/", "bad/", "good/", "bad-but-few/")


def test_the_page_that_most_surely_does_not_help_stands_first():
    lines = feedback_report(PAGES, TOTALS)
    assert [(line.page.id, line.state, line.yes, line.no) for line in lines] == [
        ("bad/", "told", 30, 70),  # up to 40 %
        ("bad-but-few/", "told", 1, 5),  # 17 %, but up to 56 %
        ("good/", "told", 90, 10),
        ("five/", "told", 5, 0),
        ("four/", "withheld", None, None),
        ("none/", "no votes", 0, 0),
    ]
    assert [line.helpful for line in lines] == [0.3, 1 / 6, 0.9, 1.0, None, None]
    assert all(line.is_current for line in lines)


def test_reasons_stand_in_the_order_in_which_they_are_offered_and_old_ones_after_them():
    totals = votes("a/", yes=1, something_else=6, seems_wrong=7, too_long=8)
    (line,) = feedback_report(site("a/"), totals)
    assert list(line.reasons.items()) == [
        ("hard-to-understand", 0),
        ("not-what-i-looked-for", 0),
        ("seems-wrong", 7),
        ("something-else", 6),
        ("too-long", 8),
    ]


def test_all_revisions_stand_under_their_page_the_newest_first():
    lines = feedback_report(PAGES, TOTALS, all_revisions=True)
    assert [(line.page.id, line.page.revision, line.is_current, line.state) for line in lines] == [
        ("bad/", NOW, True, "told"),
        ("bad/", BEFORE, False, "told"),
        ("bad/", LONG_AGO, False, "withheld"),
        ("bad-but-few/", NOW, True, "told"),
        ("good/", NOW, True, "told"),
        ("five/", NOW, True, "told"),
        ("four/", NOW, True, "withheld"),
        ("four/", BEFORE, False, "told"),
        ("none/", NOW, True, "no votes"),
        ("gone/", NOW, False, "told"),
    ]


FORMS = [as_table, as_csv, as_json]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("all_revisions", [True, False])
def test_what_is_withheld_changes_no_character(form, all_revisions):
    """A report whose withheld numbers were others, with the same sums, is the same report."""
    one = [*votes("a/", yes=3, seems_wrong=1), *votes("b/", yes=9, seems_wrong=2, something_else=4)]
    other = [*votes("a/", yes=1, seems_wrong=1), *votes("b/", yes=9, seems_wrong=3, hard_to_understand=3)]
    printed = [
        form(feedback_report(site("a/", "b/"), totals, all_revisions=all_revisions))
        for totals in (one, other)
    ]
    assert printed[0] == printed[1]
    assert "withheld" in printed[0] or "fewer than 5" in printed[0]


def test_the_table():
    lines = feedback_report(PAGES, TOTALS, all_revisions=True)
    assert as_table(lines[:7]) == (
        "Page                        Changed     Yes  No  Helpful  95 % interval  Reasons of a No\n"
        "bad/                        2026-11-23   30  70      30%     22% to 40%  seems-wrong 60, hard-to-understand 10\n"  # noqa: E501
        "bad/ (earlier: bbbbbbbbbb)                7   3      70%     40% to 89%  withheld\n"
        "bad/ (earlier: cccccccccc)                                               fewer than 5 answers\n"
        "bad-but-few/                2026-11-23    1   5      17%      3% to 56%  seems-wrong 5\n"
        "good/                       2026-11-23   90  10      90%     83% to 94%  seems-wrong 10\n"
        "five/                       2026-11-23    5   0     100%    57% to 100%\n"
        "four/                       2026-11-23                                   fewer than 5 answers\n"
    )
    assert as_table(lines[-2:]).splitlines()[1:] == [
        "none/                        2026-11-23                                   no answers",
        "gone/ (earlier: aaaaaaaaaa)                6   0     100%    61% to 100%",
    ]


def test_the_table_says_what_else_is_withheld():
    lines = feedback_report(site("a/"), votes("a/", seems_wrong=30, something_else=2))
    assert as_table(lines).splitlines()[1].endswith("  seems-wrong 30, the others withheld")


HOSTILE = ["\x1b[31mred/", "a\nb/", "\N{RIGHT-TO-LEFT OVERRIDE}x/", "\x9b1m/", "\x07"]


@pytest.mark.parametrize("page", HOSTILE)
def test_a_terminal_obeys_nothing_in_the_table(page):
    printed = as_table(feedback_report([SitePage(page, NOW, page, page)], votes(page, yes=9)))
    assert len(printed.splitlines()) == 2
    assert all(character.isprintable() for character in printed.replace("\n", ""))


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\N{FULLWIDTH EQUALS SIGN}1",
    " =1",
    "\x00=1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text):
    lines = feedback_report(
        [SitePage(text, NOW, text, text)], [Total(text, NOW, "no", text, 9, "2026-11-01")]
    )
    for row in csv.reader(io.StringIO(as_csv(lines))):
        for cell in row:
            assert not cell.startswith(
                ("=", "+", "-", "@", "\t", "\r", "\n", " ", "\N{FULLWIDTH EQUALS SIGN}")
            )


def test_the_csv():
    rows = list(csv.DictReader(io.StringIO(as_csv(feedback_report(PAGES, TOTALS)))))
    assert rows[0] == {
        "page": "bad/",
        "title": "Title of bad/",
        "revision": NOW,
        "current": "yes",
        "changed": "2026-11-23",
        "state": "told",
        "yes": "30",
        "no": "70",
        "helpful": "0.3000",
        "lower": "0.2189",
        "upper": "0.3958",
        "hard-to-understand": "10",
        "not-what-i-looked-for": "0",
        "seems-wrong": "60",
        "something-else": "0",
    }
    withheld, none = rows[-2:]
    assert {withheld[name] for name in ("yes", "no", "helpful", "lower", "upper", *REASONS)} == {"withheld"}
    assert [none[name] for name in ("state", "yes", "no", "helpful", *REASONS)] == [
        "no votes",
        "0",
        "0",
        "",
        *"0000",
    ]


def test_the_json():
    document = json.loads(as_json(feedback_report(PAGES, TOTALS)))
    assert document["interval"] == {"method": "Wilson", "level": 0.95}
    assert document["withheld_under"] == 5
    assert document["pages"][0] == {
        "page": "bad/",
        "title": "Title of bad/",
        "revision": NOW,
        "current": True,
        "changed": "2026-11-23",
        "state": "told",
        "yes": 30,
        "no": 70,
        "helpful": 0.3,
        "lower": 0.2189,
        "upper": 0.3958,
        "reasons": {
            "hard-to-understand": 10,
            "not-what-i-looked-for": 0,
            "seems-wrong": 60,
            "something-else": 0,
        },
    }
    withheld = document["pages"][4]
    assert (withheld["state"], withheld["yes"], withheld["helpful"]) == ("withheld", None, None)
    assert set(withheld["reasons"].values()) == {None}


@pytest.fixture
def files(tmp_path):
    """The arguments that name a tally and its pages."""
    tally = Tally(tmp_path / "votes.sqlite")
    for page, revision, vote, reason, number, first_day in TOTALS:
        tally.add({Line(first_day, page, revision, vote, reason): number})
    tally.close()
    entries = [
        {"id": page.id, "revision": page.revision, "title": page.title, "changed": None} for page in PAGES
    ]
    (tmp_path / "pages.json").write_text(json.dumps({"pages": entries}))
    return ["--database", str(tmp_path / "votes.sqlite"), "--pages", str(tmp_path / "pages.json")]


@pytest.mark.parametrize(
    ("options", "begins"),
    [
        ([], "Page          Changed  Yes  No  "),
        (["--format", "csv"], "page,title,revision,"),
        (["--format", "json"], '{\n  "interval"'),
        (["--all-revisions"], "Page                         Changed  Yes"),
    ],
)
def test_the_command_prints_it(files, capsys, options, begins):
    assert main(["feedback", "report", *files, *options]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(begins)
    assert ("gone/" in printed) == (options == ["--all-revisions"])


@pytest.mark.parametrize(
    ("name", "said"),
    [("votes.sqlite", "is not there. Name the file"), ("pages.json", "cannot be read")],
)
def test_what_is_missing_is_told(files, capsys, tmp_path, name, said):
    (tmp_path / name).unlink()
    assert main(["feedback", "report", *files]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("citewell: ")
    assert said in told.err
