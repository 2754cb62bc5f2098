"""Where a build keeps what it made for the next one."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from citewell.mkdocs_options import CitewellConfig

NO_CACHE = "CITEWELL_NO_CACHE"
"""The variable of the environment that, set to anything, has everything made anew."""


def cache_folder(config: MkDocsConfig, options: CitewellConfig) -> Path | None:
    """The folder, beside the settings; None where nothing may be kept."""
    if not options.page_cache or os.environ.get(NO_CACHE) or not config.config_file_path:
        return None
    return Path(config.config_file_path).parent / ".cache" / "citewell"
