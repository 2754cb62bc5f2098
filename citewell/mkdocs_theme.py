"""Lays our theme under MkDocs: between a site's overrides and Material, in one style sheet and one script."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from citewell import components

STYLES, SCRIPTS = "assets/citewell.css", "assets/citewell.js"
_CITATION_COMPONENTS = {"citation", "reference-list"}
_MATERIAL = "material"


def is_material(config: MkDocsConfig) -> bool:
    """Whether the site has the theme that ours is laid over."""
    return config.theme.name == _MATERIAL


def lay_theme(config: MkDocsConfig) -> None:
    """Put our theme between the site's overrides and Material; any other theme gets what citations need."""
    if is_material(config):
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(components.THEME))
    config.extra_css.insert(0, STYLES)
    script = ExtraScriptValue(SCRIPTS)
    script.defer = True
    config.extra_javascript.insert(0, script)
    if not config.repo_url:
        config.edit_uri = None  # MkDocs would warn of every page that there is nothing to edit it in


def component_files(config: MkDocsConfig) -> Iterator[File]:
    """The styles and the scripts of all components, in one file each."""
    for path in (STYLES, SCRIPTS):
        text = components.bundle(
            Path(path).suffix, lambda name: is_material(config) or name in _CITATION_COMPONENTS
        )
        yield File.generated(config, path, content=text)


def is_part_of_the_theme(file: File) -> bool:
    """Whether a file lies in the folder of the components, which is published in two files alone."""
    return str(file.abs_src_path).startswith(str(components.FOLDER))


def own_folders(config: MkDocsConfig) -> list[Path]:
    """The folders of the theme that may change while its version stays: the site's, and ours."""
    custom = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    return [*custom, components.THEME] if is_material(config) else list(map(Path, config.theme.dirs))
