"""A file that editors type, as text."""

from pathlib import Path

from citewell.problem import Problem


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """A file's text, empty where it is not UTF-8.

    Args:
        path: of the file.
        shown: the path that problems name.
    """
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [Problem(shown, line, 1, "encoding", "Save this file as UTF-8")]
