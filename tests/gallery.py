"""A site that shows every component by its named examples; each example is a page.

`make gallery` shows it. The tests render the same examples, and axe looks at them in the browser.
"""

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import yaml

HERE = Path(__file__).parent
EXAMPLES = HERE / "components"
SITE = HERE / "example_site"


class Example(NamedTuple):
    """One example of a component, with the file that holds its Markdown."""

    component: str
    name: str
    markdown: Path

    @property
    def expected(self):
        return self.markdown.with_suffix(".html")

    @property
    def address(self):
        return f"{self.component}/{self.name}/"


def examples():
    """All of them, by component."""
    return [Example(path.parent.name, path.stem, path) for path in sorted(EXAMPLES.glob("*/*.md"))]


def write_gallery(folder: Path) -> Path:
    """Write the gallery's sources; its mkdocs.yml."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SITE, folder)
    docs = folder / "docs"
    index = ["# Components\n", "Every component with its examples.\n"]
    component = ""
    for example in examples():
        if example.component != component:
            component = example.component
            index.append(f"\n## {component}\n")
        index.append(f"- [{example.name}]({example.component}/{example.name}/index.md)")
        page = docs / example.component / example.name / "index.md"
        page.parent.mkdir(parents=True)
        shutil.copy(example.markdown, page)
        for picture in example.markdown.parent.glob("*.svg"):
            shutil.copy(picture, page.parent)
    (docs / "index.md").write_text("\n".join(index) + "\n", encoding="utf-8")
    about = docs / "about" / "how-sure-we-are.md"
    about.parent.mkdir(exist_ok=True)
    shutil.copy(HERE.parent / "docs" / "about" / "how-sure-we-are.md", about)
    site = yaml.load((HERE.parent / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_EngineLoader)
    site |= {"site_name": "Gallery", "site_url": "", "nav": None}
    overrides = folder / "overrides"  # but for the words of this site's 404 page, which lead to its pages
    shutil.copytree(HERE.parent / "overrides", overrides, ignore=shutil.ignore_patterns("citewell"))
    site["theme"] |= {"custom_dir": str(overrides)}
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(site, allow_unicode=True), encoding="utf-8")
    return config


class _EngineLoader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose addresses come from the environment: none of them matters here."""


_EngineLoader.add_constructor("!ENV", lambda _loader, _node: "")


if __name__ == "__main__":
    write_gallery(Path(sys.argv[1]))
