"""Seals what MkDocs has built, and takes back what may not be published."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from citewell.mkdocs_theme import SCRIPTS, STYLES
from citewell.seal.kept import KeptFindings
from citewell.seal.report import Report
from citewell.seal.run import seal
from citewell.seal.settings import Settings
from citewell.seal.sources import Sources
from citewell.site import Site


def seal_built_site(
    config: MkDocsConfig, site: Site, kept: KeptFindings | None = None, *, writes: bool
) -> Report:
    """Hold the built site against the gates, and seal its pages where it is sound.

    Args:
        config: of the site.
        site: that it was built from.
        kept: what was found in former builds; None for nothing.
        writes: whether pages are sealed. A preview's are not: its server adds a script to them that a seal
            would keep from running.

    Raises:
        PluginError: the site's address cannot be read.
    """
    folder, pages = Path(config.site_dir), Path(config.docs_dir)
    try:
        settings = Settings(
            address=config.site_url or "",
            endpoint=site.data.feedback.endpoint,
            scripts=_files(map(str, config.extra_javascript), SCRIPTS),
            styles=_files(config.extra_css, STYLES),
            shown=folder.name,
        )
    except ValueError as error:
        take_back(config)
        raise PluginError(f"mkdocs.yml: site_url: {error}") from error
    return seal(
        folder, settings, Sources(site, pages.parent, pages_folder=pages.name), writes=writes, kept=kept
    )


def take_back(config: MkDocsConfig) -> None:
    """Delete the pages of a built site: nothing half-made is published."""
    for page in Path(config.site_dir).rglob("*.html"):
        page.unlink()


def _files(named: Iterable[str], ours: str) -> tuple[str, ...]:
    """The files that the settings name besides our own. An address of another host is left to the gates."""
    return tuple(name for name in named if name != ours and "//" not in name)
