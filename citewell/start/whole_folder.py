"""Writes a folder completely or not at all, and never over anything that is there."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


class InTheWayError(Exception):
    """Something stands where a folder is to be written, or it cannot be written there; its text says what."""


def write_folder(
    folder: Path, files: Mapping[str, str | bytes], *, executable: frozenset[str] = frozenset()
) -> None:
    """Write a folder's files, all of them or none.

    They are written beside the folder first and then get its name, so that nobody sees half of them.

    Args:
        folder: that does not exist yet, or is empty.
        files: path below the folder, with forward slashes → text or bytes.
        executable: the paths of those that can be run.

    Raises:
        InTheWayError: the folder holds something already, or cannot be written.
    """
    if folder.is_symlink() or (folder.exists() and not (folder.is_dir() and not any(folder.iterdir()))):
        raise InTheWayError(f"{folder} is there already")
    above = folder.parent
    try:
        above.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=above))
    except OSError as error:
        raise InTheWayError(f"{above} cannot be written: {error.strerror}") from None
    try:
        unfinished.chmod(0o755)
        for name, content in files.items():
            path = unfinished / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            if name in executable:
                path.chmod(0o755)
        unfinished.replace(folder)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise InTheWayError(f"{folder} cannot be written: {error.strerror}") from None
