"""What a work shows and who has checked it, as editors type it: `finding`, `free`, `verified`."""

import difflib
import re

from citewell.bibliography.characters import excerpt
from citewell.bibliography.fault import Fault, Malformed
from citewell.bibliography.reference import Finding

RULE = "malformed-finding"
EXAMPLE = (
    "finding = {value: 46% | outcome: emotional blunting | who: people with depression on treatment | "
    "medicine: any antidepressant}"
)
PARTS = ("value", "outcome", "who", "medicine")

IDENTIFIERS = frozenset({"doi", "pmid", "pmcid", "nbk", "setid", "isbn", "issn", "url"})
"""What tells one work from every other; `verified` names some of these."""

_YES_OR_NO = {"yes": "yes", "no": "no", "true": "yes", "false": "no"}
_FIELD = re.compile(r"finding([0-9]{0,3})")


def finding_number(field_name: str) -> int | None:
    """1 for `finding`, 2 for `finding2`…; None for any other field."""
    match = _FIELD.fullmatch(field_name)
    return int(match.group(1) or 1) if match else None


def read_finding(text: str) -> tuple[Finding | None, list[Fault]]:
    """One finding: the four parts in any order, each as "name: text", with a bar between them.

    Args:
        text: of the field, in plain Unicode.

    Returns:
        the finding, or None where a part is missing; and the faults.
    """
    parts: dict[str, str] = {}
    faults = []
    for piece in text.split("|"):
        name, colon, said = (side.strip() for side in piece.partition(":"))
        name = name.lower()
        if not colon or name not in PARTS:
            near = _nearest_part(name) if colon else None
            faults.append(Fault(RULE, _advice_on_part(piece.strip(), name, near)))
            if near:
                parts.setdefault(near, said)
        elif name in parts:
            faults.append(
                Fault(RULE, f"Write “{name}:” once; put a second result into a field of its own, finding2")
            )
        elif not said:
            faults.append(Fault(RULE, f"Write something after “{name}:”, as in {EXAMPLE}"))
            parts[name] = ""
        else:
            parts[name] = said
    missing = [f"“{name}:”" for name in PARTS if name not in parts]
    if missing:
        faults.append(Fault(RULE, f"Add {' and '.join(missing)}, as in {EXAMPLE}"))
    return (None if faults else Finding(**parts)), faults


def _nearest_part(name: str) -> str | None:
    near = difflib.get_close_matches(name, PARTS, n=1, cutoff=0.6)
    return near[0] if near else None


def _advice_on_part(piece: str, name: str, near: str | None) -> str:
    if near:
        return f"Write “{near}:” instead of “{excerpt(name)}:”"
    if not piece:
        return "Take out the bar | that has nothing beside it"
    return f"Begin “{excerpt(piece)}” with one of value:, outcome:, who: or medicine:, as in {EXAMPLE}"


def canonical_free(typed: str) -> str | Malformed:
    """Whether the full text is free to read: yes or no."""
    return _YES_OR_NO.get(typed.lower()) or Malformed(
        "Write free = {yes} or free = {no}; leave the field out where you do not know"
    )


def canonical_verified(typed: str) -> str | Malformed:
    """The names of identifiers that a person saw in a source, with commas between them."""
    names = [name.strip().lower() for name in typed.split(",") if name.strip()]
    for name in names:
        if name not in IDENTIFIERS:
            known = ", ".join(sorted(IDENTIFIERS))
            return Malformed(
                f"Write names of identifiers with commas between them ({known}), not {excerpt(name)}"
            )
    return ", ".join(dict.fromkeys(names))
