"""How pages are made in a build of MkDocs: what may be kept of them, by whom they are made, how far it is."""

import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from citewell.cache.canonical import fingerprint
from citewell.cache.store import Store
from citewell.cache.versions import versions
from citewell.mkdocs_known import unknown
from citewell.mkdocs_options import CitewellConfig
from citewell.site_data import SiteData

log = logging.getLogger("mkdocs.plugins.citewell")

NO_CACHE = "CITEWELL_NO_CACHE"
"""The variable of the environment that, set to anything, has every page made anew."""
_FILE = Path(".cache") / "citewell" / "pages.sqlite"


class Making:
    """What is decided once a build.

    Attributes:
        store: what former builds kept; it keeps nothing where nothing may be kept.
        settings: a fingerprint of all that makes HTML of any page's Markdown.
        shares: whether pages may be made by a second process.
    """

    def __init__(
        self, config: MkDocsConfig, options: CitewellConfig, data: SiteData, *, is_preview: bool
    ) -> None:
        others = sorted(unknown(config))
        self.store = Store(None)
        self.settings = ""
        self.shares = not others and not is_preview
        if others:
            log.info(
                "citewell: every page is made anew, one by one: it is not known what %s does.", others[0]
            )
            return
        try:
            self.settings = fingerprint(versions(), *_rendering_settings(config, options, data))
        except TypeError as error:
            log.info(
                "citewell: every page is made anew: a setting of Markdown cannot be compared: %s.", error
            )
            return
        if options.page_cache and not os.environ.get(NO_CACHE) and not is_preview and config.config_file_path:
            self.store = Store(Path(config.config_file_path).parent / _FILE)


def _rendering_settings(config: MkDocsConfig, options: CitewellConfig, data: SiteData) -> tuple[object, ...]:
    named = [name for name in config.markdown_extensions if isinstance(name, str)]
    return (
        named,
        config.mdx_configs,
        config.validation,
        config.use_directory_urls,
        dict(options),
        data,
    )
