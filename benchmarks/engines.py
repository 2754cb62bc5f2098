"""The corpus for two other engines: what each can do of it, and the program that builds it."""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import write_corpus

_BIN = Path(sys.executable).parent
_LAYOUT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<main>{{ .Content }}{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}</main>
</body></html>
"""
"""The least that a page needs: no theme of Hugo's is installed, and none has to be."""


@dataclass(frozen=True)
class EngineBuild:
    """A build by another engine.

    Args:
        name: what the table calls it.
        citations: how it does them, or that it cannot.
        program: that builds the site, to be run in its folder.
        leaves: what a cold build must not find there.
    """

    name: str
    citations: str
    program: tuple[str, ...]
    leaves: tuple[str, ...]


ZENSICAL = EngineBuild(
    "Zensical 0.0.73, its own search",
    "none: it takes no plugin, and prints `[@key]` as typed",
    (str(_BIN / "zensical"), "build"),
    ("site", ".cache"),
)
ZENSICAL_WITH_CITATIONS = EngineBuild(
    "Zensical 0.0.73 with our Markdown extension",
    "numbers and lists, by our extension; nothing that a plugin makes",
    (str(_BIN / "zensical"), "build"),
    ("site", ".cache"),
)
HUGO = EngineBuild(
    "Hugo 0.168, one bare layout, no search",
    "none: it has no bibliography; admonitions stay as typed, links to .md files are not resolved",
    (str(_BIN / "hugo"), "build", "--quiet"),
    ("public", "resources"),
)


def write_zensical(folder: Path, pages: int, *, cited: bool) -> None:
    """The corpus with settings for Zensical. Its navigation holds hubs alone, as ours does."""
    write_corpus(folder, pages, cited=cited)
    hubs = sorted(path.relative_to(folder / "docs").as_posix() for path in folder.glob("docs/*/index.md"))
    extensions: list[object] = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"]
    extensions += [{"citewell.citations": {"bib_file": "references.bib"}}] if cited else []
    settings = {
        "site_name": "Benchmark",
        "site_url": "https://example.org/benchmark/",
        "theme": {"name": "material", "variant": "classic", "font": False},
        "nav": [{"Start": "index.md"}, *({hub.split("/")[0]: hub} for hub in hubs)],
        "markdown_extensions": extensions,
        "plugins": ["search"],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings, indent=1), encoding="utf-8")  # JSON is YAML


def write_hugo(folder: Path, pages: int) -> None:
    """The corpus with settings for Hugo: without citations, which it cannot read."""
    write_corpus(folder, pages, cited=False)
    shutil.move(folder / "docs", folder / "content")
    for index in folder.glob("content/**/index.md"):
        index.rename(index.with_name("_index.md"))
    layouts = folder / "layouts"
    layouts.mkdir()
    for name in ("single", "list", "home"):
        (layouts / f"{name}.html").write_text(_LAYOUT, encoding="utf-8")
    (folder / "hugo.toml").write_text(
        'baseURL = "https://example.org/benchmark/"\ntitle = "Benchmark"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n',
        encoding="utf-8",
    )
