"""What a new site gets from this one, copied into the package's templates:

.venv/bin/python -m tests.start.copies
"""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "citewell" / "start" / "site_files"
WHOLE = (
    "requirements/runtime.txt",
    "docs/_data/crisis.yml",
    "docs/about/contact.md",
    "docs/about/corrections.md",
    "docs/about/how-sure-we-are.md",
)
WORDING = "docs/_data/wording.yml"
_SLIPS = re.compile(rb"^slips:\n(?:(?:[ #-][^\n]*)?\n)*?(?=# [^\n]*\n[a-z_]+:\n|[a-z_]+:\n)", re.MULTILINE)
_SAID_OF_SLIPS = re.compile(rb' "slips" are[^\n]*\n')
_OWN = b"""
# A site adds a list of its own, "slips": words that say something wrong or unsafe about what it writes of.

"""


def copies():
    """Path below the templates → what must stand there."""
    made = {path: (ROOT / path).read_bytes() for path in WHOLE}
    wording = _SLIPS.sub(b"", (ROOT / WORDING).read_bytes(), count=1)
    made[WORDING] = _SAID_OF_SLIPS.sub(_OWN, wording, count=1)
    return made


if __name__ == "__main__":
    for path, content in copies().items():
        (TEMPLATES / path).write_bytes(content)
