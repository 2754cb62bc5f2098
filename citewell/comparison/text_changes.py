"""What a change does to the words of the pages."""

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from citewell.comparison.lexbor_page import ShownPage

Hunk = tuple[str, ...]
"""Lines that changed together: each begins with `+ `, `- ` or, where it did not change, two blanks."""
_AROUND = 1
"""How many unchanged lines stand around a change."""


@dataclass(frozen=True)
class TextChange:
    """A page whose words changed.

    Args:
        address: below the site's root.
        kind: whether the page was there before, and is there now.
        hunks: what changed, without what is shown at an earlier page already.
        repeated: how many changes are shown at an earlier page.
    """

    address: str
    kind: Literal["new", "gone", "changed"]
    hunks: tuple[Hunk, ...]
    repeated: int = 0


def text_changes(
    before: Mapping[str, ShownPage], now: Mapping[str, ShownPage], typed: Collection[str]
) -> list[TextChange]:
    """The pages whose words changed.

    A build makes pages of pages: one sentence more is also on the article's one page and in the list of cited
    statements. It is shown where it was typed.

    Args:
        before: the pages by their addresses.
        now: the same after the change.
        typed: the addresses of pages that somebody wrote; they come first.
    """
    seen: set[str] = set()
    changes = []
    for address in sorted({*before, *now}, key=lambda address: (address not in typed, address)):
        old, new = before.get(address), now.get(address)
        if old == new:
            continue
        hunks = list(_hunks(old.lines if old else (), new.lines if new else ()))
        fresh = tuple(hunk for hunk in hunks if not seen.issuperset(_changed(hunk)))
        seen.update(line for hunk in hunks for line in _changed(hunk))
        kind: Literal["new", "gone", "changed"] = "new" if old is None else "changed" if new else "gone"
        if hunks or kind != "changed":
            changes.append(TextChange(address, kind, fresh, len(hunks) - len(fresh)))
    return changes


def _changed(hunk: Hunk) -> Iterator[str]:
    return (line for line in hunk if not line.startswith("  "))


def _hunks(before: Sequence[str], now: Sequence[str]) -> Iterator[Hunk]:
    for group in difflib.SequenceMatcher(None, before, now).get_grouped_opcodes(_AROUND):
        lines: list[str] = []
        for kind, start, end, new_start, new_end in group:
            if kind == "equal":
                lines += [f"  {line}" for line in before[start:end]]
            else:
                lines += [f"- {line}" for line in before[start:end]]
                lines += [f"+ {line}" for line in now[new_start:new_end]]
        yield tuple(lines)
