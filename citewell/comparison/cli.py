"""`citewell compare` and `citewell kind-of-change`."""

import argparse
import sys
import tempfile
from pathlib import Path

from citewell.comparison.as_markdown import as_markdown, shown
from citewell.comparison.built_site import read_built_site
from citewell.comparison.comparison import compare
from citewell.comparison.kind_of_change import SETTINGS, beyond_content, changes_navigation_alone
from citewell.git import GitError, changed_files, files_at, merge_base
from citewell.text_file import read_text

_COMPARE = (
    "Holds the built pages of two states of a project against each other and writes in Markdown what "
    "changed: links to other sites, who pays, whom to call, and the words that readers meet."
)
_KIND = (
    "Prints `content` where a change touches nothing but pages, images, data, references and the list of "
    "pages in mkdocs.yml; else `product`, and on the error output the files that are more than that."
)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `compare` and `kind-of-change` to the command line."""
    parser = commands.add_parser("compare", help="say what a change does to the pages", description=_COMPARE)
    add = parser.add_argument
    add("before", type=Path, help="the project's folder as it was, with its site built")
    add("now", type=Path, nargs="?", default=Path(), help="the same after the change (default: this one)")
    add("--site", default="site", help="the folder of the built pages in each of them (%(default)s)")
    add("--summary", type=Path, metavar="FILE", help="write to the end of this file instead of here")
    parser.set_defaults(run=_compare)
    kind = commands.add_parser(
        "kind-of-change", help="say whether a change is content alone", description=_KIND
    )
    kind.add_argument("base", help="the branch or commit that the change is to be added to")
    kind.add_argument("folder", type=Path, nargs="?", default=Path(), help="the project's folder")
    kind.set_defaults(run=_kind_of_change)


def _compare(options: argparse.Namespace) -> int:
    for project in (options.before, options.now):
        if not (project / options.site).is_dir():
            advice = f"Build the pages of {project} first: make site"
            print(f"citewell: {project / options.site} is no folder. {advice}", file=sys.stderr)
            return 2
    before, now = (
        read_built_site(project, project / options.site) for project in (options.before, options.now)
    )
    comparison = compare(before, now)
    if options.summary is None:
        print(as_markdown(comparison))
        return 0
    with options.summary.open("a", encoding="utf-8") as file:
        file.write(as_markdown(comparison))
    print(comparison.in_short)
    return 0


def _kind_of_change(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    try:
        changed = changed_files(folder, options.base)
        paths = changed.paths | set(changed.before.values())
        links = {path for path in paths if (folder / path).is_symlink()}
        alone = SETTINGS in paths and changes_navigation_alone(
            _settings_at(folder, options.base), _text(folder / SETTINGS)
        )
    except GitError as error:
        print(f"citewell: {error}", file=sys.stderr)
        return 2
    beyond = beyond_content(paths, links, navigation_alone=alone)
    print("product" if beyond else "content")
    for path in beyond:
        print(f"more than content: {shown(path)}", file=sys.stderr)
    return 0


def _settings_at(folder: Path, base: str) -> str:
    with tempfile.TemporaryDirectory(prefix="citewell-") as before:
        files_at(folder, merge_base(folder, base), [SETTINGS], Path(before))
        return _text(Path(before, SETTINGS))


def _text(path: Path) -> str:
    return read_text(path, path.name)[0] if path.is_file() else ""
