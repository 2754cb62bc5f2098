"""A list has six items at most.

What is longer is not read to its end (NHS service manual, formatting: six; CDC Clear Communication Index
item 8: seven; health-publishing rule L8).

Fails:
    - one
    - two
    - three
    - four
    - five
    - six
    - seven

Passes:
    - one
    - two
    - three
"""

from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem

ID = "long-lists"
ITEMS = 6
_FARTHEST = 40


def check(text: PageText) -> Iterator[Problem]:
    """The lists that are too long, each at its first item."""
    lists: list[tuple[int, list[int]]] = []
    for passage in text.passages:
        indent = _indent(text.page.source.text, passage.start)
        if passage.kind != "item":
            if indent == 0:
                yield from _too_long(text, lists)
                lists = []
            continue
        while lists and lists[-1][0] > indent:
            yield from _too_long(text, [lists.pop()])
        if not lists or lists[-1][0] < indent:
            lists.append((indent, []))
        lists[-1][1].append(passage.start)
    yield from _too_long(text, lists)


def _too_long(text: PageText, lists: list[tuple[int, list[int]]]) -> Iterator[Problem]:
    for _, items in lists:
        if len(items) > ITEMS:
            advice = (
                f"Part this list, or leave items out: it has {len(items)}, and {ITEMS} are the most that "
                "are read"
            )
            yield text.problem(ID, items[0], advice, "warning")


def _indent(typed: str, offset: int) -> int:
    """How far the line of an offset is set in."""
    start = typed.rfind("\n", 0, offset) + 1
    line = typed[start : start + _FARTHEST]
    return len(line) - len(line.lstrip(" \t"))
