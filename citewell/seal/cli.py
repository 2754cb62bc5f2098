"""`citewell seal`."""

import argparse
import sys
from pathlib import Path

from citewell.days import today
from citewell.git import GitError, merge_base
from citewell.seal.run import seal
from citewell.seal.settings import Settings
from citewell.seal.sources import Sources
from citewell.site import BIBLIOGRAPHY, PAGES, load_site

_WHAT = """
Reads a built site as a browser does and holds every page and file against the gates: what may stand there, no
request to another host, no broken link. Without a fault, each page gets its Content-Security-Policy. With
--source, the pages are also held against what they were built from.
"""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `seal` to the command line."""
    command = commands.add_parser(
        "seal", help="hold a built site against the gates, and lock its pages", description=_WHAT
    )
    command.add_argument("folder", type=Path, help="the built site, such as site/")
    for option, shown, kind, what in (
        ("--source", "FOLDER", Path, f"the project's folder, with {PAGES}/ and {BIBLIOGRAPHY}"),
        ("--base", "REVISION", str, "the revision of git to compare paid links and numbers with (HEAD)"),
        ("--address", "ADDRESS", str, "where the site will stand (read off its first page)"),
        ("--endpoint", "ADDRESS", str, "where answers of readers are sent (read off the sources)"),
    ):
        command.add_argument(option, type=kind, metavar=shown, help=what)
    for option, shown, kind, what in (
        ("--script", "PATH", str, "a script of the site besides the theme's, by its path in the built site"),
        ("--style", "PATH", str, "the same for a style sheet"),
        ("--inline-script", "FILE", Path, "the exact text of a script that pages of another theme hold"),
    ):
        command.add_argument(option, type=kind, metavar=shown, help=what, action="append", default=[])
    command.add_argument("--judge-only", action="store_true", help="write nothing")
    command.add_argument(
        "--no-search", action="store_true", help="make no search: for a site whose engine has one of its own"
    )
    command.set_defaults(run=_seal)


def _seal(options: argparse.Namespace) -> int:
    try:
        sources = _sources(options.source, options.base) if options.source else None
        settings = _settings(options, sources)
    except (ValueError, OSError, GitError) as error:
        print(f"citewell: {error}", file=sys.stderr)
        return 2
    report = seal(options.folder, settings, sources, writes=not options.judge_only)
    print("\n".join(report.lines))
    return 0 if report.is_sound else 1


def _sources(folder: Path, base: str | None) -> Sources:
    if not (folder / PAGES).is_dir():
        raise ValueError(f"{folder / PAGES} is no folder: name the project's folder after --source")
    if base:
        merge_base(folder, base)  # one that was named has to be there; without one, HEAD may be missing
    site, problems = load_site(folder, today())
    return Sources(site, folder, base=base or "HEAD", problems=problems)


def _settings(options: argparse.Namespace, sources: Sources | None) -> Settings:
    if not options.folder.is_dir():
        raise ValueError(f"{options.folder} is no folder: name the built site, as in citewell seal site/")
    return Settings(
        address=options.address or "",
        endpoint=options.endpoint or (sources.site.data.feedback.endpoint if sources else ""),
        scripts=tuple(options.script),
        styles=tuple(options.style),
        inline_scripts=tuple(file.read_text("utf-8").removesuffix("\n") for file in options.inline_script),
        shown=options.folder.as_posix(),
        makes_search=not options.no_search,
    )
