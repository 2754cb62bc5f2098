"""The three builds that are compared: settings that differ in what is measured and in nothing else."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import write_corpus

_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Variant:
    """A build.

    Attributes:
        letter: what the table calls it.
        description: what it is, in a few words.
        plugin: the MkDocs plugin that reads the bibliography, with its options.
        cited: whether the pages cite anything.
        stock: whether it has Material as it comes, without this site's templates and styles.
    """

    letter: str
    description: str
    plugin: dict[str, dict[str, str | bool]]
    cited: bool
    stock: bool


_BIB_FILE: dict[str, str | bool] = {"bib_file": "references.bib"}
_OURS = {"citewell": _BIB_FILE}
_PEER = {"bibtex": _BIB_FILE}

VARIANTS = (
    Variant("a", "this project", _OURS, cited=True, stock=False),
    Variant("b", "the same without citations", _OURS, cited=False, stock=False),
    Variant("c", "mkdocs-material with mkdocs-bibtex", _PEER, cited=True, stock=True),
)


def write_site(variant: Variant, folder: Path, pages: int) -> Path:
    """Write the corpus and the settings of a variant; returns the path of its mkdocs.yml.

    The settings are those of this site's mkdocs.yml, but for the folders and the navigation. That holds hubs
    alone, as a site of this size must: a navigation of all pages would be repeated on each, and its cost
    would hide what is measured.
    """
    write_corpus(folder, pages, cited=variant.cited)
    overrides = folder / "theme"
    if variant.stock:
        overrides.mkdir()
    else:  # but for the words of this site's 404 page, which lead to its pages
        shutil.copytree(_ROOT / "overrides", overrides, ignore=shutil.ignore_patterns("not-found.html"))
    hubs = sorted(path.relative_to(folder / "docs").as_posix() for path in folder.glob("docs/*/index.md"))
    settings = {
        "INHERIT": str(_ROOT / "mkdocs.yml"),
        "docs_dir": "docs",
        "site_dir": "site",
        "site_url": "https://example.org/benchmark/",
        "repo_url": "https://example.org/repository/",
        "nav": [{"Start": "index.md"}, *({hub.split("/")[0]: hub} for hub in hubs)],
        "not_in_nav": "article-*.md",
        "theme": {"custom_dir": str(overrides.resolve())},
        "plugins": ["meta", *(["search"] if variant.stock else []), variant.plugin],
    }
    if variant.stock:
        settings |= {"extra_css": [], "extra_javascript": [], "hooks": []}
    path = folder / "mkdocs.yml"
    path.write_text(json.dumps(settings, indent=1), encoding="utf-8")  # JSON is YAML
    return path
