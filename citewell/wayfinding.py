"""What leads to the pages of a site that is built: hubs, related articles, old addresses, search engines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from citewell.hub_lists import TEMPLATE, belongs, hub_list
from citewell.hubs import hub_path, hubs
from citewell.link_card.card import HEIGHT, WIDTH, Card
from citewell.link_card.card_picture import card_png
from citewell.moved_page import SiteAround, moved_page
from citewell.moved_pages import moves
from citewell.page_text.readers import is_for_readers
from citewell.published_articles import PublishedArticle, PublishedArticles
from citewell.publishing import Publishing, SiteIdentity
from citewell.related import Related, related
from citewell.rendered_page import Rendered
from citewell.search_engines import ROBOTS, robots_txt, verification_files, verification_tags
from citewell.site import Site
from citewell.site_addresses import below_pages, site_addresses


@dataclass(frozen=True)
class LinkedCard:
    """The picture of an article as a page's head names it: absolute address, words, size in pixels."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


class Wayfinding:
    """The ways to a site's pages.

    Args:
        site: as typed.
        publishing: the site while it is built.
        identity: the site's; its address is empty where it is not known.
        colours: of the pictures that links show.
        icon: the path of the site's icon from its root; empty for none.
    """

    def __init__(
        self,
        site: Site,
        publishing: Publishing,
        identity: SiteIdentity,
        colours: tuple[tuple[str, str], ...] = (),
        icon: str = "",
    ) -> None:
        self._site = site
        self._publishing = publishing
        self._identity = identity
        self._colours = colours
        self._around = SiteAround(identity.address, identity.language, icon)
        self._articles = PublishedArticles(site, publishing)
        self._nearest: dict[str, Sequence[Related]] = {}
        self._hubs = {hub.path: hub for hub in hubs(site)}

    def values(self, path: str, *, is_first: bool) -> Mapping[str, object]:
        """What the templates print of the ways from and to a page.

        Args:
            path: of the page.
            is_first: whether it is the site's first page.
        """
        article = self._article_of(path)
        is_typed = path in self._last_touched
        return {
            "related": self._related(article) if article and is_typed else (),
            "card": self._linked(article) if article and self._identity.address else None,
            "verification": verification_tags(self._site.data.publisher) if is_first else (),
            **self.everywhere(),
        }

    def everywhere(self) -> Mapping[str, object]:
        """The hubs that every page links to, by name and address."""
        lists = [hub for hub in self._hubs.values() if not hub.name]
        return {
            "hubs": [
                (hub.title, address) for hub in lists if (address := self._publishing.made_address(hub.path))
            ],
        }

    def of_site(self) -> Mapping[str, object]:
        """What the templates print that stand for no page: the hubs, and each page's day for the sitemap."""
        return {**self.everywhere(), "last_touched": self._last_touched}

    def listing(self, path: str, address: str) -> tuple[str, Mapping[str, object]] | None:
        """What a hub lists: its template and the values for it; None for any other page."""
        hub = self._hubs.get(path)
        if hub is None or not self._publishing.made_address(path):
            return None
        values = hub_list(hub, self._hubs.values(), self._all, self._publishing.address)
        return TEMPLATE, {**values, "root": "/".join([".."] * address.count("/")) or "."}

    def above(self, path: str) -> Sequence[tuple[str, str]]:
        """The steps to a page that no navigation names, below the first page: names and addresses."""
        hub = self._hubs.get(path)
        if hub is not None:
            return self._step(hub_path(hub.kind)) if hub.name else ()
        article = self._article_of(path)
        if article is None:
            return ()
        own = next((hub for hub in self._hubs.values() if hub.name and belongs(article, hub)), None)
        steps = [*self._step(hub_path(own.kind)), *self._step(own.path)] if own else []
        return steps if path == article.index else [*steps, (article.question, article.address)]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files that stand beside the pages, each with its address from the site's root."""
        identity = self._identity
        yield ROBOTS, robots_txt(identity.address).encode()
        for address, text in verification_files(self._site.data.publisher):
            yield address, text.encode()
        titles = {page.address: page.title for page in self._rendered}
        for move in moves(self._site):
            if move.new in titles:
                file, text = moved_page(move, titles[move.new], self._around)
                yield file, text.encode()

    def cards(self, cache: Path | None) -> Iterator[tuple[str, bytes]]:
        """The pictures of the articles, each with its address; none while the site has no address itself.

        Args:
            cache: a folder for what was drawn before; None for none.
        """
        for article in self._all if self._identity.address else ():
            card = self._card(article)
            yield card.address(article.address), card_png(card, cache)

    @property
    def lasting_addresses(self) -> Sequence[str]:
        """The addresses of the built pages that have to stay."""
        there = {page.address for page in self._rendered}
        return [address for address in site_addresses(self._site) if address in there]

    @property
    def forgotten_addresses(self) -> frozenset[str]:
        """The addresses that no commit holds and that lead nowhere any more: nobody has published them."""
        lead = site_addresses(self._site).keys() | {move.old for move in moves(self._site)}
        return self._site.data.never_committed - lead

    @cached_property
    def _last_touched(self) -> Mapping[str, str]:
        """The day on which a typed page for readers last came to say something else, as ISO 8601 has it."""
        return {
            below_pages(page.source.path): day.isoformat() if (day := page.facts.last_touched) else ""
            for page in self._site.pages
            if is_for_readers(page)
        }

    @cached_property
    def _all(self) -> Sequence[PublishedArticle]:
        return tuple(self._articles.by_index.values())

    @property
    def _rendered(self) -> Sequence[Rendered]:
        publishing = self._publishing
        return [page for path in publishing.rendered_paths if (page := publishing.rendered(path))]

    def _article_of(self, path: str) -> PublishedArticle | None:
        return self._articles.by_index.get(self._publishing.index(path))

    def _related(self, article: PublishedArticle) -> Sequence[Related]:
        """The same for all pages of an article: looked for once."""
        if article.index not in self._nearest:
            self._nearest[article.index] = related(article, self._all)
        return self._nearest[article.index]

    def _step(self, path: str) -> Sequence[tuple[str, str]]:
        found = self._publishing.rendered(path)
        return [(found.title, found.address)] if found else []

    def _card(self, article: PublishedArticle) -> Card:
        return Card(article.question, self._identity.name, article.state, self._colours)

    def _linked(self, article: PublishedArticle) -> LinkedCard:
        card = self._card(article)
        return LinkedCard(f"{self._identity.address}{card.address(article.address)}", card.alt)
