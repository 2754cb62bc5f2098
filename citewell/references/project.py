"""What asking about references needs of a project."""

from dataclasses import dataclass
from pathlib import Path

from citewell.bibliography.bibtex import NO_ENTRIES, read_bib_files
from citewell.bibliography.reference import Library
from citewell.output import as_text
from citewell.problem import Problem
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.lock_file import FILE as LOCK
from citewell.reference_lock.lock_file import as_json, read_lock
from citewell.site import BIBLIOGRAPHY, PAGES
from citewell.site_data import load_site_data
from citewell.text_file import read_text
from citewell.whole_file import replace_file


class ProjectError(Exception):
    """The project cannot be read or written; the message says what to do."""


@dataclass(frozen=True)
class Project:
    """A project's references.

    Args:
        root: its folder.
        content: of its bibliography.
        library: as read.
        problems: of the bibliography.
        lock: as it is; empty where there is none, or none that can be read.
        contact: the publisher's; empty where none is named.
    """

    root: Path
    content: bytes
    library: Library
    problems: tuple[Problem, ...]
    lock: ReferenceLock
    contact: str

    @property
    def bibliography(self) -> Path:
        """The file."""
        return self.root / BIBLIOGRAPHY

    def write_lock(self, lock: ReferenceLock) -> bool:
        """Write the lock, whole or not at all; say whether it is another than before.

        Raises:
            ProjectError: it cannot be written.
        """
        path, text = self.root / LOCK, as_json(lock).encode()
        try:
            if path.is_file() and path.read_bytes() == text:
                return False
            replace_file(path, text)
        except OSError as error:
            raise ProjectError(f"{path} cannot be written: {error.strerror}") from error
        return True


def read_project(root: Path) -> Project:
    """Read the references of a project.

    Raises:
        ProjectError: there is no bibliography, or it has errors: an entry that is read wrongly would be asked
            for as another work. One without entries is no error here: the first work is added to it.
    """
    path = root / BIBLIOGRAPHY
    if not path.is_file():
        raise ProjectError(f"{path} is not there. Run this where it stands, or name that folder with --site")
    library, problems = read_bib_files([path], root)
    if errors := [problem for problem in problems if problem.level == "error" and problem.rule != NO_ENTRIES]:
        raise ProjectError(f"Mend {BIBLIOGRAPHY} first:\n{as_text(errors)}")
    lock = ReferenceLock()
    if (root / LOCK).is_file():
        text, faults = read_text(root / LOCK, LOCK)
        lock, others = read_lock(text)
        if faults or others:
            raise ProjectError(f"{as_text([*faults, *others])}\nWhat cannot be read is not replaced")
    data, _ = load_site_data(root / PAGES)
    return Project(root, path.read_bytes(), library, tuple(problems), lock, data.publisher.contact)
