"""How pages are made in a build of MkDocs: what may be kept of them, by whom they are made, how far it is."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from citewell.cache.canonical import fingerprint
from citewell.cache.store import Store, packed
from citewell.cache.versions import versions
from citewell.made_pages import MadeOfArticles
from citewell.mkdocs_cache import cache_folder
from citewell.mkdocs_known import SNIPPETS, unknown
from citewell.mkdocs_options import CitewellConfig
from citewell.pace import Pace
from citewell.problem import Problem
from citewell.registry.remembered import InMemory, Kept, RememberedProblems
from citewell.registry.run import OfPages
from citewell.seal.kept import KeptFindings
from citewell.site_data import SiteData
from citewell.work_ahead import divided

log = logging.getLogger("mkdocs.plugins.citewell")

_LOCALE = "locale"
_NOT_TOLD = frozenset(
    {
        *("config_file_path", "docs_dir", "site_dir", "dev_addr", "watch", "hooks", "theme", "plugins"),
        *("markdown_extensions", "mdx_configs", "validation"),  # which the fingerprint of renderings has
        *("exclude_docs", "draft_docs", "not_in_nav"),  # which say what pages there are, and no more
    }
)
_WORTH_HELP = 200
"""Pages to look at for which a second process is worth its start."""
_FILE = "pages.sqlite"


class KeptProblems:
    """Problems that former builds found."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.get: Callable[[str], set[Problem] | None] = store.get

    def put(self, key: str, problems: set[Problem]) -> None:
        """Keep what was found."""
        self._store.put(key, packed(problems))


class Remembered:
    """What a preview holds on to from one build to the next.

    Attributes:
        problems: those of pages.
        made: what was made of articles.
        renderings: by their keys.
        texts: of pages, by their paths, with the engine's metadata and its Markdown.
    """

    def __init__(self) -> None:
        self.problems = InMemory()
        self.made = MadeOfArticles()
        self.renderings: dict[str, Any] = {}
        self.texts: dict[str, tuple[str, str, dict[str, Any]]] = {}


class Making:
    """What is decided once a build.

    Attributes:
        store: what former builds kept; it keeps nothing where nothing may be kept.
        settings: a fingerprint of all that makes HTML of any page's Markdown.
        shares: whether pages may be made by a second process.
        pace: the build's clock.
        remembered: what a preview holds on to; None in a build, or where nothing may be kept.
    """

    def __init__(  # noqa: PLR0913 (each says something else of the build)
        self,
        config: MkDocsConfig,
        options: CitewellConfig,
        data: SiteData,
        others: Sequence[object],
        *,
        pace: Pace,
        remembered: Remembered | None,
    ) -> None:
        strangers = sorted(unknown(config))
        self.store = Store(None)
        self.settings = ""
        self.pace = pace
        self.remembered = None if strangers else remembered
        self.shares = not strangers and remembered is None
        if strangers:
            log.info(
                "citewell: every page is made anew, one by one: it is not known what %s does.", strangers[0]
            )
            return
        try:
            self.settings = fingerprint(versions(), *_rendering_settings(config, options, data), others)
        except TypeError as error:
            log.info(
                "citewell: every page is made anew: a setting of Markdown cannot be compared: %s.", error
            )
            return
        if remembered is None and (folder := cache_folder(config, options)):
            self.store = Store(folder / _FILE)

    @property
    def lets_wait(self) -> bool:
        """Whether this is a preview, and pages may be laid out when they are asked for."""
        return self.remembered is not None

    @property
    def kept_findings(self) -> KeptFindings | None:
        """What the seal found in former builds."""
        return KeptFindings(self.store, versions()) if self.store.keeps else None

    def end(self) -> None:
        """Write what is kept for the next build, and say what took the time of this one."""
        self.store.close()
        self.pace.end()

    @property
    def made_of_articles(self) -> MadeOfArticles | None:
        """What a preview has made of articles."""
        return self.remembered.made if self.remembered else None

    def looked_at(self) -> OfPages | None:
        """What finds the problems of pages that are not as they were; None to look at all of them."""
        if not self.settings or not (self.remembered or self.store.keeps):
            return None
        kept: Kept = self.remembered.problems if self.remembered else KeptProblems(self.store)
        if not self.shares:
            return RememberedProblems(kept, self.settings)
        share = partial(divided, worth=_WORTH_HELP, folder=self.store.folder)
        return RememberedProblems(kept, self.settings, share)


def site_settings(config: MkDocsConfig) -> dict[str, object]:
    """What the settings of a site say to its templates, without where its folders are on this machine."""
    told = {name: value for name, value in config.items() if name not in _NOT_TOLD}
    theme = {name: config.theme[name] for name in config.theme if name != _LOCALE}
    plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    return {**told, "theme": [config.theme.name, str(config.theme.locale), theme], "plugins": plugins}


def _rendering_settings(config: MkDocsConfig, options: CitewellConfig, data: SiteData) -> tuple[object, ...]:
    named = [name for name in config.markdown_extensions if isinstance(name, str)]
    return (
        named,
        {name: told for name, told in config.mdx_configs.items() if name != SNIPPETS},
        config.validation,
        config.use_directory_urls,
        dict(options),
        data,
    )
