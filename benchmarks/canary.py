"""Builds this site with another engine, and says what of it readers would not get.

It is a canary: it is not there to pass. Zensical takes no plugin and says nothing of what it leaves out, so
the seal has to. The report names each gate that held the site up; where none did, that is the failure.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import yaml

from citewell.components import THEME

_ROOT = Path(__file__).parent.parent
_FOLDER = Path(".cache") / "benchmarks" / "canary"
_RULE = re.compile(r"\[([a-z-]+)\](?: … and in (\d+) other places?)?$")
_MUST_BE_FOUND = frozenset({"left-in-text", "shown-review-state", "shown-blocks"})
"""What the engine is known to leave out without a word: a seal that passed it would have failed."""
_ITS_OWN = frozenset({"known-files", "published-files", "inline-scripts", "style-sheets"})
"""Gates that find the engine's own scripts and styles, which are no part of what we publish."""


def main() -> int:
    """Print the report; the status is 1 where the site could not be built, or the seal let omissions pass."""
    folder = write_sources()
    zensical = [str(Path(sys.executable).parent / "zensical"), "build", "--clean"]
    built = subprocess.run(zensical, cwd=folder, capture_output=True, text=True, check=False)
    pages = len(list(folder.glob("site/**/index.html")))
    if built.returncode or not pages:
        print("Zensical did not build the site:", *(built.stdout + built.stderr).splitlines()[-5:], sep="\n")
        return 1
    seal = [
        sys.executable,
        "-m",
        "citewell",
        "seal",
        "site",
        "--source",
        ".",
        "--style",
        "assets/askyourpharm.css",
    ]
    judged = subprocess.run(seal, cwd=folder, capture_output=True, text=True, check=False)
    found: Counter[str] = Counter()
    first: dict[str, str] = {}
    for line in (judged.stdout + judged.stderr).splitlines():
        if told := _RULE.search(line):
            found[told[1]] += 1 + int(told[2] or 0)
            first.setdefault(told[1], line[: told.start()].strip())
    print(f"Zensical built {pages} pages and said: {_last_words(built.stdout)}")
    print("The seal found, of what readers would not get:\n")
    print("| gate | places | the first one |\n|---|--:|---|")
    for rule, number in found.most_common():
        if rule not in _ITS_OWN:
            print(f"| {rule} | {number} | {first[rule].replace('|', chr(92) + '|')[:160]} |")
    print(f"\nOf the engine's own files: {sum(found[rule] for rule in _ITS_OWN)} places.")
    if missed := sorted(_MUST_BE_FOUND - found.keys()):
        print(f"The seal said nothing of: {', '.join(missed)}. Does the engine do it now?")
        return 1
    return 0 if judged.returncode else 1


def write_sources() -> Path:
    """This site's sources, our theme with its overrides, and its settings as the engine takes them."""
    shutil.rmtree(_FOLDER, ignore_errors=True)
    shutil.copytree(_ROOT / "docs", _FOLDER / "docs")
    shutil.copy(_ROOT / "references.bib", _FOLDER)
    shutil.copytree(THEME, _FOLDER / "theme", ignore=shutil.ignore_patterns("sitemap.xml", "components"))
    shutil.copytree(_ROOT / "overrides", _FOLDER / "theme", dirs_exist_ok=True)
    text = (_ROOT / "mkdocs.yml").read_text("utf-8")
    settings = yaml.load(re.sub(r"!ENV\s*(\[[^\]]*\]|\S+)", "null", text), yaml.CSafeLoader)
    settings["theme"] |= {"custom_dir": "theme", "variant": "classic"}
    settings["plugins"] = ["meta"]
    settings["site_url"] = "https://example.org/"
    settings["markdown_extensions"].append({"citewell.citations": {"bib_file": "references.bib"}})
    for name in ("repo_url", "edit_uri", "validation"):
        settings.pop(name, None)
    (_FOLDER / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")
    return _FOLDER


def _last_words(text: str) -> str:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()
    return next((line.strip() for line in plain if "issue" in line.lower()), "nothing")


if __name__ == "__main__":
    sys.exit(main())
