"""A rule is silenced where somebody says why, and nowhere else."""

import pytest

from citewell.problem import Problem
from citewell.silencing import permissions, silenced, without_comments

RULES = {"absolute-words": True, "plainer-words": True, "paid-links": False}


def outcome(text, *problems, path="docs/x.md"):
    """What stays and what goes of problems given as (line, rule)."""
    found = list(permissions(path, text))
    stay, gone = silenced([Problem(path, line, 1, rule, "Mend") for line, rule in problems], found, RULES)
    return [(problem.line, problem.rule, problem.message) for problem in stay], [
        (problem.line, problem.rule) for problem in gone
    ]


SILENCED = {
    "the next line": ("<!-- citewell: allow absolute-words: the label says so -->\nIt always helps.", 2),
    "the next line that is not empty": (
        "<!-- citewell: allow absolute-words: the label says so -->\n\n\nIt always helps.",
        4,
    ),
    "the line itself": ("It always helps. <!-- citewell: allow absolute-words: the label says so -->", 1),
    "the whole file": ("<!-- citewell: allow-in-file absolute-words: quotations only -->\n\nA\n\nB", 5),
}


@pytest.mark.parametrize(("text", "line"), SILENCED.values(), ids=SILENCED)
def test_a_rule_is_silenced_with_a_reason(text, line):
    assert outcome(text, (line, "absolute-words")) == ([], [(line, "absolute-words")])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/_data/x.yml", "# citewell: allow absolute-words: the label says so\nx: always"),
        ("references.bib", "% citewell: allow absolute-words: its own title\n@a{x,}"),
    ],
)
def test_data_have_comments_of_their_own(path, text):
    assert outcome(text, (2, "absolute-words"), path=path) == ([], [(2, "absolute-words")])


def test_another_rule_another_line_and_another_file_still_speak():
    text = "<!-- citewell: allow absolute-words: the label says so -->\nIt always helps.\nAlways."
    stay, gone = outcome(text, (2, "absolute-words"), (2, "plainer-words"), (3, "absolute-words"))
    assert gone == [(2, "absolute-words")]
    assert [(line, rule) for line, rule, _ in stay] == [(2, "plainer-words"), (3, "absolute-words")]


FAULTS = {
    "no reason": ("<!-- citewell: allow absolute-words -->\nAlways.", "Say after a colon why"),
    "a reason that is none": (
        "<!-- citewell: allow absolute-words: ok -->\nAlways.",
        "Say after a colon why",
    ),
    "a rule that does not exist": (
        "<!-- citewell: allow absolut-words: the label says so -->\nAlways.",
        "There is no rule “absolut-words”. Did you mean “absolute-words”?",
    ),
    "a rule that keeps readers safe": (
        "<!-- citewell: allow paid-links: we like them -->\nAlways.",
        "“paid-links” keeps readers safe and cannot be silenced",
    ),
    "another verb": (
        "<!-- citewell: ignore absolute-words: the label says so -->\nAlways.",
        "Write citewell: allow RULE: REASON",
    ),
}


@pytest.mark.parametrize(("text", "said"), FAULTS.values(), ids=FAULTS)
def test_a_comment_that_silences_nothing_says_why(text, said):
    stay, gone = outcome(text, (2, "absolute-words"))
    assert gone == []
    assert [said in message for _, rule, message in stay if rule == "silenced-rule"] == [True]


def test_a_comment_that_is_no_longer_needed_is_named():
    stay, _ = outcome("<!-- citewell: allow absolute-words: the label says so -->\nIt may help.")
    assert stay == [(1, "silenced-rule", "Take out this comment: “absolute-words” finds nothing here")]


def test_words_about_citewell_are_no_comment():
    assert list(permissions("docs/x.md", "# citewell: allow absolute-words: x y")) == []


def test_readers_do_not_load_the_comments():
    text = "A <!-- citewell: allow x: because of y -->\n<!-- another comment -->\n# citewell: guide\n"
    assert without_comments(text) == "A \n<!-- another comment -->\n# citewell: guide\n"


def test_a_comment_that_is_shown_as_code_is_no_comment():
    text = "```markdown\n<!-- citewell: allow absolute-words: the label says so -->\n```\n\nIt always helps."
    assert outcome(text, (5, "absolute-words")) == ([(5, "absolute-words", "Mend")], [])
    assert without_comments(text) == text
