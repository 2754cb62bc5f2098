"""Rewrites Pagefind's list of what it has made, when the files that it names are put in order."""

import json
from pathlib import Path
from typing import Any

from citewell.search.numbered_files import numbered
from citewell.search.pagefind_data import digest, read, write
from citewell.search.small_parts import small_parts
from citewell.search.stable_filters import sorted_filters

_PAGES, _PARTS, _FILTERS = 1, 2, 3
"""Where the lists of the pages, of the parts of the index and of the filters stand."""
_SHORT = 6
"""Digits that tell an index of a site from the one before."""


def put_in_order(folder: Path) -> None:
    """Make what a browser fetches small, and the same for the same pages, in every language.

    Args:
        folder: that Pagefind has written.
    """
    entry = folder / "pagefind-entry.json"
    said = json.loads(entry.read_text("utf-8"))
    for language in said["languages"].values():
        old = folder / f"pagefind.{language['hash']}.pf_meta"
        code = language["hash"].partition("_")[0]
        lists = _in_order(folder, read(old), code)
        old.unlink()
        language["hash"] = f"{code}_{write(folder, f'pagefind.{code}_{{}}.pf_meta', lists)}"
    entry.write_text(json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True), "utf-8")


def _in_order(folder: Path, lists: list[Any], code: str) -> list[Any]:
    """The lists of a language with this code."""
    lists[_PARTS] = small_parts(folder / "index", lists[_PARTS])
    lists[_FILTERS] = sorted_filters(folder / "filter", lists[_FILTERS])
    index = f"{code}_{digest(lists)[:_SHORT]}"
    pages = numbered(folder / "fragment", [page[0] for page in lists[_PAGES]], ".pf_fragment", index)
    parts = numbered(folder / "index", [part[-1] for part in lists[_PARTS]], ".pf_index", index)
    lists[_PAGES] = [[name, *rest] for name, (_, *rest) in zip(pages, lists[_PAGES], strict=True)]
    lists[_PARTS] = [[*ends, name] for name, (*ends, _) in zip(parts, lists[_PARTS], strict=True)]
    return lists
