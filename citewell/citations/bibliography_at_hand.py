"""The bibliography where no engine hands it over, and what databases said of it in the lock beside it."""

from pathlib import Path

from citewell.bibliography.bibtex import read_bib_files
from citewell.bibliography.reference import Library
from citewell.citations.error import CitationError
from citewell.citations.reference_list import Notices
from citewell.problem import Problem
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.lock_file import FILE as LOCK
from citewell.reference_lock.lock_file import read_lock
from citewell.reference_lock.standing import notices_of
from citewell.text_file import read_text


def read_bibliography(path: str, folder: str) -> tuple[Library, Notices]:
    """The references, and the notices on them.

    Args:
        path: of a BibTeX file; empty for none.
        folder: whose BibTeX files are read where no file is named; empty for none.

    Raises:
        CitationError: none is named, or what is there cannot be read.
    """
    paths = [Path(path)] if path else sorted(Path(folder).rglob("*.bib")) if folder else []
    if not paths:
        advice = "Name a bibliography: set bib_file to the path of a BibTeX file"
        raise CitationError([Problem(folder or "citewell.citations", 1, 1, "bibliography", advice)])
    library, problems = read_bib_files(paths, Path())
    lock, faults = _read_lock(paths[0].with_name(LOCK))
    if errors := [problem for problem in (*problems, *faults) if problem.level == "error"]:
        raise CitationError(errors)
    return library, notices_of(library, lock)


def _read_lock(path: Path) -> tuple[ReferenceLock, list[Problem]]:
    if not path.is_file():
        return ReferenceLock(), []
    text, problems = read_text(path, path.as_posix())
    lock, faults = read_lock(text, path.as_posix())
    return lock, problems + faults
