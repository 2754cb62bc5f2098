"""Seals what MkDocs has built, and takes back what may not be published."""

import logging
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

log = logging.getLogger("mkdocs.plugins.citewell")


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


def seal_or_take_back(
    config: MkDocsConfig, site: Site, kept: KeptFindings | None, *, is_preview: bool
) -> bool:
    """Seal a built site, or keep it from being published; whether it is sound, which a preview need not be.

    Args:
        config: of the site.
        site: that it was built from.
        kept: what was found in former builds; None for nothing.
        is_preview: whether what is wrong is only told.

    Raises:
        PluginError: no page is published.
    """
    report = seal_built_site(config, site, kept, writes=not is_preview)
    for line in report.changes:
        log.info("citewell: changed: %s", line)
    if report.is_sound:
        return True
    if is_preview:
        log.warning("%s", "\n".join(report.faults))
        return False
    take_back(config)
    raise PluginError("\n".join(["no page is published until this is mended:", *report.faults]))


def take_back(config: MkDocsConfig) -> None:
    """Delete the pages of a built site: nothing half-made is published."""
    for page in Path(config.site_dir).rglob("*.html"):
        page.unlink()


def _files(named: Iterable[str], ours: str) -> tuple[str, ...]:
    """The files that the settings name besides our own. An address of another host is left to the gates."""
    return tuple(name for name in named if name != ours and "//" not in name)
