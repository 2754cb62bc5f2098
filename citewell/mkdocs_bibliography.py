"""Finds the bibliography where the options of mkdocs-bibtex say that it is."""

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs_bibtex.utils import get_path_relative_to_mkdocs_yaml, sanitize_zotero_query

from citewell.bibliography.bibtex import BibFile, read_bib_files, read_library
from citewell.bibliography.download import DownloadError, download
from citewell.bibliography.kept_library import KeptLibrary
from citewell.bibliography.reference import Library
from citewell.mkdocs_cache import cache_folder
from citewell.mkdocs_options import CitewellConfig
from citewell.problem import Problem
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.lock_file import FILE as LOCK
from citewell.site import load_lock

_ZOTERO = "api.zotero.org"


def read_bibliography(options: CitewellConfig, config: MkDocsConfig) -> tuple[Library, list[Problem]]:
    """The references, and the faults of their files; the site is built anew when a file changes.

    Raises:
        PluginError: no bibliography is named, or its address does not answer.
    """
    bib_file, bib_dir = options.bib_file, options.bib_dir
    root = Path(config.config_file_path or "mkdocs.yml").parent
    if bib_file and urlsplit(bib_file).scheme in {"http", "https"}:
        return read_library([BibFile(bib_file, _download(bib_file))])
    read = KeptLibrary(cache_folder(config, options))
    if bib_file:
        path = Path(get_path_relative_to_mkdocs_yaml(bib_file, config))
        config.watch.append(str(path))
        return read_bib_files([path], root, read)
    if bib_dir:
        folder = Path(get_path_relative_to_mkdocs_yaml(bib_dir, config))
        config.watch.append(str(folder))
        return read_bib_files(sorted(folder.rglob("*.bib")), root, read)
    raise PluginError("citewell: name the bibliography in mkdocs.yml, as in bib_file: references.bib")


def read_lock(config: MkDocsConfig) -> tuple[ReferenceLock, list[Problem]]:
    """What databases said of the references; the site is built anew when they say something else."""
    root = Path(config.config_file_path or "mkdocs.yml").parent
    config.watch += [str(root / LOCK)] if (root / LOCK).is_file() else []
    return load_lock(root)


def _download(address: str) -> str:
    is_zotero = urlsplit(address).hostname == _ZOTERO
    try:
        return download(sanitize_zotero_query(address) if is_zotero else address, follow_pages=is_zotero)
    except DownloadError as error:
        raise PluginError(f"citewell: the bibliography is not read: {error}") from error
