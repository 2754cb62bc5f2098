"""The claims: every one with how sure the editors are of it, the works behind it and the findings it uses."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citewell.article import Page
from citewell.bibliography.reference import Finding, Library, Reference
from citewell.bibliography.short_name import short_name
from citewell.blocks.grammar import Block
from citewell.citations.grammar import find_groups
from citewell.claims.certainty import CERTAINTIES
from citewell.claims.findings import used_findings
from citewell.report.table import Column, Figure, Table
from citewell.sentences.sentence import sentences_of

NAME = "claims"


@dataclass(frozen=True)
class ClaimEntry:
    """A claim.

    Args:
        page: the path of its source.
        line: where it begins.
        claim: its name.
        certainty: a key of CERTAINTIES; as typed where it is none.
        statement: its words.
        keys: of the works that it cites.
        works: their short names, in the same order.
        findings: those that it uses, each with the key of its work.
    """

    page: str
    line: int
    claim: str
    certainty: str
    statement: str
    keys: tuple[str, ...]
    works: tuple[str, ...]
    findings: tuple[str, ...]

    @property
    def place(self) -> str:
        """Path and line."""
        return f"{self.page}:{self.line}"


_COLUMNS = (
    Column("place", "Place", readers="people"),
    Column("page", "Page", readers="programs"),
    Column("line", "Line", readers="programs"),
    Column("claim", "Claim"),
    Column("certainty", "Certainty"),
    Column("statement", "Statement"),
    Column("keys", "Keys", "list", readers="programs"),
    Column("works", "Works", "list"),
    Column("findings", "Findings", "list"),
)


def claims_of(page: Page, library: Library) -> Iterator[ClaimEntry]:
    """The claims of a page, in order."""
    for block in page.blocks("claim"):
        works = _works(page, block, library)
        used = block.options.values.get("findings")
        named = [str(word) for word in used] if isinstance(used, list) else []
        typed = page.source.text[block.body_start : block.body_end]
        yield ClaimEntry(
            page.source.path,
            page.source.place(block.start)[0],
            block.argument,
            str(block.options.values.get("certainty") or ""),
            " ".join(sentence.text for sentence in sentences_of(typed)),
            tuple(work.key for work in works),
            tuple(map(short_name, works)),
            tuple(_found(work, finding) for work in works for finding in used_findings(work, named)),
        )


def claim_table(claims: Sequence[ClaimEntry]) -> Table:
    """The claims as a table."""
    figures = (
        Figure("claims", "Claims", len(claims)),
        Figure("certainty", "Of these", counts_by_certainty(claims)),
        Figure("works", "Works behind them", len({key for claim in claims for key in claim.keys})),
    )
    return Table(NAME, "Claims", _COLUMNS, claims, figures)


def counts_by_certainty(claims: Sequence[ClaimEntry]) -> dict[str, int]:
    """How many claims have each level, the highest first; a level that is none comes last."""
    counted = Counter(claim.certainty for claim in claims)
    others = sorted(counted.keys() - CERTAINTIES.keys())
    return {level: counted[level] for level in (*CERTAINTIES, *others)}


def _works(page: Page, block: Block, library: Library) -> list[Reference]:
    groups = find_groups(page.source.prose[block.body_start : block.body_end])
    keys = [citation.key for _, group in groups if isinstance(group, tuple) for citation in group]
    works = {work.key: work for key in keys if (work := library.get(key))}
    return list(works.values())


def _found(work: Reference, finding: Finding) -> str:
    return f"{work.key}: {finding.outcome}: {finding.value} ({finding.who}; medicine: {finding.medicine})"
