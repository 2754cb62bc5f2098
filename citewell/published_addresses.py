"""The addresses that were published and have to stay: docs/_data/published-addresses.txt.

A link to a page, in a mail or on another site, outlives the page's name. The build adds every new address to
this file. It takes none out but one that no commit holds: nobody has published that yet.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from citewell.git import GitError, last_committed
from citewell.problem import Problem

PATH = "docs/_data/published-addresses.txt"
RULE = "published-addresses"
_HEAD = """\
# Every address that was ever published, from the site's root; “/” is the first page. The build adds new ones.
# Links from elsewhere lead here. A page that moves says so in its front matter: redirect_from: [old-address/]
# Take a line out only where no page takes the place of one that is gone, or where it was never published.
"""
_LINE = re.compile(r"/|(?:[\w.~-]+/)+|(?:[\w.~-]+/)*[\w.~-]+\.html", re.ASCII)

_SHOWN = 5
"""Addresses that a message names."""

Published = Mapping[str, int]
"""By address from the site's root, empty for the first page, the line that holds it."""


def read_published_addresses(text: str) -> tuple[Published, list[Problem]]:
    """The file's addresses and its faults."""
    found: dict[str, int] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        if not _LINE.fullmatch(address) or {".", ".."} & set(address.split("/")):
            advice = (
                f"Write an address from the site's root on this line, such as a-page/, not “{address[:60]}”"
            )
            problems.append(Problem(PATH, number, 1, RULE, advice))
        else:
            found.setdefault(address.removeprefix("/"), number)
    return MappingProxyType(found), problems


def some(addresses: Iterable[str]) -> str:
    """The first of some addresses as a message names them, and how many more there are."""
    shown = sorted(address or "/" for address in addresses)
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return ", ".join(shown[:_SHOWN]) + more


def never_committed(file: Path, listed: Published) -> frozenset[str]:
    """The addresses of a list that a build has added and nobody has committed; none where git does not know.

    Args:
        file: the list, in a git checkout or outside of one.
        listed: what is read of it.
    """
    try:
        committed, _ = read_published_addresses(last_committed(file))
    except GitError:
        return frozenset()
    return frozenset(listed.keys() - committed.keys())


def with_new_addresses(text: str, addresses: Iterable[str], gone: Collection[str] = ()) -> str:
    """The file's text with all addresses that it lacks, in order; the same text where nothing is to be done.

    Args:
        text: of the file.
        addresses: that are published.
        gone: those to be taken out: they were never published, and lead nowhere any more.
    """
    known, problems = read_published_addresses(text)
    now = ({*known} - {*gone}) | {*addresses}
    if problems or now == known.keys():
        return text
    lines = sorted(address or "/" for address in now)
    comments = [line for line in text.splitlines() if line.startswith("#")] or _HEAD.splitlines()
    return "\n".join([*comments, *lines]) + "\n"
