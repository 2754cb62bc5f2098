"""What MkDocs may be set up with so that a page can be kept, or made by another process.

That needs plugins and extensions that remember nothing from page to page and read nothing that we do not know
of. Those that are not listed may be as good; nobody has looked.
"""

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

_PLUGINS = ("citewell.", "material.plugins.meta.", "material.plugins.search.", "mkdocs.contrib.search")
"""What the modules of such plugins begin with."""

_OF_MARKDOWN = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *(
            "legacy_attrs",
            "legacy_em",
            "md_in_html",
            "meta",
            "nl2br",
            "sane_lists",
            "smarty",
            "tables",
            "toc",
        ),
        "wikilinks",
    }
)
_OF_PYMDOWNX = frozenset(
    {
        *("arithmatex", "betterem", "caret", "critic", "details", "escapeall", "extra", "highlight"),
        *("inlinehilite", "keys", "magiclink", "mark", "progressbar", "saneheaders", "smartsymbols"),
        *("snippets", "striphtml", "superfences", "tabbed", "tasklist", "tilde", "blocks.admonition"),
        *("blocks.caption", "blocks.definition", "blocks.details", "blocks.html", "blocks.tab"),
    }
)
SNIPPETS = "pymdownx.snippets"
"""The extension that takes in other files: pages that use it are made anew, so its settings do not matter."""
_SNIPPET = "8<-"
"""What stands in every line that takes in another file."""


def unknown(config: MkDocsConfig) -> Iterator[str]:
    """The names of all plugins, hooks and Markdown extensions of a site that are not known to be so."""
    for name, plugin in config.plugins.items():
        if not type(plugin).__module__.startswith(_PLUGINS):
            yield name
    yield from map(str, config.hooks)
    for extension in config.markdown_extensions:
        named: Any = extension
        if not isinstance(named, str):
            if not type(named).__module__.startswith("citewell."):
                yield type(named).__qualname__
        elif not _is_known(named) or (named == SNIPPETS and _appends(config)):
            yield named


def reads_other_files(text: str, config: MkDocsConfig) -> bool:
    """Whether a page takes in text from files, which may change while its own text stays."""
    return _SNIPPET in text and SNIPPETS in config.markdown_extensions


def _is_known(extension: str) -> bool:
    short = extension.removeprefix("markdown.extensions.")
    return short in _OF_MARKDOWN or (
        extension.startswith("pymdownx.") and extension.removeprefix("pymdownx.") in _OF_PYMDOWNX
    )


def _appends(config: MkDocsConfig) -> bool:
    return bool((config.mdx_configs.get(SNIPPETS) or {}).get("auto_append"))
