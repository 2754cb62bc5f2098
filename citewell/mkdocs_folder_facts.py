"""Gives Material's meta plugin the `.meta.yml` of the folders that a page lies in, and no others.

Left to itself it compares every page with every folder's file, and takes a folder `sertraline` for one above
`sertraline-and-crying/index.md`.
"""

import os
from pathlib import PurePath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_PLUGIN = "material/meta"


class FolderFacts:
    """The folders' files as the plugin has read them."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._plugin: Any = config.plugins.get(_PLUGIN)
        read = getattr(self._plugin, "meta", None)
        self._read: dict[str, Any] = dict(read) if isinstance(read, dict) else {}
        self._by_folder = {os.path.dirname(path): path for path in self._read}  # noqa: PTH120  # as the plugin

    def look_at(self, page: Page) -> None:
        """Let the plugin see what holds for a page, from the top down."""
        if self._read:
            folders = [
                "" if folder == PurePath() else str(folder) for folder in PurePath(page.file.src_path).parents
            ]
            paths = [self._by_folder[folder] for folder in reversed(folders) if folder in self._by_folder]
            self._plugin.meta = {path: self._read[path] for path in paths}
