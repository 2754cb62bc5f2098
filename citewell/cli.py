"""The command line. Each command stands in the `cli.py` of the room that it runs."""

import argparse
from collections.abc import Sequence

from citewell import __version__
from citewell.checks import cli as checks
from citewell.collector import cli as collector
from citewell.feedback_report import cli as feedback_report
from citewell.schemas import cli as schemas
from citewell.seal import cli as seal

COMMANDS = (checks, seal, schemas, collector, feedback_report)
"""The rooms' commands, in the order in which `citewell --help` lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        the exit code: 0 when all is well, 1 when there is something to mend, 2 when the command was mistyped.
    """
    parser = argparse.ArgumentParser(prog="citewell", description="Health pages whose claims can be checked.")
    parser.add_argument("--version", action="version", version=f"citewell {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for room in COMMANDS:
        room.add_to(commands)
    options = parser.parse_args(arguments)
    code: int = options.run(options)
    return code
