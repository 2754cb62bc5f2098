"""The files of the search: where they stand in a built site, and which of them are known by their bytes."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = "search"
NAMES = f"{FOLDER}/names.json"
WORDS = f"{FOLDER}/words.txt"
SCRIPTS = Path(__file__).parent / "scripts"
"""Our own scripts that search: fetched when a reader first goes to the search field."""
FULL_TEXT = f"{FOLDER}/pagefind"
"""The folder of Pagefind's files."""

_PAGEFIND_FILES = Path(__file__).parent / "pagefind_files.sha256"
_MADE_BY_PAGEFIND = re.compile(
    rf"{FULL_TEXT}/(?:pagefind-entry\.json|pagefind\.[\w-]+\.pf_meta"
    r"|(?:filter|fragment|index)/[\w-]+\.pf_(?:filter|fragment|index))",
    re.ASCII,
)


@cache
def pagefind_files() -> Mapping[str, str]:
    """The files that are the same for every site, by path, each with its SHA-256.

    They come with the locked version of Pagefind (its licence, MIT, is published beside them).
    """
    lines = (line.split("  ") for line in _PAGEFIND_FILES.read_text("ascii").splitlines())
    return {f"{FULL_TEXT}/{name}": digest for digest, name in lines}


@cache
def own_files() -> Mapping[str, bytes]:
    """Our own scripts, by path."""
    return {f"{FOLDER}/{file.name}": file.read_bytes() for file in sorted(SCRIPTS.glob("*.js"))}


def is_known(path: str, data: bytes) -> bool:
    """Whether a file is a program of the search, byte for byte."""
    if path in own_files():
        return own_files()[path] == data
    return pagefind_files().get(path) == hashlib.sha256(data).hexdigest()


def is_program(path: str) -> bool:
    """Whether a file stands where a program of the search stands."""
    return path in own_files() or path in pagefind_files()


def is_made_by_pagefind(path: str) -> bool:
    """Whether a file stands where Pagefind keeps what it found on the pages: data that no browser runs."""
    return _MADE_BY_PAGEFIND.fullmatch(path) is not None
