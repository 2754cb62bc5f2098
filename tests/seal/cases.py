"""Tables of cases in Markdown: a heading, the files of the case, and what must be said of them."""

import re
from pathlib import Path
from typing import NamedTuple

_SAID = re.compile(r"- `(?P<place>[^`]+)` (?P<message>.+)\n")
_CODE_POINT = re.compile(r"\{U\+([0-9A-F]{4,6})\}")


class Said(NamedTuple):
    """A line that must be said: its file and line, and how it begins."""

    place: str
    message: str


class Case(NamedTuple):
    """A case: its files by path, and what must be said of them."""

    name: str
    files: dict[str, str]
    said: list[Said]


def cases(path: Path) -> list[Case]:
    """The cases of a file. {U+0000} stands for a character that no editor shows."""
    found: list[Case] = []
    file = ""
    for line in path.read_text("utf-8").splitlines(keepends=True):
        if file and line == "~~~\n":
            file = ""
        elif file:
            found[-1].files[file] += _CODE_POINT.sub(lambda sign: chr(int(sign[1], 16)), line)
        elif line.startswith("~~~ "):
            file = line.split()[1]
            found[-1].files[file] = ""
        elif line.startswith("## "):
            found.append(Case(line[3:].strip(), {}, []))
        elif said := _SAID.match(line):
            found[-1].said.append(Said(said["place"], said["message"]))
    return found


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files into a folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
