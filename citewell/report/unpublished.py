"""Where a file may lie that must not be published."""

from pathlib import Path

from citewell.site import PAGES

_PUBLISHED = (PAGES, "site")
_OF_A_BUILT_SITE = "sitemap.xml"
_ENDINGS = (".html", ".htm")


class PublishedPlaceError(Exception):
    """A file may not be written there. The message says why and what to type instead."""


def refuse_published_place(file: Path, project: Path) -> None:
    """Refuse a place from which a file would be published, or where it would take the place of another kind.

    Args:
        file: to be written.
        project: the project's folder.

    Raises:
        PublishedPlaceError: it lies in docs/, in site/ or in another built site, or is no file for HTML.
    """
    if file.suffix.lower() not in _ENDINGS or file.is_dir():
        raise PublishedPlaceError(
            f"{file} is no file for HTML. Name one that ends in .html: --html report.html"
        )
    folders = file.resolve().parents
    if not folders[0].is_dir():
        raise PublishedPlaceError(f"There is no folder {file.parent}. Make it, or name another")
    published = [folder for name in _PUBLISHED if (folder := project / name).is_dir()]
    for folder in folders:
        # Not by name: a link leads into docs/ too, and some systems take Docs/ for docs/.
        if any(folder.samefile(other) for other in published) or (folder / _OF_A_BUILT_SITE).is_file():
            advice = "The dashboard is not published. Name a file elsewhere: --html report.html"
            raise PublishedPlaceError(f"{file} lies in {folder.name}/, which is published. {advice}")
