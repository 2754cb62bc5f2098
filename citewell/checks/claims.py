"""A claim cites its sources, names the findings it uses, and has a name of its own.

A reader follows a claim to the people who were studied; others link to it by its name.

Fails:
    /// claim | can-happen
        certainty: low

    Some people cannot cry.
    ///

Passes:
    /// claim | can-happen
        certainty: low

    Some people cannot cry [@holguinlew2013].
    ///
"""

import re
from collections.abc import Iterator

from citewell.article import Article, Page
from citewell.bibliography.reference import Library
from citewell.blocks.grammar import Block
from citewell.citations.grammar import find_groups
from citewell.claims.findings import findings_advice
from citewell.problem import Problem

ID = "claims"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(article: Article, library: Library) -> Iterator[Problem]:
    """The faults of an article's claims."""
    names: dict[str, str] = {}
    for page in article.pages:
        for block in page.blocks("claim"):
            yield from claim_problems(page, block, library)
            if block.argument in names:
                advice = f"Give this claim another name: “{block.argument}” stands in {names[block.argument]}"
                yield _problem(page, block.start, advice)
            names.setdefault(block.argument, page.source.path)
    if not names and article.index.facts.evidence == "full":
        advice = (
            "Wrap the key statements of this article in claims (/// claim | name), or set “evidence: basic” "
            "in its .meta.yml: readers are then told that the evidence notes are not written yet"
        )
        yield _problem(article.index, article.index.source.body_offset, advice)


def claim_problems(page: Page, block: Block, library: Library) -> Iterator[Problem]:
    """The faults of one claim."""
    if block.argument and not _NAME.fullmatch(block.argument):
        advice = (
            f"Write “{block.argument}” in lower case with hyphens, such as can-happen: it becomes an address"
        )
        yield _problem(page, block.start, advice)
    groups = [group for _, group in find_groups(page.source.prose[block.body_start : block.body_end])]
    keys = [citation.key for group in groups if isinstance(group, tuple) for citation in group]
    if not keys:
        yield _problem(page, block.start, "Cite the sources of this claim, as in [@goodwin2017]")
    references = {reference.key: reference for key in keys if (reference := library.get(key))}
    used = block.options.values.get("findings")
    for advice in findings_advice(list(references.values()), used if isinstance(used, list) else []):
        place = block.options.places.get("findings") or page.source.place(block.start)
        yield Problem(page.source.path, *place, ID, advice)


def _problem(page: Page, offset: int, advice: str) -> Problem:
    return Problem(page.source.path, *page.source.place(offset), ID, advice)
