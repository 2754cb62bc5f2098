"""What it takes to verify many references: at a limit of the databases, and again with all answers kept."""

import shutil
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.machine import describe
from benchmarks.measure import run
from citewell.bibliography.reference import Reference
from citewell.exports.bibtex import as_bibtex

_FOLDER = Path(".cache") / "benchmarks" / "references"
LIMIT = 5
"""Questions a second that the stand-in for Crossref allows."""

WARM_SECONDS = 5


def verify_costs(references: int) -> str:
    """Verify a bibliography twice; the costs as a Markdown table.

    The databases are stood in for by a server on this machine, which refuses whoever asks too fast.

    Args:
        references: of the bibliography, each with a DOI, every other one with a PMID.
    """
    from tests.databases.stub import Stub, Work  # noqa: PLC0415 (only here are the tests needed)

    shutil.rmtree(_FOLDER, ignore_errors=True)
    _FOLDER.mkdir(parents=True)
    works = [
        Work(f"10.5555/{number}", str(number + 1) if number % 2 else "", title=f"Work number {number}")
        for number in range(references)
    ]
    entries = [_entry(number, work.pmid) for number, work in enumerate(works)]
    (_FOLDER / "references.bib").write_text("\n".join(entries), encoding="utf-8")
    stub: Any = Stub()  # type: ignore[no-untyped-call] # tests have no types
    stub.works, stub.limit = works, LIMIT
    stub.headers = {
        "x-rate-limit-limit": str(LIMIT),
        "x-rate-limit-interval": "1s",
        "x-concurrency-limit": "3",
    }
    databases = [f"--database={name}={address}" for name, address in stub.addresses.items()]
    command = [sys.executable, "-m", "citewell", "references", "verify", "--contact", "bench@example.org"]
    command += ["--site", str(_FOLDER), *databases]
    try:
        lines = ["| verify | wall time | CPU time | questions sent | refused |", "|---|--:|--:|--:|--:|"]
        for name in (f"{references} references, nothing kept", "again, all answers kept"):
            asked, refused = len(stub.asked), stub.refused
            begun = time.monotonic()
            cost = run(command, _FOLDER / "verify.log")
            print(f"{name}: {time.monotonic() - begun:.1f} s", file=sys.stderr)
            sent = len(stub.asked) - asked
            lines.append(
                f"| {name} | {cost.wall:.1f} s | {cost.cpu:.1f} s | {sent} | {stub.refused - refused} |"
            )
        said = (_FOLDER / "verify.log").read_text("utf-8").splitlines()[-2]
    finally:
        stub.close()
    shown = f"{LIMIT} questions a second, counted by the server over any second. It said: {said}"
    return "\n".join([*lines, "", f"{shown} Measured on {describe()}."])


def _entry(number: int, pmid: str) -> str:
    fields = {
        "title": f"Work number {number}",
        "journal": "Journal of Affective Disorders",
        "year": "2017",
        "doi": f"10.5555/{number}",
        **({"pmid": pmid} if pmid else {}),
    }
    return as_bibtex(Reference(f"work{number}", "article", fields))
