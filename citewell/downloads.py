"""The references of a page as files that other programmes read."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from citewell.bibliography.reference import Reference
from citewell.exports.bibtex import as_bibtex
from citewell.exports.csl_json import as_csl_json
from citewell.exports.ris import as_ris


class Entries:
    """Every work's entries, each made once however many pages cite it."""

    def __init__(self, library: Iterable[Reference]) -> None:
        works: Mapping[str, Reference] = {reference.key: reference for reference in library}
        self._bibtex = cache(lambda key: as_bibtex(works[key]).rstrip("\n"))
        self._ris = cache(lambda key: as_ris(works[key]))
        self._csl = cache(lambda key: json.dumps(as_csl_json(works[key]), ensure_ascii=False, indent=2))

    def files(self, works: Sequence[Reference]) -> Mapping[str, str]:
        """The files of a page's works, by their names."""
        keys = [reference.key for reference in works]
        return {
            "references.bib": "\n\n".join(map(self._bibtex, keys)) + "\n",
            "references.ris": "\r\n".join(map(self._ris, keys)),
            "references.json": "[\n" + ",\n".join(map(self._csl, keys)) + "\n]\n",
        }


LABELS: Mapping[str, str] = {
    "references.bib": "BibTeX",
    "references.ris": "RIS",
    "references.json": "CSL-JSON",
}


def download_address(page: str, name: str) -> str:
    """Where a file stands beside its page.

    Args:
        page: the page's address from the site's root, `article/page/` or `article/page.html`.
        name: of the file.
    """
    folder, _, file = page.rpartition("/")
    stem = file.removesuffix(".html").removesuffix("index")
    return f"{folder}/{stem}{'-' if stem else ''}{name}".lstrip("/")
