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
    fault = data.find(b"\0")  # UTF-16 without a mark is full of them
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = error.start
    if fault < 0:
        return text, []
    return "", [Problem(shown, data.count(b"\n", 0, fault) + 1, 1, "encoding", "Save this file as UTF-8")]
