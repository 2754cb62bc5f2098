"""Adds works to a bibliography: nothing else in the file is touched, not a byte."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.bibliography.reference import Library, Reference
from citewell.bibliography.same_work import same_work
from citewell.exports.bibtex import as_bibtex
from citewell.output import as_line
from citewell.references.found_work import FoundWork
from citewell.start.entry_keys import new_key
from citewell.start.new_entries import appended

_FREE = "  free         = {yes},\n"


class NotAddedError(Exception):
    """A work cannot be added; the message says why and what to do."""


@dataclass(frozen=True)
class Added:
    """A bibliography with new works.

    Args:
        content: of the file.
        references: the new ones, with their keys.
        library: as it is read from the file.
    """

    content: bytes
    references: tuple[Reference, ...]
    library: Library


def with_works(content: bytes, works: Sequence[FoundWork], path: str) -> Added:
    """Add works at the end of a bibliography.

    Args:
        content: of the file.
        works: to be added.
        path: of the file, for the messages.

    Raises:
        NotAddedError: a work is there already, or its entry could not be read again.
    """
    library, _ = read_library([BibFile(path, content.decode("utf-8-sig"))])
    new: list[Reference] = []
    for work in works:
        if known := same_work(work.reference, library):
            place = f"{known.path}:{known.line}"
            raise NotAddedError(f"{place} has this work already: cite it with [@{known.key}]")
        if same_work(work.reference, new):
            title = work.reference.get("title")
            raise NotAddedError(f"two of the numbers are those of one work, “{title}”. Name it once")
        key = new_key(work.reference, [entry.key for entry in (*library, *new)])
        new.append(replace(work.reference, key=key))
    after = appended(content, [_entry(entry) for entry in new])
    read, problems = read_library([BibFile(path, after.decode("utf-8-sig"))])
    before = len(content.decode("utf-8-sig").splitlines())
    if errors := [problem for problem in problems if problem.level == "error" and problem.line > before]:
        raise NotAddedError(f"what the databases say makes no sound entry: {as_line(errors[0])}")
    added = tuple(found for entry in new if (found := read.get(entry.key)))
    return Added(after, added, read)


def shown_difference(before: bytes, after: bytes, path: str) -> Iterator[str]:
    """The lines that are new, as `diff -u` prints them."""
    one, other = (content.decode("utf-8-sig").splitlines() for content in (before, after))
    return difflib.unified_diff(one, other, path, path, lineterm="", n=1)


def _entry(reference: Reference) -> str:
    text = as_bibtex(reference, keeps_capitals=False)
    return text.removesuffix("}\n") + _FREE + "}\n" if reference.get("free") == "yes" else text
