"""The Python-Markdown extension that turns claim blocks into a statement with its evidence note."""

from collections.abc import Callable, Sequence
from typing import Any
from xml.etree import ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_any, type_string

from citewell.bibliography.reference import Library
from citewell.citations.reference_list import Notices
from citewell.claims.evidence_note import Evidence, claim_anchor, evidence_note
from citewell.claims.findings import used_findings

_OPTIONS: dict[str, tuple[Any, Any]] = {"certainty": ("", type_string), "findings": ((), type_any)}


class ClaimsExtension(BlocksExtension):
    """The claims.

    Args:
        library: the references that statements cite.
        certainty_address: of the page that says what the levels of certainty mean; empty for none.
        notices: on works.
    """

    def __init__(self, library: Library, certainty_address: str = "", notices: Notices | None = None) -> None:
        super().__init__()
        self._notices: Notices = notices or {}
        self._library = library
        self._certainty_address = certainty_address

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register the block, and what fills its note once its citations are known (citations run at 12)."""
        claims: list[tuple[etree.Element, ClaimBlock]] = []
        block_mgr.register(ClaimBlock, {"claims": claims})
        notes = EvidenceNotes(md, claims, self._evidence, self._certainty_address)
        md.treeprocessors.register(notes, "evidence-notes", 11)

    def _evidence(self, key: str, findings: Sequence[str]) -> Evidence | None:
        reference = self._library.get(key)
        if reference is None:
            return None
        return Evidence(reference, used_findings(reference, findings), self._notices.get(reference.key, ()))


class ClaimBlock(Block):
    """`/// claim | name`."""

    NAME = "claim"
    ARGUMENT = True
    OPTIONS = _OPTIONS

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return the claim with a place for its statement."""
        anchor = claim_anchor(self.argument)
        return etree.SubElement(parent, "div", {"class": "claim", "id": anchor})

    def on_end(self, block: etree.Element) -> None:
        """Remember the claim for its note."""
        self.config["claims"].append((block, self))


class EvidenceNotes(Treeprocessor):
    """Adds the notes, when the citations of the statements have been read."""

    def __init__(
        self,
        md: Markdown,
        claims: list[tuple[etree.Element, ClaimBlock]],
        evidence: Callable[[str, Sequence[str]], Evidence | None],
        certainty_address: str,
    ) -> None:
        super().__init__(md)
        self.claims = claims
        self.evidence = evidence
        self.certainty_address = certainty_address

    def run(self, root: etree.Element) -> None:
        """Add the note of each claim of the page."""
        del root
        for element, claim in self.claims:
            note = evidence_note(
                claim.argument,
                claim.options["certainty"],
                [work for key in _cited(element) if (work := self.evidence(key, claim.options["findings"]))],
                self.certainty_address,
            )
            html = etree.tostring(note, encoding="unicode", method="html")
            etree.SubElement(element, "div").text = self.md.htmlStash.store(html)
        self.claims.clear()


def _cited(statement: etree.Element) -> list[str]:
    """The keys that a statement cites, in order, each once."""
    ids = [
        reference_id
        for span in statement.iter("span")
        for reference_id in span.get("data-references", "").split()
    ]
    return list(dict.fromkeys(reference_id.removeprefix("ref-") for reference_id in ids))
