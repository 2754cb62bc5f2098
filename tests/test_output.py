"""Problems in the forms in which people and programs read them; hostile words stay words."""

import json

import markdown
import pytest

from citewell.output import (
    MOST_ANNOTATIONS,
    MOST_LINES,
    as_annotations,
    as_json,
    as_line,
    as_summary,
    as_text,
)
from citewell.problem import Problem

ONE = Problem("docs/b.md", 9, 2, "absolute-words", "Write “may” instead of “always”")
TWO = Problem("docs/a.md", 3, 1, "plainer-words", "Write “about”", "warning")
ATTACK = (
    "100%\n::error::x\r::set-output name=a::b <script>alert(1)</script> | [x](javascript:1) "
    "@owner \x1b[31m \u202e"
)


def test_text_is_a_line_a_problem_in_the_order_of_their_places():
    assert as_text([ONE, TWO]).splitlines() == [
        "docs/a.md:3:1: warning: Write “about” [plainer-words]",
        "docs/b.md:9:2: error: Write “may” instead of “always” [absolute-words]",
    ]


def test_annotations_stand_on_their_lines():
    assert as_annotations([ONE, TWO]).splitlines() == [
        "::error file=docs/b.md,line=9,col=2,title=absolute-words::Write “may” instead of “always”",
        "::warning file=docs/a.md,line=3,col=1,title=plainer-words::Write “about”",
    ]


def test_what_github_would_not_show_follows_as_lines_and_own_files_come_first():
    many = [Problem(f"docs/{number:02}.md", 1, 1, "x", "Mend") for number in range(15)]
    lines = as_annotations(many, own_files={"docs/14.md"}).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == MOST_ANNOTATIONS
    assert commands[0].startswith("::error file=docs/14.md,")
    assert [line.split(":")[0] for line in lines[MOST_ANNOTATIONS:]] == [
        f" docs/{number:02}.md" for number in range(9, 14)
    ]


@pytest.mark.parametrize("place", ["message", "path", "rule"])
def test_no_word_of_a_problem_is_a_command_or_a_control_character(place):
    facts = {"path": "docs/a.md", "line": 1, "column": 1, "rule": "x", "message": "Mend", place: ATTACK}
    problem = Problem(**facts)
    for text in (as_line(problem), as_annotations([problem]), as_annotations([ONE] * 10 + [problem])):
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "\r" not in text
        assert len([line for line in text.splitlines() if line.startswith("::error file=")]) <= 10
        assert not [line for line in text.splitlines() if line.startswith(("::error::", "::set"))]
    annotation = as_annotations([problem])
    assert annotation.count("::") == 2 + (ATTACK.count("::") if place == "message" else 0)


@pytest.mark.parametrize("place", ["message", "path", "rule"])
def test_a_summary_holds_the_words_as_words(place):
    facts = {"path": "docs/a.md", "line": 1, "column": 1, "rule": "x", "message": "Mend", place: ATTACK}
    html = markdown.markdown(as_summary([Problem(**facts)], "1 error"), extensions=["tables"])
    assert html.count("<td>") == 3
    assert "<script" not in html
    assert "<a " not in html
    assert "@owner" not in html, "nobody is called by a stranger's file"


def test_a_summary_has_errors_first_and_an_end():
    text = as_summary([TWO, ONE], "1 error, 1 warning")
    assert text.index("docs/b.md") < text.index("docs/a.md")
    assert "Warning: Write" in text
    assert text.rstrip().endswith("1 error, 1 warning")
    many = [Problem("docs/a.md", line, 1, "x", "Mend") for line in range(1, MOST_LINES + 6)]
    assert "And 5 more" in as_summary(many, "")
    assert as_summary([], "0 errors").startswith("### Nothing to mend")


def test_json_is_read_by_programs():
    read = json.loads(as_json([ONE, TWO], errors=1, silenced=2))
    assert read["errors"] == 1
    assert read["silenced"] == 2
    assert read["problems"][0] == {
        "path": "docs/a.md",
        "line": 3,
        "column": 1,
        "level": "warning",
        "rule": "plainer-words",
        "message": "Write “about”",
    }
