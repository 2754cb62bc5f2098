"""Puts the templates around MkDocs' pages: by two processes, and only where something differs from before.

The engine renders a template that prints what stands here: between it and a page's own template there is no
other place where a page that is at hand can be given to it.
"""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
import jinja2.meta
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from citewell.cache.canonical import digest, fingerprint
from citewell.cache.store import DamagedError, Store, packed, unpacked
from citewell.cache.versions import files_within
from citewell.mkdocs_build import Making, site_settings
from citewell.mkdocs_theme import own_folders
from citewell.work_ahead import WorkAhead, can_fork

log = logging.getLogger("mkdocs.plugins.citewell")

OUTPUT = "citewell/output.html"
"""The template that prints a page as it was made here."""
_TEMPLATE = "template"
_OF_CONTENT = ("lead", "text", "references")
_WORTH_HELP = 200
"""Pages for which a second process is worth its start."""
_CHANGES_WITH_OTHERS = frozenset({"pages", "build_date_utc"})
"""What a template can print that is not a page's own, nor the site's: such pages are not kept."""

Values = Mapping[str, object]


class _Made(NamedTuple):
    """What the second process made of a page: its key, empty for none, and its packed text."""

    key: str
    text: bytes
    was_kept: bool = False


class PageOutputs:
    """The pages of a site, each as it is published before it is sealed.

    Args:
        config: of the site.
        env: its templates.
        files: of the site.
        nav: of the site.
        making: how pages are made in this build.
    """

    def __init__(
        self, config: MkDocsConfig, env: jinja2.Environment, files: Files, nav: Navigation, making: Making
    ) -> None:
        self._config = config
        self._env = env
        self._nav = nav
        self._store = making.store
        self._shares = making.shares
        self._files = files.documentation_pages()
        self._numbers = {file.src_uri: number for number, file in enumerate(self._files)}
        self._pace = making.pace
        self._pace.begin("laying out pages")
        self._templates: dict[str, str] = {}
        self._ahead: WorkAhead | None = None
        self._settings = _settings(config, env, nav, making) if self._store.keeps else ""
        if self._store.keeps:
            env.bytecode_cache = _compiled_templates(self._store.folder, env)
        for file in self._files:
            if page := file.page:
                self._templates[file.src_uri] = str(page.meta.get(_TEMPLATE) or "main.html")
                page.meta = {**page.meta, _TEMPLATE: OUTPUT}

    def share(self, values: Callable[[Page], Values], first: Callable[[], None]) -> None:
        """Have a second process make the last pages, where there are enough of them.

        Args:
            values: what the templates print of a page, once its text is whole.
            first: what it does before.
        """
        if not (self._shares and len(self._files) >= _WORTH_HELP and can_fork()):
            return

        def before() -> None:
            self._store = Store(self._store.path, reads_alone=True)
            first()

        def output(number: int) -> _Made | None:
            page = self._files[number].page
            if page is None:
                return None
            self._with_own_template(page)
            context: Any = get_context(self._nav, self._files, self._config, page)
            page.active = True
            try:
                context["citewell"] = values(page)
                key = self._key(page, context["citewell"])
                if key and (kept := self._store.get_packed(key)):
                    return _Made(key, kept, was_kept=True)
                return _Made(key, packed(self._text(page, context)))
            finally:
                page.active = False

        self._ahead = WorkAhead(range(len(self._files)), output, self._store.folder, before)

    def makes(self, page: Page) -> bool:
        """Whether a page is made here: the engine makes the drafts of a preview itself."""
        return page.file.src_uri in self._templates

    def from_the_other(self, page: Page) -> str | None:
        """What the second process made of a page; None where it is this one's to make."""
        if not self.makes(page):
            return None
        self._with_own_template(page)
        number = self._numbers[page.file.src_uri]
        self._pace.done(number, len(self._files))
        made: _Made | None = self._ahead.take(number) if self._ahead else None
        if made is None:
            return None
        try:
            text: str = unpacked(made.text)
        except DamagedError:
            return None
        if made.was_kept:
            self._store.use(made.key)
        elif made.key:
            self._store.put(made.key, made.text)
        return text

    def output(self, page: Page, context: Any) -> str:
        """A page with its template around it, from its values in the template's context."""
        key = self._key(page, context["citewell"])
        text: str | None = self._store.get(key) if key else None
        if text is None:
            text = self._text(page, context)
            if key:
                self._store.put(key, packed(text))
        return text

    def end(self, *, at_once: bool = False) -> bool:
        """Let the second process end; whether there was one that did all it was told."""
        ahead, self._ahead = self._ahead, None
        return ahead.end(at_once=at_once) if ahead else False

    def _with_own_template(self, page: Page) -> None:
        named = self._templates[page.file.src_uri]
        page.meta = {name: value for name, value in page.meta.items() if name != _TEMPLATE}
        if named != "main.html":
            page.meta[_TEMPLATE] = named

    def _text(self, page: Page, context: Any) -> str:
        return self._env.get_template(self._templates[page.file.src_uri]).render(context)

    def _key(self, page: Page, values: Values) -> str:
        """What tells a page from all others that templates can make; empty where nobody can say."""
        if not self._settings:
            return ""
        own = {name: value for name, value in values.items() if name not in _OF_CONTENT}
        try:
            return fingerprint(
                "output",
                self._settings,
                (page.file.src_uri, page.url, page.title, page.edit_url, page.canonical_url),
                self._templates[page.file.src_uri],
                page.meta,
                digest((page.content or "").encode("utf-8", "surrogatepass")),
                [_headings(heading) for heading in page.toc],
                own,
            )
        except TypeError:
            return ""


def _compiled_templates(folder: Path, env: jinja2.Environment) -> jinja2.BytecodeCache:
    """Templates as Python, which the next build reads: each holds as long as its text is the same."""
    compiled = folder / "templates"
    compiled.mkdir(parents=True, exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(compiled), f"{fingerprint(sorted(env.extensions))[:10]}-%s")


def _headings(heading: Any) -> list[Any]:
    return [heading.id, heading.title, heading.level, [_headings(child) for child in heading.children]]


def _settings(config: MkDocsConfig, env: jinja2.Environment, nav: Navigation, making: Making) -> str:
    """A fingerprint of all that stands around every page; empty where pages cannot be kept."""
    folders = own_folders(config)
    for folder in folders:
        for path in folder.rglob("*.html"):
            try:
                if _may_change_with_others(path.read_text("utf-8"), env):
                    return ""
            except (jinja2.TemplateSyntaxError, UnicodeDecodeError):
                return ""  # the engine says what is wrong with it
    try:
        return fingerprint(
            making.settings,
            files_within(map(Path, folders)),
            site_settings(config),
            [_entry(item) for item in nav.items],
        )
    except TypeError as error:
        log.info("citewell: every page is laid out anew: a setting cannot be compared: %s.", error)
        return ""


def _may_change_with_others(template: str, env: jinja2.Environment) -> bool:
    """Whether a template can print what is not a page's own. Most need not be parsed to tell."""
    if not any(name in template for name in _CHANGES_WITH_OTHERS):
        return False
    return bool(jinja2.meta.find_undeclared_variables(env.parse(template)) & _CHANGES_WITH_OTHERS)


def _entry(item: Any) -> list[Any]:
    children = [_entry(child) for child in item.children or ()]
    return [type(item).__name__, item.title, getattr(item, "url", ""), getattr(item, "meta", None), children]
