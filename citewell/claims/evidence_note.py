"""The note under a claim: how sure we are, who was studied, what was found, and what that cannot show."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.bibliography.reference import Finding, Reference
from citewell.bibliography.short_name import short_name
from citewell.citations.reference_list import notice_paragraph, reference_id
from citewell.claims.certainty import CERTAINTIES, certainty_mark
from citewell.reference_lock.notice import Notice


@dataclass(frozen=True)
class Evidence:
    """One work behind a claim.

    Args:
        reference: the work.
        findings: those that the claim uses, in the order of the bibliography.
        notices: on the work, the gravest first.
    """

    reference: Reference
    findings: Sequence[Finding]
    notices: Sequence[Notice] = ()


def claim_anchor(name: str) -> str:
    """The id of a claim, which others may link to."""
    return f"claim-{name}"


def evidence_note(
    name: str, certainty: str, evidence: Sequence[Evidence], meaning_address: str
) -> etree.Element:
    """The closed disclosure of a claim.

    Args:
        name: of the claim.
        certainty: a key of CERTAINTIES.
        evidence: the works cited in the statement, in their order there.
        meaning_address: of the page that says what the levels mean; empty for none.
    """
    note = etree.Element("details", {"class": "evidence-note", "data-search-exclude": ""})
    summary = etree.SubElement(note, "summary")
    summary.text = "How sure are we? "
    level = etree.SubElement(summary, "span", {"class": f"certainty certainty-{certainty}"})
    level.text = CERTAINTIES[certainty].name
    meaning = etree.SubElement(note, "p", {"class": "evidence-meaning"})
    mark = certainty_mark(certainty, meaning_address)
    mark.tail = f": {CERTAINTIES[certainty].meaning} This is our own rating."
    meaning.append(mark)
    for work in evidence:
        _add_work(note, work)
    foot = etree.SubElement(note, "p", {"class": "evidence-link"})
    etree.SubElement(foot, "a", {"href": f"#{claim_anchor(name)}"}).text = "Link to this statement"
    return note


def _add_work(note: etree.Element, work: Evidence) -> None:
    reference = work.reference
    part = etree.SubElement(note, "div", {"class": "evidence-work"})
    title = etree.SubElement(part, "p", {"class": "evidence-name"})
    link = etree.SubElement(title, "a", {"href": f"#{reference_id(reference)}"})
    link.text = short_name(reference)
    part.extend(notice_paragraph(notice) for notice in work.notices)
    rows = [("Kind of source", reference.get("design")), ("Who was studied", reference.get("sample"))]
    rows += [("What it found", _found(finding)) for finding in work.findings]
    rows.append(("What it cannot show", reference.get("limits")))
    if not any(words for _, words in rows):
        etree.SubElement(part, "p").text = "No notes on this source have been written yet."
        return
    facts = etree.SubElement(part, "dl")
    for term, words in rows:
        if words:
            row = etree.SubElement(facts, "div")
            etree.SubElement(row, "dt").text = term
            etree.SubElement(row, "dd").text = words


def _found(finding: Finding) -> str:
    outcome = finding.outcome[:1].upper() + finding.outcome[1:]
    return f"{outcome}: {finding.value} ({finding.who}; medicine: {finding.medicine})"
