"""`citewell references add`, `verify` and `issues`."""

import argparse
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from citewell.databases.addresses import DATABASES
from citewell.databases.http_client import DatabaseClient, Patience
from citewell.output import printable
from citewell.references import add, notice_issues, verify
from citewell.references.project import ProjectError, read_project

PATIENCE = Patience()
_IN_ENVIRONMENT = "CITEWELL_DATABASES"
"""The environment variable that says the same as --database, pairs with blanks between them."""

_CACHE = Path(".cache") / "databases.sqlite"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `references` to the command line."""
    references = commands.add_parser("references", help="add works by their numbers, and check all of them")
    kinds = references.add_subparsers(dest="references_command", required=True, metavar="WHAT")
    adding = kinds.add_parser("add", help="add a work by its number", description=add.WHAT)
    adding.add_argument("identifiers", nargs="+", metavar="NUMBER", help="such as PMID:28628765")
    adding.add_argument("--dry-run", action="store_true", help="show the entry, and write nothing")
    adding.set_defaults(run=_add)
    verifying = kinds.add_parser("verify", help="ask the databases about the works", description=verify.WHAT)
    verifying.add_argument("keys", nargs="*", metavar="KEY", help="of works (default: all)")
    verifying.add_argument(
        "--renew-after",
        type=int,
        default=0,
        metavar="DAYS",
        help="keep the day of an answer that says the same and is younger (%(default)s)",
    )
    verifying.set_defaults(run=_verify)
    for command in (adding, verifying):
        command.add_argument("--offline", action="store_true", help="use only answers that are kept here")
        command.add_argument(
            "--contact", default="", help="your mail address (default: the publisher's, publisher.yml)"
        )
        command.add_argument(
            "--database",
            action="append",
            default=[],
            metavar="NAME=ADDRESS",
            help=f"where one of {', '.join(DATABASES)} stands, if elsewhere (or {_IN_ENVIRONMENT})",
        )
    opening = kinds.add_parser(
        "issues", help="write an issue for each flagged work", description=notice_issues.WHAT
    )
    opening.add_argument("folder_of_issues", type=Path, metavar="FOLDER", help="that they are written into")
    opening.add_argument(
        "--known", type=Path, metavar="FILE", help="titles of the issues there are, one a line"
    )
    opening.set_defaults(run=_issues)
    for command in (adding, verifying, opening):
        command.add_argument(
            "--site", type=Path, default=Path(), help="the site's folder (default: this one)"
        )


def _add(options: argparse.Namespace) -> int:
    try:
        project = read_project(options.site)
        with _client(options, project.contact) as client:
            _print(add.add(client, project, options.identifiers, writes=not options.dry_run))
    except ProjectError as error:
        return _stop(str(error))
    except add.AddError as error:
        return _stop(str(error), 1)
    return 0


def _verify(options: argparse.Namespace) -> int:
    try:
        project = read_project(options.site)
        with _client(options, project.contact) as client:
            _print(verify.verify(client, project, options.keys, renew_after=options.renew_after))
    except ProjectError as error:
        return _stop(str(error))
    return 0


def _issues(options: argparse.Namespace) -> int:
    try:
        known = options.known.read_text(encoding="utf-8").splitlines() if options.known else []
    except OSError as error:
        return _stop(f"{options.known} cannot be read: {error.strerror}")
    try:
        number = notice_issues.write_issues(options.site, options.folder_of_issues, frozenset(known))
    except ProjectError as error:
        return _stop(str(error))
    print(f"Issues to be opened: {number}", file=sys.stderr)
    return 0


def _client(options: argparse.Namespace, contact: str) -> DatabaseClient:
    contact = options.contact or contact
    if not contact and not options.offline:
        raise ProjectError(
            "Say who asks: write an address after --contact, or set “contact” in docs/_data/publisher.yml. "
            "The databases write to it before they shut anyone out"
        )
    addresses = _addresses([*os.environ.get(_IN_ENVIRONMENT, "").split(), *options.database])
    cache = options.site / _CACHE
    try:
        return DatabaseClient(contact, cache, addresses, offline=options.offline, patience=PATIENCE)
    except OSError as error:
        raise ProjectError(f"{cache} cannot be written: {error.strerror}") from error


def _addresses(typed: list[str]) -> Mapping[str, str]:
    addresses = {}
    for pair in typed:
        name, _, address = pair.partition("=")
        if name not in DATABASES or not address.startswith(("https://", "http://")):
            raise ProjectError(
                f"Write --database NAME=ADDRESS with one of {', '.join(DATABASES)}, not “{pair}”"
            )
        addresses[name] = f"{address.rstrip('/')}/"
    return addresses


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(printable(line))


def _stop(message: str, code: int = 2) -> int:
    print("\n".join(map(printable, f"citewell: {message}".split("\n"))), file=sys.stderr)
    return code
