"""Cuts Pagefind's parts of the index smaller, so that a question fetches little besides its own words.

Pagefind 1.5.2 puts words together until they stand in 20,000 places, and a browser fetches such a part, 25 KB
or more, for each word that is asked. Most words stand in few places: theirs are a small share of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from citewell.search.pagefind_data import read_words, write_words

ENOUGH = 16_000
"""Bytes of the words of a part, about twice as many as are sent, from which the next word begins another.

Smaller parts cost more in the list of all parts than they save.
"""

Part = tuple[str, str, str]
"""The first and the last word of a part, or as much of each as tells it from its neighbour, and its file."""
Words = Sequence[tuple[str, bytes]]


def small_parts(folder: Path, parts: Iterable[Part]) -> list[Part]:
    """Cut the parts of a language.

    Args:
        folder: of the files.
        parts: in the order of their words.
    """
    return [smaller for part in parts for smaller in _cut(folder, part)]


def _cut(folder: Path, part: Part) -> Iterator[Part]:
    first, last, name = part
    file = folder / f"{name}.pf_index"
    pieces = list(_pieces(read_words(file)))
    if len(pieces) < 2:  # noqa: PLR2004
        yield part
        return
    file.unlink()
    language = name.partition("_")[0]
    for place, piece in enumerate(pieces):
        written = write_words(folder, f"{language}_{{}}.pf_index", [entry for _, entry in piece])
        yield (
            _beginning(pieces[place - 1][-1][0], piece[0][0]) if place else first,
            piece[-1][0] if place < len(pieces) - 1 else last,
            f"{language}_{written}",
        )


def _pieces(words: Words) -> Iterator[Words]:
    piece: list[tuple[str, bytes]] = []
    size = 0
    for word, entry in words:
        piece.append((word, entry))
        size += len(entry)
        if size >= ENOUGH:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _beginning(before: str, word: str) -> str:
    """As much of a word as stands behind the one before it."""
    return next(word[:length] for length in range(1, len(word) + 1) if word[:length] > before)
