"""`citewell schemas`."""

import argparse
from pathlib import Path

from citewell.schemas.files import schema_files

_WHAT = (
    "Writes a JSON Schema of front matter and of each file of docs/_data. An editor that knows YAML "
    "completes from them and marks what is mistyped."
)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `schemas` to the command line."""
    schemas = commands.add_parser(
        "schemas", help="write the schemas that editors complete from", description=_WHAT
    )
    schemas.add_argument(
        "folder", nargs="?", type=Path, default=Path("docs/_data/schemas"), help="where to (%(default)s)"
    )
    schemas.set_defaults(run=_schemas)


def _schemas(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    files = schema_files()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(files)} schemas written to {folder}")
    return 0
