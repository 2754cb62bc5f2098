"""What a build learns of the pages while it renders them, and what it makes of that."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from citewell.affiliates import Programme
from citewell.article import Page
from citewell.bibliography.reference import Library, Reference
from citewell.boxes.answer import ANCHOR as ANSWER_ANCHOR
from citewell.boxes.care import care_anchor
from citewell.boxes.crisis import ANCHOR as CRISIS_ANCHOR
from citewell.boxes.warning import DO_NOT_STOP_ANCHOR
from citewell.feedback.form import revision
from citewell.feedback.page_list import ListedPage
from citewell.feeds.told_page import ToldPage
from citewell.ledger.cited_works import CitedPage
from citewell.ledger.parts import listed_in
from citewell.made_pages import CLAIM_LEDGER, MadePage
from citewell.page_facts import PageFacts
from citewell.page_text.readers import is_path_for_readers
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.standing import Standing, standing
from citewell.referral.placement import foot_referral, referral_of
from citewell.rendered_page import ReadOff, Rendered
from citewell.site import Site
from citewell.site_data import SiteData
from citewell.structured_data.graph import Published, graph
from citewell.structured_data.node import Node
from citewell.structured_data.works import work_node


@dataclass(frozen=True)
class SiteIdentity:
    """What the engine knows of the site: empty texts for what is not set, `language` as BCP 47 has it."""

    address: str
    name: str
    description: str
    language: str


@dataclass(frozen=True)
class _Page:
    """What is remembered of a page as typed; its text is not, so that memory does not grow with it.

    Args:
        facts: the page's own.
        index: the path of its article's first page; empty where it belongs to none.
        anchors: of the boxes on it that something outside its text leads to.
        referral: the programme whose box stands on it; None where none does.
        foot_referral: the name of a programme whose box is put at its foot.
        revision: of its text.
    """

    facts: PageFacts
    index: str = ""
    anchors: frozenset[str] = frozenset()
    referral: Programme | None = None
    foot_referral: str = ""
    revision: str = ""


class Publishing:
    """A site while it is built.

    Args:
        site: as typed.
        pages_folder: the folder that the paths of its sources begin with.
        day: what dates are held against.
        made: the pages that the build makes.
    """

    def __init__(self, site: Site, pages_folder: str, day: dt.date, made: Iterable[MadePage]) -> None:
        self._library = site.library
        self._data = site.data
        self._lock = site.lock
        self._day = day
        self._nodes: dict[str, Node] = {}
        self._standings: dict[str, Standing] = {}
        self._rendered: dict[str, Rendered] = {}
        path_of = {id(page): page.source.path.removeprefix(f"{pages_folder}/") for page in site.pages}
        index_of = {
            id(page): path_of[id(article.index)] for article in site.articles for page in article.pages
        }
        self._pages = {
            path_of[id(page)]: _Page(
                page.facts,
                index_of.get(id(page), ""),
                frozenset(_box_anchors(page)),
                referral_of(page, site.data.affiliates),
                foot_referral(page),
                revision(page.source.text[page.source.body_offset :]),
            )
            for page in site.pages
        }
        self._made = {page.path: page for page in made}

    def index(self, path: str) -> str:
        """The path of the first page of a page's article; empty where it belongs to none."""
        known = self._pages.get(path) or self._made.get(path)
        return known.index if known else ""

    @property
    def indexes(self) -> Sequence[str]:
        """The paths of the first pages of all articles, in order."""
        return sorted({page.index for page in self._pages.values() if page.index})

    def facts(self, path: str) -> PageFacts:
        """What a page says of itself; for a page made of an article, what the article says."""
        known = self._pages.get(path) or self._pages.get(self.index(path))
        return known.facts if known else PageFacts()

    def note(self, path: str, read: ReadOff, title: str, address: str) -> None:
        """Remember what stands on a rendered page."""
        is_listed = CLAIM_LEDGER in self._made and path not in self._made
        sentences = read.sentences if is_listed else ()
        self._rendered[path] = Rendered(
            title, read.heading or title, address, read.keys, sentences, read.questions
        )

    def standings(self, path: str) -> list[Standing]:
        """How the works in the list of a page stand: looked up once for all pages that cite them."""
        return [self._standing(work) for work in self.works(path)]

    def works(self, path: str) -> list[Reference]:
        """The works in the list of a page, in printed order."""
        found = self._rendered.get(path)
        return [reference for key in found.keys if (reference := self._library.get(key))] if found else []

    @property
    def told_pages(self) -> Sequence[ToldPage]:
        """The pages that people wrote for readers, in the order of their paths."""
        return [
            ToldPage(found.title, found.address, self.facts(path), found.keys)
            for path in filter(is_path_for_readers, sorted(self._pages))
            if (found := self._rendered.get(path))
        ]

    @property
    def lock(self) -> ReferenceLock:
        """What databases said of the references."""
        return self._lock

    @property
    def library(self) -> Library:
        """The bibliography."""
        return self._library

    @property
    def data(self) -> SiteData:
        """What the data files say."""
        return self._data

    @property
    def day(self) -> dt.date:
        """What dates are held against."""
        return self._day

    def rendered(self, path: str) -> Rendered | None:
        """What was found on a page; None before it was rendered."""
        return self._rendered.get(path)

    def referral(self, path: str) -> Programme | None:
        """The programme whose paid link stands on a page; None where none does."""
        return self._pages[path].referral if path in self._pages else None

    def foot_referral(self, path: str) -> str:
        """The name of the programme whose box is to be put at the foot of a page; empty for none."""
        return self._pages[path].foot_referral if path in self._pages and self._pages[path].referral else ""

    def asks(self, path: str) -> bool:
        """Whether a page asks if it was helpful: somebody wrote it for an article, and it is published."""
        return path in self._rendered and path in self._pages and bool(self._pages[path].index)

    def revision(self, path: str) -> str:
        """What tells the wording of a typed page from others."""
        return self._pages[path].revision

    def sections(self, index: str) -> list[str]:
        """The addresses of all pages of an article that somebody wrote, by the path of its first page."""
        return [self.address(path) for path, page in self._pages.items() if page.index == index]

    def box_anchors(self, path: str) -> frozenset[str]:
        """The anchors of the boxes on a page that something outside its text leads to."""
        return self._pages[path].anchors if path in self._pages else frozenset()

    def address(self, path: str) -> str:
        """Where a page stands, from the site's root; empty where there is none."""
        return self._rendered[path].address if path in self._rendered else ""

    def canonical(self, path: str, address: str) -> str:
        """The address that stands for a page; a page made of an article stands for the article's first page.

        Args:
            path: of the page.
            address: its own, absolute; empty where the site's is not set.
        """
        made = self._made.get(path)
        if made is None or not made.index or not address:
            return address
        return address.removesuffix(self.address(path)) + self.address(made.index)

    def made_address(self, path: str) -> str:
        """Where a page stands that the build makes; empty where it makes none."""
        return self.address(path) if path in self._made else ""

    def cited_pages(self, folder: str | None = None) -> list[CitedPage]:
        """The pages that people wrote and that cite something, in the order of their paths.

        Args:
            folder: the one whose pages are wanted; None for all.
        """
        paths = sorted(self._pages) if folder is None else listed_in(folder, sorted(self._pages))
        return [
            CitedPage(found.title, found.address, self.facts(path).article, found.keys, found.sentences)
            for path in paths
            if (found := self._rendered.get(path)) and found.keys
        ]

    def made(self, path: str) -> MadePage | None:
        """The page that the build makes at a path; None for any other."""
        return self._made.get(path)

    @property
    def all_made(self) -> Sequence[MadePage]:
        """The pages that the build makes."""
        return tuple(self._made.values())

    @property
    def rendered_paths(self) -> Sequence[str]:
        """The paths of all pages, in the order in which they were rendered."""
        return tuple(self._rendered)

    @property
    def asking(self) -> Sequence[ListedPage]:
        """The pages that ask if they were helpful."""
        return [self._listed(path) for path in self._pages if self.asks(path)]

    def graph(
        self, path: str, address: str, identity: SiteIdentity, steps: Sequence[tuple[str, str]]
    ) -> Mapping[str, object] | None:
        """The page's structured data; None for a page that the build made of others.

        Args:
            path: of the page.
            address: its canonical one, empty where the site's is not set.
            identity: the site's.
            steps: the way to the page from the first page on, each with its address.
        """
        found = self._rendered.get(path)
        if path in self._made or found is None:
            return None
        facts = self.facts(path)
        return graph(
            Published(
                address=address,
                title=found.heading,
                description=facts.description or identity.description,
                facts=facts,
                works=tuple(self.works(path)),
                questions=found.questions,
                trail=tuple(steps),
                site_name=identity.name,
                site_address=identity.address,
                publisher=self._data.publisher,
                language=identity.language,
                people=self._data.people,
            ),
            self._work_node,
        )

    def _listed(self, path: str) -> ListedPage:
        title = self._rendered[path].title
        return ListedPage(self.address(path), self.revision(path), title, self.facts(path).changed)

    def _standing(self, reference: Reference) -> Standing:
        found = self._standings.get(reference.key)
        if found is None:
            found = self._standings[reference.key] = standing(reference, self._lock)
        return found

    def _work_node(self, reference: Reference) -> Node:
        node = self._nodes.get(reference.key)
        if node is None:
            node = self._nodes[reference.key] = work_node(reference)
        return node


def _box_anchors(page: Page) -> Iterator[str]:
    anchors = {"answer": ANSWER_ANCHOR, "do-not-stop": DO_NOT_STOP_ANCHOR, "crisis": CRISIS_ANCHOR}
    for block in page.blocks(*anchors, "care"):
        yield anchors.get(block.kind.name) or care_anchor(block.argument)
