"""The command line. Each command stands in the `cli.py` of its room, and only that room is loaded."""

import argparse
import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from citewell import __version__

ROOMS: Mapping[str, str] = MappingProxyType(
    {
        "check": "citewell.checks.cli",
        "rules": "citewell.checks.cli",
        "new": "citewell.start.cli",
        "seal": "citewell.seal.cli",
        "report": "citewell.report.cli",
        "schemas": "citewell.schemas.cli",
        "collect": "citewell.collector.cli",
        "references": "citewell.references.cli",
        "feedback": "citewell.feedback_report.cli",
        "compare": "citewell.comparison.cli",
        "kind-of-change": "citewell.comparison.cli",
        "review-due": "citewell.review_due.cli",
        "doctor": "citewell.doctor.cli",
    }
)
"""The module that brings each command, in the order in which `citewell --help` lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        the exit code: 0 when all is well, 1 when there is something to mend, 2 when the command was mistyped.
    """
    typed = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="citewell", description="Health pages whose claims can be checked.")
    parser.add_argument("--version", action="version", version=f"citewell {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    asked = ROOMS.get(typed[0]) if typed else None
    for room in [asked] if asked else dict.fromkeys(ROOMS.values()):
        importlib.import_module(room).add_to(commands)
    options = parser.parse_args(typed)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads this has seen enough, as in `citewell check | head`
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (what is left goes nowhere)
        return 1
    return code
