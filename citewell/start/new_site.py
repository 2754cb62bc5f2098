"""Starts a site of its own: the same top level as the first one, with what ships in the package."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from citewell import __version__
from citewell.facts import holds_markup
from citewell.schemas.files import schema_files
from citewell.start.article_plan import PlanError
from citewell.start.templates import SUFFIX, filled_in
from citewell.start.whole_folder import write_folder

TEMPLATES = Path(__file__).with_name("site_files")
_DOT = "dot-"
"""Stands for the full stop that a name begins with, so that no tool takes a template for the real thing."""
_SCHEMAS = "docs/_data/schemas"
_LONGEST_NAME = 80


@dataclass(frozen=True)
class SitePlan:
    """A site before it is written.

    Args:
        name: in its header.
        publisher: empty as long as nobody has said who it is.
        started: the day.
    """

    name: str
    publisher: str
    started: dt.date


def start_site(folder: Path, name: str, today: dt.date) -> None:
    """Write a site.

    Args:
        folder: that does not exist yet, or is empty.
        name: that readers know it by; empty to take the folder's.
        today: the day on which its first article is published.

    Raises:
        PlanError: the name cannot be one.
        InTheWayError: the folder holds something already.
    """
    publisher = _checked_name(name) if name else ""
    plan = SitePlan(publisher or _checked_name(folder.resolve().name), publisher, today)
    write_folder(folder, site_files(plan))


def site_files(plan: SitePlan) -> Mapping[str, str | bytes]:
    """Every file of a new site: path → content."""
    values = {"site": plan, "citewell": where_citewell_comes_from()}
    files: dict[str, str | bytes] = {}
    for path in sorted(TEMPLATES.rglob("*")):
        if path.is_file():
            parts = path.relative_to(TEMPLATES).as_posix().split("/")
            name = "/".join(
                f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in parts
            )
            if path.suffix == SUFFIX:
                files[name.removesuffix(SUFFIX)] = filled_in(path, values)
            else:
                files[name] = path.read_bytes()
    return files | {f"{_SCHEMAS}/{name}": text for name, text in schema_files().items()}


def where_citewell_comes_from() -> str:
    """One line for pip: this version, or the commit where this citewell was installed from a repository.

    A folder of this machine is never named: nobody else has it (PEP 610, direct_url.json).
    """
    try:
        stated = json.loads(distribution("citewell").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        stated = {}
    source, address = stated.get("vcs_info", {}), stated.get("url", "")
    if source.get("commit_id") and address.startswith("https://"):
        return f"citewell @ {source['vcs']}+{address}@{source['commit_id']}"
    return f"citewell=={__version__}"


def _checked_name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name.strip(".") or holds_markup(name) or len(name) > _LONGEST_NAME or not name.isprintable():
        advice = f"in words, without < and >, {_LONGEST_NAME} characters at most"
        raise PlanError(f"Write the site's name with --name: {advice}")
    return name
