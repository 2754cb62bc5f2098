"""BibTeX files → the Library, with every fault of every file in one go."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from citewell.bibliography.bibfile import BibFile
from citewell.bibliography.characters import excerpt
from citewell.bibliography.crossref import inherit
from citewell.bibliography.entry import ReadEntry, read_entry
from citewell.bibliography.fault import Fault
from citewell.bibliography.kinds import REQUIRED
from citewell.bibliography.reference import Library
from citewell.bibliography.syntax.file import read_syntax
from citewell.problem import Problem

__all__ = ["BibFile", "read_bib_files", "read_library"]

NO_ENTRIES = "no-entries"
"""The rule that a file holds something."""

_UNREADABLE = "unreadable-file"


def read_library(files: Sequence[BibFile]) -> tuple[Library, list[Problem]]:
    """Read BibTeX files into one Library.

    Args:
        files: in the order in which their references shall stand.

    Returns:
        the Library, with every entry that has a key of its own, as far as it can be read; and all faults of
        all files, in order of place. An error means that the Library must not be published.
    """
    entries: list[ReadEntry] = []
    problems: list[Problem] = []
    for file in files:
        raw_entries, faults = read_syntax(file.text)
        problems += [file.problem(fault) for fault in faults]
        if not raw_entries and not faults:
            advice = "Add an entry, such as @article{goodwin2017, title = {…}, …}: this file holds none"
            problems.append(Problem(file.path, 1, 1, NO_ENTRIES, advice))
        entries += [read_entry(raw, file) for raw in raw_entries]
    problems += _duplicates(entries)
    inherit(entries)
    problems += (problem for entry in entries for problem in entry.problems)
    problems += (problem for entry in entries for problem in _missing_fields(entry))
    return Library(tuple(entry.reference for entry in _first_of_each_key(entries))), sorted(set(problems))


Read = Callable[[Sequence[BibFile]], tuple[Library, list[Problem]]]


def read_bib_files(
    paths: Sequence[Path], root: Path, read: Read = read_library
) -> tuple[Library, list[Problem]]:
    """Read BibTeX files from the disk; they are UTF-8, with or without a byte order mark.

    Args:
        paths: of the files.
        root: the project's; paths in problems are relative to it.
        read: reads what stands in them.

    Returns:
        as `read_library`; a file that cannot be read is a Problem too.
    """
    files: list[BibFile] = []
    problems: list[Problem] = []
    for path in paths:
        shown = _shown(path, root)
        try:
            content = path.read_bytes()
        except OSError as error:
            advice = (
                f"Put a BibTeX file here, or correct `bib_file` or `bib_dir` in mkdocs.yml: {error.strerror}"
            )
            problems.append(Problem(shown, 1, 1, _UNREADABLE, advice))
            continue
        bad_bytes = list(_bad_bytes(shown, content))
        text = content.decode("utf-8-sig", errors="replace")
        # What is reported already is not found a second time, as a damaged character.
        files.append(BibFile(shown, text.replace("\ufffd", "?") if bad_bytes else text))
        problems += bad_bytes
    library, faults = read(files)
    return library, sorted(problems + faults)


def _shown(path: Path, root: Path) -> str:
    try:
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return path.as_posix()


def _bad_bytes(shown: str, content: bytes) -> Iterator[Problem]:
    """The first byte of each line that is not UTF-8."""
    for number, line in enumerate(content.split(b"\n"), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            column = len(line[: error.start].decode("utf-8")) + 1
            advice = "Save the file as UTF-8 and type this letter again: it was written in another encoding"
            yield Problem(shown, number, column, _UNREADABLE, advice)
            if content.startswith((b"\xff\xfe", b"\xfe\xff")):
                return  # UTF-16: no line of it can be read


def _duplicates(entries: Iterable[ReadEntry]) -> Iterator[Problem]:
    first: dict[str, ReadEntry] = {}
    for entry in entries:
        key = entry.reference.key
        known = first.setdefault(key.casefold(), entry)
        if key and known is not entry:
            place = f"{known.file.path}:{known.reference.line}"
            advice = f"Give this entry a key of its own: {place} has {excerpt(known.reference.key)} already"
            if known.reference.key != key:
                advice += ", and capitals make no difference"
            yield entry.file.problem(Fault("duplicate-key", advice), entry.raw.key_at)


def _first_of_each_key(entries: Iterable[ReadEntry]) -> Iterator[ReadEntry]:
    seen = {""}
    for entry in entries:
        key = entry.reference.key.casefold()
        if key not in seen:
            seen.add(key)
            yield entry


def _missing_fields(entry: ReadEntry) -> Iterator[Problem]:
    if not (entry.has_known_type and entry.raw.is_complete):
        return
    for alternatives in REQUIRED[entry.reference.kind]:
        if entry.present.isdisjoint(alternatives):
            advice = (
                f"Add {' or '.join(f'`{name}`' for name in alternatives)} to this @{entry.raw.entry_type}"
            )
            yield entry.file.problem(Fault("missing-field", advice), entry.raw.at)
