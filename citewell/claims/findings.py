"""Which findings of a work a claim uses: `goodwin2017/2` is the second that the bibliography gives."""

import re
from collections.abc import Iterator, Sequence

from citewell.bibliography.reference import Finding, Reference

_USED = re.compile(r"(?P<key>.+)/(?P<number>[1-9][0-9]*)")


def used_findings(reference: Reference, used: Sequence[str]) -> list[Finding]:
    """The findings of a work that a claim names, or its only one where it has one and none is named."""
    numbers = [
        int(found["number"]) for found in _named(used) if found["key"].casefold() == reference.key.casefold()
    ]
    if not numbers and len(reference.findings) == 1:
        return list(reference.findings)
    return [
        reference.findings[number - 1] for number in sorted(set(numbers)) if number <= len(reference.findings)
    ]


def findings_advice(references: Sequence[Reference], used: Sequence[str]) -> Iterator[str]:
    """What to write instead, where the findings that a claim names do not fit the works that it cites."""
    cited = {reference.key.casefold(): reference for reference in references}
    named = list(_named(used))
    for word in used:
        if not _USED.fullmatch(word):
            yield f"Write “{word}” as a key, a slash and a number, such as goodwin2017/1"
    for found in named:
        reference = cited.get(found["key"].casefold())
        if reference is None:
            yield f"Take out “{found.group()}”: the statement does not cite {found['key']}"
        elif int(found["number"]) > len(reference.findings):
            yield f"Correct “{found.group()}”: {reference.key} has {len(reference.findings)} findings"
    for reference in references:
        chosen = any(found["key"].casefold() == reference.key.casefold() for found in named)
        if len(reference.findings) > 1 and not chosen:
            choices = ", ".join(
                f"{reference.key}/{number} ({finding.outcome}: {finding.value})"
                for number, finding in enumerate(reference.findings, start=1)
            )
            yield f"Say in “findings” which finding of {reference.key} this uses: {choices}"


def _named(used: Sequence[str]) -> Iterator[re.Match[str]]:
    return (found for word in used if (found := _USED.fullmatch(word)))
