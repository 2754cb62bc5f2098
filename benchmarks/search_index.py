"""Builds the search of a site with pages of prose: python -m benchmarks.search_index FOLDER PAGES.

A program of its own, so that its memory and Pagefind's can be read off it.
"""

import gc
import json
import sys
from dataclasses import asdict
from functools import partial
from pathlib import Path

from benchmarks.prose import prose_page
from citewell.crisis import CrisisContacts
from citewell.search.build import NothingKept, index_pages, write_search
from citewell.search.searched_page import PageNames
from citewell.work_ahead import divided

NAMES = "names-of-pages.json"
"""What the sources would say of the pages: kept, since making pages costs more than indexing them."""


def write_pages(folder: Path, pages: int) -> None:
    """Write pages of prose into a built site."""
    said = {}
    for page in map(prose_page, range(pages)):
        (folder / page.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.path).write_text(page.html, encoding="utf-8")
        said[page.path] = asdict(page.names)
    (folder / NAMES).write_text(json.dumps(said), encoding="utf-8")


def main() -> None:
    """Build the search of the pages that are there."""
    folder = Path(sys.argv[1])
    said = json.loads((folder / NAMES).read_text("utf-8"))
    names = {path: PageNames(**values) for path, values in said.items()}
    pages = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))
    gc.disable()  # as the seal does
    divide = partial(divided, processes=None)
    write_search(folder, index_pages(folder, pages, names, divide, NothingKept()), CrisisContacts())


if __name__ == "__main__":
    main()
