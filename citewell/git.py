"""What git knows of a project: which files a change touches, and how they were before it."""

import io
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 60


class GitError(Exception):
    """Git could not answer; the message says why and what to do."""


@dataclass(frozen=True)
class ChangedFiles:
    """The files that a change touches, uncommitted ones among them.

    Args:
        paths: as they are now, or were before they were deleted; relative to the project's folder.
        before: the former path of each file that was only moved.
    """

    paths: frozenset[str]
    before: Mapping[str, str]


def changed_files(root: Path, base: str) -> ChangedFiles:
    """What differs between the common ancestor with a base and the files as they are now.

    Args:
        root: the project's folder, the top of a git checkout or below it.
        base: a branch, a tag or a commit.

    Raises:
        GitError: there is no git, no checkout, or no such base.
    """
    start = merge_base(root, base)
    listed = _git(root, "diff", "--relative", "--name-status", "-z", "--find-renames", start, "--", ".")
    fields = iter(listed.decode().split("\0")[:-1])
    paths, before = set(), {}
    for status in fields:
        path = next(fields)
        if status.startswith("R"):
            path, former = next(fields), path
            before[path] = former
        paths.add(path)
    others = _git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    paths.update(others.decode().split("\0")[:-1])
    return ChangedFiles(frozenset(paths), before)


def merge_base(root: Path, base: str) -> str:
    """The commit from which a change started.

    Raises:
        GitError: there is no git, no checkout, or no such base.
    """
    if base.startswith("-"):
        raise GitError(f"“{base}” is no branch, tag or commit")
    try:
        _git(root, "rev-parse", "--verify", f"{base}^{{commit}}")
    except GitError as error:
        raise GitError(f"git knows no commit by the name “{base}”") from error
    return _git(root, "merge-base", base, "HEAD").decode().strip()


def files_at(root: Path, commit: str, paths: Sequence[str], folder: Path) -> None:
    """Write a part of a commit's files to a folder.

    Args:
        root: the project's folder.
        commit: that holds them.
        paths: files or folders below the project's folder; those it does not hold are left out.
        folder: where they are written, at the same paths.

    Raises:
        GitError: git could not read them.
    """
    held = _git(root, "ls-tree", "-z", "--name-only", commit, "--", *paths).decode().split("\0")[:-1]
    if not held:
        return
    archive = _git(root, "archive", "--format=zip", "-0", commit, "--", *held)
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        files.extractall(folder)


def last_committed(file: Path) -> str:
    """What the newest commit holds of a file; empty where it does not hold it.

    Raises:
        GitError: there is no git, no checkout, or no commit yet.
    """
    held = _git(file.parent, "ls-tree", "-z", "--name-only", "HEAD", "--", file.name)
    if not held:
        return ""
    return _git(file.parent, "show", f"HEAD:./{file.name}").decode(errors="replace")


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603
    except FileNotFoundError as error:
        raise GitError("git is not installed, so nothing is known of what was changed") from error
    except subprocess.TimeoutExpired as error:
        raise GitError("git took too long to answer") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise GitError(said[0] if said else f"git {arguments[0]} failed")
    return done.stdout
