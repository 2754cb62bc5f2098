"""The page for editors on blocks keeps what it promises: its examples read, and nothing is left out."""

import re
from pathlib import Path

import pytest

from citewell.blocks.grammar import find_blocks
from citewell.blocks.kinds import KINDS
from citewell.claims.certainty import CERTAINTIES
from citewell.days import today
from citewell.front_matter import read_front_matter
from citewell.metadata import Metadata
from citewell.page_facts import FACTS, read_page_facts
from citewell.site_data import load_site_data
from citewell.source import read_source

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "editors" / "blocks.md").read_text(encoding="utf-8")
RATINGS = (ROOT / "docs" / "about" / "how-sure-we-are.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"(?ms)^```markdown\n(.*?)^```$", PAGE)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.splitlines()[0])
def test_an_example_is_read_without_a_problem(example):
    source, _ = read_source("x.md", example)
    blocks, problems = find_blocks(source)
    assert problems == []
    assert len(blocks) == 1


def test_every_kind_of_block_is_explained_and_shown():
    assert re.findall(r"(?m)^### (.+)$", PAGE) == [kind.name for kind in KINDS]
    assert {re.match(r"/// ([\w-]+)", example).group(1) for example in EXAMPLES} == {
        kind.name for kind in KINDS
    }


def test_every_option_and_choice_is_named():
    named = set(re.findall(r"`([^`\n]+)`", PAGE))
    for kind in KINDS:
        assert {*kind.options, *kind.argument_choices} <= named
    assert set(CERTAINTIES) <= named


def test_the_facts_of_an_article_are_those_that_are_read():
    assert re.findall(r"(?m)^\| `(\w+)` \|", PAGE) == list(FACTS)
    (example,) = re.findall(r"(?ms)^```yaml\n(.*?)^```$", PAGE)
    mapping, problems = read_front_matter(".meta.yml", example)
    data, _ = load_site_data(ROOT / "docs")
    facts, faults = read_page_facts(Metadata(((".meta.yml", mapping),)), data, today())
    assert [*problems, *faults] == []
    assert facts.drug.name == "sertraline"


def test_every_rating_has_its_place_on_the_page_that_explains_it():
    assert re.findall(r"(?m)^## (.+) \{#([\w-]+)\}$", RATINGS) == [
        (certainty.name, key) for key, certainty in CERTAINTIES.items()
    ]
