"""A comparison in Markdown, as GitHub shows it beside a change.

All words may come from a stranger's page: they stand as code, so none of them is a mark, a tag or a mention.
"""

import re
from collections.abc import Iterator, Sequence

from citewell.comparison.address_changes import AddressChange
from citewell.comparison.comparison import Comparison
from citewell.comparison.data_changes import WATCHED, DataChange
from citewell.comparison.text_changes import TextChange

MOST_BYTES = 900_000
"""GitHub shows no summary of a step that is longer than 1 MiB, and other steps write into the same file."""
MOST_LINES = 400
"""Of one page."""
_PAGES_NAMED = 3
_LONGEST_VALUE = 600
_KINDS = {"new": "new page", "gone": "page gone", "changed": "changed"}


def as_markdown(comparison: Comparison, most_bytes: int = MOST_BYTES) -> str:
    """A comparison: what must not pass unseen first, then the words, page by page.

    Args:
        comparison: of two states of a site.
        most_bytes: where the text is cut, at the end of a page.
    """
    parts = ["### What this change does to the pages", "", comparison.in_short, ""]
    called_out = [*map(_data_line, comparison.data), *map(_address_line, comparison.addresses)]
    if called_out:
        parts += ["#### Look at these first", "", *called_out, ""]
    if comparison.text:
        parts += [
            "#### The words",
            "",
            "`-` was there before, `+` is there now. A citation is shown by the keys of its works.",
            "",
        ]
    told = [change for change in comparison.text if change.hunks or change.kind != "changed"]
    size = sum(len(part.encode()) + 1 for part in parts)
    for number, change in enumerate(told):
        page = "\n".join(_page(change))
        size += len(page.encode()) + 1
        if size > most_bytes:
            left = len(told) - number
            parts += [f"The words of {left} more pages do not fit here: read them in the built site.", ""]
            break
        parts.append(page)
    if repeating := [change.address for change in comparison.text if change not in told]:
        parts += [f"What changed on {_pages(repeating)} is shown above, on another page.", ""]
    return "\n".join(parts)


def shown(text: str) -> str:
    """A text on one line in which nothing hides: what has no shape stands by its number, as in U+202E.

    Nor does the line hold what the machine that runs a workflow would take for a command (`##[`).
    """
    seen = "".join(
        character if character.isprintable() else f"<U+{ord(character):04X}>" for character in text
    )
    return seen.replace("##[", "## [")


def code(text: str) -> str:
    """A text as code inside a line of Markdown."""
    text = shown(text)
    ticks = "`" * (_longest_run(text) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") or not text.strip() else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def _data_line(change: DataChange) -> str:
    place = code(": ".join(change.place))
    if change.before is None:
        words = f"{place} is new: {_value(change.now)}"
    elif change.now is None:
        words = f"{place} is gone: {_value(change.before)}"
    else:
        words = f"{place} was {_value(change.before)} and is now {_value(change.now)}"
    return f"- **{WATCHED[change.path]}** ({code(change.path)}): {words}"


def _value(value: str | None) -> str:
    if not value:
        return "empty"
    return code(value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]}…")


def _address_line(change: AddressChange) -> str:
    notes = [
        note
        for note, applies in (
            ("no page linked to this host before", change.is_new_host),
            ("not encrypted: use https", change.is_open),
        )
        if applies
    ]
    noted = f" ({'; '.join(notes)})" if notes else ""
    return f"- **{change.kind}**: {code(change.address)}{noted} on {_pages(change.pages)}"


def _pages(pages: Sequence[str]) -> str:
    named = ", ".join(map(code, pages[:_PAGES_NAMED]))
    more = len(pages) - _PAGES_NAMED
    return f"{named} and {more} more" if more > 0 else named


def _page(change: TextChange) -> Iterator[str]:
    yield f"##### {code(change.address)}: {_KINDS[change.kind]}"
    yield ""
    if change.hunks:
        lines = [line for hunk in change.hunks for line in ("", *map(shown, hunk))][1:]
        fence = "`" * max(3, max(map(_longest_run, lines), default=0) + 1)
        yield f"{fence}diff"
        yield from lines[:MOST_LINES]
        yield fence
        yield ""
        if len(lines) > MOST_LINES:
            yield f"And {len(lines) - MOST_LINES} more lines of this page."
            yield ""
    if change.repeated:
        yield "What else changed here is shown above, on another page."
        yield ""
