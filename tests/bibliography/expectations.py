"""Fixtures that say on each line what is expected of it."""

import re
from dataclasses import dataclass
from pathlib import Path

_EXPECTED = re.compile(r"[ \t]*%[ \t]*expect:(?P<faults>.*)$", re.MULTILINE)
_FAULT = re.compile(r"(?P<rule>[a-z-]+) at (?P<column>\d+)")
_READS = re.compile(r"^% reads: (?P<keys>.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Fixture:
    """A file without its marks, and what they say.

    Args:
        text: what an editor would have typed.
        faults: (line, column, rule), in order.
        keys: of the entries that must be read.
    """

    text: str
    faults: tuple
    keys: tuple


def read_fixture(path: Path) -> Fixture:
    marked = path.read_text(encoding="utf-8")
    faults = [
        (number, int(fault["column"]), fault["rule"])
        for number, line in enumerate(marked.split("\n"), start=1)
        for mark in _EXPECTED.finditer(line)
        for fault in _FAULT.finditer(mark["faults"])
    ]
    keys = [key for line in _READS.finditer(marked) for key in line["keys"].split()]
    return Fixture(_EXPECTED.sub("", marked), tuple(sorted(faults)), tuple(keys))
