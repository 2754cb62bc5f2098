"""The files of an export of Search Console: a zip, a folder that was unpacked, or single CSV files."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from citewell.report.search_console import HOW_TO_EXPORT, SearchExportError

MOST_BYTES = 50_000_000
"""Of one export, unpacked. Search Console itself exports 1,000 rows a file."""
_MOST_FILES = 100
_OF_A_WORKBOOK = "[Content_Types].xml"


def read_search_files(path: Path) -> list[tuple[str, str]]:
    """The CSV files of an export, each with its name and its text.

    Args:
        path: of the zip, the folder or the file.

    Raises:
        SearchExportError: it is not there, cannot be read, or is no such export.
    """
    try:
        if path.is_dir():
            return [_decoded(file.name, data) for file, data in _of_folder(path)]
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path.name)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                return [_decoded(name, data) for name, data in _of_zip(path.name, archive)]
        with path.open("rb") as file:
            return [_decoded(path.name, file.read())]
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise SearchExportError(f"{path}: {reason}. {HOW_TO_EXPORT}") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        # RuntimeError: it is locked with a password, or packed in a way that Python does not know.
        raise SearchExportError(f"{path}: This zip cannot be unpacked. {HOW_TO_EXPORT}") from error


def _of_folder(folder: Path) -> Iterator[tuple[Path, bytes]]:
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() == ".csv" and file.is_file())
    if not files:
        raise SearchExportError(f"{folder}: There is no CSV file in this folder. {HOW_TO_EXPORT}")
    read = 0
    for file in files[:_MOST_FILES]:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1 - read)
        read += len(data)
        if read > MOST_BYTES:
            raise _too_large(file.name)
        yield file, data


def _of_zip(shown: str, archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    names = archive.namelist()
    if _OF_A_WORKBOOK in names:
        raise SearchExportError(f"{shown}: This is a workbook of Excel. {HOW_TO_EXPORT}")
    files = [name for name in names if name.lower().endswith(".csv") and not name.startswith("__MACOSX/")]
    if not files:
        raise SearchExportError(f"{shown}: There is no CSV file in this zip. {HOW_TO_EXPORT}")
    read = 0
    for name in files[:_MOST_FILES]:
        with archive.open(name) as opened:  # a zip may lie about its sizes: what comes is counted
            data = opened.read(MOST_BYTES + 1 - read)
        read += len(data)
        if read > MOST_BYTES:
            raise _too_large(name)
        yield PurePosixPath(name).name, data


def _too_large(shown: str) -> SearchExportError:
    return SearchExportError(f"{shown}: This is larger than {MOST_BYTES // 1_000_000} MB. {HOW_TO_EXPORT}")


def _decoded(shown: str, data: bytes) -> tuple[str, str]:
    try:
        return shown, data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SearchExportError(f"{shown}:{line}: This is no CSV in UTF-8. {HOW_TO_EXPORT}") from error
