"""A page runs and wears only what the theme brings and what the site's settings name.

A file of the theme is known by its bytes, not by its name: whoever may add files to docs/ could put another
one in its place. Those of Material 9.8.1 are listed in material_files.sha256 and those of Pagefind in
pagefind_files.sha256; ours are put together from the components, or lie in the package as they are published.

Fails:
    <script src="evil.js"></script>

Passes:
    <link rel="stylesheet" href="assets/citewell.css">
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from citewell.components import FOLDER
from citewell.seal.built_page import BuiltPage
from citewell.seal.fault import Fault
from citewell.seal.settings import Settings
from citewell.seal.site_files import SiteFiles
from citewell.search.files import is_known as is_of_the_search
from citewell.search.files import is_program

ID = "known-files"
LIST = Path(__file__).parents[1] / "material_files.sha256"
_OURS = ("assets/citewell.css", "assets/citewell.js")
_SEPARATORS = {".js": ";\n", ".css": "\n"}
_SCRIPT, _STYLE = ".js", ".css"
_SUFFIXES = {"script": _SCRIPT, "link": _STYLE}


@cache
def material_files() -> Mapping[str, str]:
    """The scripts and style sheets of the theme, by path, each with its SHA-256."""
    lines = (line.split("  ") for line in LIST.read_text("ascii").splitlines())
    return {path: digest for digest, path in lines}


def is_known(path: str, data: bytes, settings: Settings) -> bool:
    """Whether a script or a style sheet of the site is one that pages may use."""
    if path in settings.scripts or path in settings.styles:
        return PurePosixPath(path).suffix == (_SCRIPT if path in settings.scripts else _STYLE)
    if path in _OURS:
        return _is_made_of_components(data.decode("utf-8", "replace"), PurePosixPath(path).suffix)
    return is_of_the_search(path, data) or material_files().get(path) == hashlib.sha256(data).hexdigest()


def check_file(path: str, data: bytes, settings: Settings) -> Iterator[Fault]:
    """The fault of a script or a style sheet that nobody knows."""
    if is_known(path, data, settings):
        return
    if path in material_files() or path in _OURS or is_program(path):
        advice = "Take this file out of docs/, where it hides the theme's own, or build with today's theme"
        yield Fault(ID, advice)
    else:
        named = "extra_javascript" if path.endswith(_SCRIPT) else "extra_css"
        yield Fault(
            ID, f"Take this file out, or name it in {named}: nobody who keeps the settings knows of it"
        )


def check_page(page: BuiltPage, files: SiteFiles, known: frozenset[str]) -> Iterator[Fault]:
    """The scripts and style sheets that a page asks for and that are not known.

    Args:
        page: that asks.
        files: of the site.
        known: the paths of the known scripts and style sheets.
    """
    asking = {
        number: element.name
        for number, element in page.elements("script", "link")
        if element.name == "script" or "stylesheet" in element.tokens("rel")
    }
    for number, attribute, address in page.reading.inside:
        if number in asking:
            target, name = files.target(page.path, address), asking[number]
            if target and (target not in known or not target.endswith(_SUFFIXES[name])):
                advice = f"Take out this <{name}>: {target} is not the theme's, and no setting names it"
                yield Fault(ID, advice, page.offset(number), page.element(number).typed(attribute))


def _is_made_of_components(text: str, suffix: str) -> bool:
    """Whether a file is the components' own files, one after the other, and nothing else."""
    for file in sorted(FOLDER.glob(f"*/*{suffix}")):
        part = file.read_text(encoding="utf-8")
        if text.startswith(part):
            text = text[len(part) :].removeprefix(_SEPARATORS[suffix])
    return not text
