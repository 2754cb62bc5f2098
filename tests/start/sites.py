"""Sites in a folder of their own, and what a writer does in them."""

import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config

EXAMPLE = Path(__file__).parents[1] / "example_site"
CONFIG = """site_name: Example
theme: {name: material, font: false}
exclude_docs: |
  /_data/
  .meta.yml
plugins:
  - meta
  - citewell: {bib_file: references.bib}
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables]
"""
_MARK = re.compile(r"\[write: (?P<what>[^\]]*)\]")


def example_site(folder):
    """A site with two medicines, one an antidepressant, and three references."""
    shutil.copytree(EXAMPLE, folder)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    return folder


def write_all(folder):
    """What the writer of a skeleton does: words in the place of every mark."""
    for path in folder.glob("*.md"):
        words = partial(_words, path.stem)
        path.write_text(_MARK.sub(words, path.read_text(encoding="utf-8")), encoding="utf-8")


def _words(page, mark):
    if "characters" in mark["what"]:
        return f"What is said on the page {page}, in one sentence that is as long as a search shows it."
    if "of what" in mark["what"]:
        return f"of {page}"
    if mark["what"].startswith("a question"):
        return "Is it so?"
    if "whom to ask" in mark["what"]:
        return "It is so [@one2013]. Ask your doctor."
    return "It is so [@one2013]." if "source" in mark["what"] else "It is said here in a few plain words."


def built(folder):
    """Build a site in this process; its pages as trees."""
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
    return _pages(folder)


def previewed(folder):
    """Build a site as `make serve` does before it serves, in a process of its own."""
    code = (
        "import sys\n"
        "from mkdocs.commands.build import build\n"
        "from mkdocs.config import load_config\n"
        "config = load_config(sys.argv[1], site_dir=sys.argv[2])\n"
        "config.plugins.on_startup(command='serve', dirty=False)\n"
        "try:\n"
        "    build(config)\n"
        "finally:\n"
        "    config.plugins.on_shutdown()\n"
    )
    command = [sys.executable, "-c", code, str(folder / "mkdocs.yml"), str(folder / "site")]
    ran = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return _pages(folder)


def environment(**more):
    """What a command needs to run this tree's citewell, and nothing else."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(EXAMPLE.parents[1]), **quiet, **more}


def _pages(folder):
    return lambda page: BeautifulSoup((folder / "site" / page).read_text(encoding="utf-8"), "html.parser")
