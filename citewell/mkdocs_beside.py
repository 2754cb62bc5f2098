"""Writes what stands beside the pages of a site that MkDocs builds, its pictures among it."""

import logging
import os
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from citewell.files_beside import files_beside
from citewell.link_card.card import colours_of
from citewell.mkdocs_trail import site_identity
from citewell.paths_within import paths_within
from citewell.pictures.modern_copies import ModernCopies
from citewell.published_addresses import PATH as ADDRESSES
from citewell.published_addresses import with_new_addresses
from citewell.publishing import Publishing
from citewell.search_engines import ROBOTS, stands_under_a_path
from citewell.site import Site
from citewell.sitemap import FILE as SITEMAP
from citewell.sitemap import in_files
from citewell.wayfinding import Wayfinding

log = logging.getLogger("mkdocs.plugins.citewell")


def picture_cache(config: MkDocsConfig) -> Path | None:
    """The folder for pictures that were made before, beside the settings."""
    return Path(config.config_file_path).parent / ".cache" / "pictures" if config.config_file_path else None


def _style_colours(config: MkDocsConfig) -> tuple[tuple[str, str], ...]:
    """The colours of the site's own style sheets."""
    folders = [Path(config.docs_dir), *map(Path, config.theme.dirs)]
    found = {}
    for name in config.extra_css:
        file = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if file:
            found[name] = file.read_text(encoding="utf-8", errors="replace")
    return colours_of(found)


def _icon_of(config: MkDocsConfig) -> str:
    """The path of the site's icon from its root; empty for none, and for one of another host."""
    icon = str(config.theme["favicon"] or "") if "favicon" in config.theme else ""
    return "" if "//" in icon else icon


def ways_to_pages(site: Site, publishing: Publishing, config: MkDocsConfig) -> Wayfinding:
    """What leads to the pages of a site."""
    return Wayfinding(site, publishing, site_identity(config), _style_colours(config), _icon_of(config))


def write_beside(
    config: MkDocsConfig, publishing: Publishing, ways: Wayfinding, copies: ModernCopies
) -> None:
    """Write the files that stand beside the pages. What an editor has put in the same place stays.

    Args:
        config: of the site.
        publishing: the site, all of whose pages are rendered.
        ways: to the pages.
        copies: of the pictures on them.
    """
    typed = frozenset(paths_within(Path(config.docs_dir)))
    texts = files_beside(publishing, site_identity(config))
    made = chain(
        ((address, text.encode()) for address, text in texts),
        copies.files(),
        ways.cards(picture_cache(config)),
        ways.files(),
    )
    folders: set[str] = set()
    for address, data in made:
        if address in typed:
            continue
        path = os.path.join(config.site_dir, address)  # noqa: PTH118  # thousands: a Path costs as much as the writing
        folder = os.path.dirname(path)  # noqa: PTH120
        if folder not in folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            folders.add(folder)
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(data)
    if stands_under_a_path(config.site_url or ""):
        log.info("citewell: no search engine reads %s: the site stands under a path of its host.", ROBOTS)


def divided_sitemap(text: str, config: MkDocsConfig) -> str:
    """What stands in the sitemap's place: itself, or an index of its parts, which are written."""
    files = dict(in_files(text, config.site_url or ""))
    own = files.pop(SITEMAP)
    for name, part in files.items():
        path = Path(config.site_dir) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(part, encoding="utf-8")
    return own


def keep_addresses(config: MkDocsConfig, ways: Wayfinding) -> None:
    """Keep the list of published addresses: what is new is added, what was never published is forgotten.

    Args:
        config: of the site.
        ways: to the built pages.
    """
    file = Path(config.docs_dir) / Path(ADDRESSES).relative_to("docs")
    if not file.parent.is_dir() or not config.use_directory_urls:
        return
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    now = with_new_addresses(before, ways.lasting_addresses, ways.forgotten_addresses)
    if now == before:
        return
    try:
        file.write_text(now, encoding="utf-8")
        log.info("citewell: the addresses of this site have changed in %s: commit it.", ADDRESSES)
    except OSError as error:
        log.info("citewell: new addresses could not be added to %s: %s.", ADDRESSES, error.strerror)
