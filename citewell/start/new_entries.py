"""The works of a printed list in the bibliography: found there, or added at its end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from citewell.bibliography.reference import Library, Reference
from citewell.bibliography.same_work import same_work
from citewell.start.entry_keys import new_key


@dataclass(frozen=True)
class Placed:
    """The works of a list.

    Args:
        keys: of each work in the order of the list.
        new: the entries that the bibliography does not hold yet.
        found: the keys of those that it holds.
    """

    keys: tuple[str, ...]
    new: tuple[Reference, ...]
    found: frozenset[str]


def placed(works: Iterable[Reference], library: Library) -> Placed:
    """Give each work its key: that of the entry it has already, or a new one."""
    keys: list[str] = []
    new: list[Reference] = []
    for work in works:
        known = same_work(work, [*library, *new])
        if known is None:
            taken = [entry.key for entry in (*library, *new)]
            known = replace(work, key=new_key(work, taken))
            new.append(known)
        keys.append(known.key)
    added = {entry.key for entry in new}
    return Placed(tuple(keys), tuple(new), frozenset(keys) - added)


def appended(bibliography: bytes, entries: Sequence[str]) -> bytes:
    """The bibliography with entries at its end; every byte of it stays, and so does its kind of line ends.

    Args:
        bibliography: the file.
        entries: each closed by a line feed.
    """
    if not entries:
        return bibliography
    line_end = "\r\n" if b"\r\n" in bibliography else "\n"
    text = "\n".join(entries).replace("\n", line_end)
    gap = b"" if not bibliography else line_end.encode() * (1 if bibliography.endswith(b"\n") else 2)
    return bibliography + gap + text.encode()
