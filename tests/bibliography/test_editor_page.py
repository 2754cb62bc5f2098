"""The page for editors keeps what it promises: its examples read, and nothing of the format is left out."""

import re
from pathlib import Path

import pytest

from citewell.bibliography import fields
from citewell.bibliography.bibtex import BibFile, read_library
from citewell.bibliography.evidence import PARTS
from citewell.bibliography.kinds import REQUIRED
from tests.bibliography.expectations import read_fixture

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGE = (ROOT / "docs" / "editors" / "references.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```bibtex\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
NAMED = set(re.findall(r"`([^`\n]+)`", PAGE))


def section(heading):
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def rows(heading):
    return [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in section(heading).splitlines()
        if line.startswith("| `")
    ]


def test_there_are_examples():
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.partition(",")[0])
def test_an_example_reads_without_a_problem(example):
    library, problems = read_library([BibFile("references.md", example)])
    assert problems == []
    assert len(library) >= 1


@pytest.mark.parametrize("name", fields.EVIDENCE)
def test_every_field_for_evidence_is_explained_and_shown(name):
    explained = {row[0].strip("`") for row in rows("Fields for evidence")}
    assert name in explained
    assert any(re.search(rf"^ *{name} *=", example, re.MULTILINE) for example in EXAMPLES)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_a_finding_is_explained(part):
    assert f"- `{part}:` " in section("Fields for evidence")


@pytest.mark.parametrize("name", sorted(fields.READ))
def test_every_field_that_is_read_is_named(name):
    assert name in NAMED


@pytest.mark.parametrize("kind", REQUIRED)
def test_every_kind_is_listed_with_what_it_must_have(kind):
    (row,) = (row for row in rows("Kinds of work") if row[0] == f"`@{kind}`")
    named = set(re.findall(r"`([a-z]+)`", row[2]))
    assert named == {name for alternatives in REQUIRED[kind] for name in alternatives}


def test_every_rule_is_explained():
    found = {"duplicate-key", "no-entries", "unreadable-file", "malformed-date"}
    for path in HERE.glob("*.bib"):
        found |= {problem.rule for problem in read_library([BibFile("a.bib", read_fixture(path).text)])[1]}
    found |= {f"malformed-{name}" for name in fields.DATES}
    explained = {
        rule for row in rows("What the messages mean") for rule in re.findall(r"`([a-z-]+)`", row[0])
    }
    assert explained == found


@pytest.mark.parametrize(
    "typed", [cell for row in rows("Identifiers") for cell in re.findall(r"`([^`]+)`", row[2])]
)
def test_every_identifier_shown_is_well_formed(typed):
    name = next(row[0].strip("`") for row in rows("Identifiers") if f"`{typed}`" in row[2])
    library, problems = read_library([BibFile("a.bib", f"@misc{{key, title = {{T}}, {name} = {{{typed}}}}}")])
    assert problems == []
    assert library.get("key").get(name) == typed


def test_every_name_shown_can_be_read():
    names = re.findall(r"^\| [^|`]+ \| `([^`]+)`", section("Names"), re.MULTILINE)
    assert len(names) >= 6
    for typed in names:
        _, problems = read_library([BibFile("a.bib", f"@misc{{key, title = {{T}}, author = {{{typed}}}}}")])
        assert problems == []
