"""Puts Pagefind's lists of filters into one order, so that the same pages always give the same bytes.

Pagefind 1.5.2 writes the filters, and the values of each, in an order that changes from run to run; all else
that it writes stays the same.
"""

from collections.abc import Iterable
from pathlib import Path

from citewell.search.pagefind_data import read, write


def sorted_filters(folder: Path, filters: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Sort the filters of a language; each with the new name of its file.

    Args:
        folder: of the files.
        filters: each with the name of its file.
    """
    return sorted((name, _sorted_values(folder / f"{file}.pf_filter")) for name, file in filters)


def _sorted_values(file: Path) -> str:
    name, values = read(file)
    file.unlink()
    language = file.name.partition("_")[0]
    return f"{language}_{write(file.parent, f'{language}_{{}}.pf_filter', [name, sorted(values)])}"
