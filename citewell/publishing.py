"""What a build learns of the pages while it renders them, and what the templates print of that."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType

from citewell.article import Article, Page
from citewell.bibliography.reference import Reference
from citewell.boxes.care import care_anchor
from citewell.boxes.crisis import ANCHOR as CRISIS_ANCHOR
from citewell.boxes.lead import split
from citewell.boxes.warning import DO_NOT_STOP_ANCHOR
from citewell.days import in_words
from citewell.downloads import LABELS, Entries, download_address
from citewell.faq.answers import questions_and_answers
from citewell.ledger.cited_sentences import cited_sentences
from citewell.ledger.cited_works import CitedPage, designs_in_use, works_cited
from citewell.ledger.claim_ledger import claim_ledger
from citewell.ledger.table import as_csv
from citewell.made_pages import CLAIM_LEDGER, ONE_PAGE, QUESTION_SHEET, REFERENCE_INDEX, MadePage
from citewell.page_facts import PageFacts
from citewell.published_page import (
    Around,
    Rendered,
    changes,
    error_report,
    heading_of,
    is_overdue,
    lines_about,
    listed_keys,
    review_state,
)
from citewell.safety_strip import safety_strip
from citewell.site import Site
from citewell.structured_data.graph import Published, graph
from citewell.structured_data.node import Node
from citewell.structured_data.works import work_node

LEDGER_TABLE = "cited-statements.csv"


@dataclass(frozen=True)
class SiteIdentity:
    """What the engine knows of the site: empty texts for what is not set, `language` as BCP 47 has it."""

    address: str
    name: str
    description: str
    language: str


@dataclass
class Publishing:
    """A site while it is built.

    Args:
        site: as typed.
        pages_folder: the folder that the paths of its sources begin with.
        today: what dates are held against.
        made: the pages that the build makes, by their paths.
    """

    site: Site = field(default_factory=Site)
    pages_folder: str = ""
    today: dt.date = dt.date.min
    made: Mapping[str, MadePage] = field(default_factory=lambda: MappingProxyType({}))
    rendered: dict[str, Rendered] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._pages = {self._path(page): page for page in self.site.pages}
        self._articles = {
            self._path(page): article for article in self.site.articles for page in article.pages
        }
        self._made_of = {
            (page.article.folder, PurePosixPath(path).name): path
            for path, page in self.made.items()
            if page.article
        }
        self._articles |= {path: page.article for path, page in self.made.items() if page.article}

    def facts(self, path: str) -> PageFacts:
        """What a page says of itself; for a page made of an article, what the article says."""
        if path in self._pages:
            return self._pages[path].facts
        article = self._articles.get(path)
        return article.index.facts if article else PageFacts()

    def article(self, path: str) -> Article | None:
        """The article that a page belongs to."""
        return self._articles.get(path)

    def note(self, path: str, html: str, title: str, address: str) -> None:
        """Remember what stands on a rendered page."""
        keys = tuple(listed_keys(html))
        self.rendered[path] = Rendered(
            title,
            heading_of(html) or title,
            address,
            keys,
            tuple(cited_sentences(html)) if CLAIM_LEDGER in self.made and path not in self.made else (),
            tuple(questions_and_answers(html)),
        )

    def works(self, path: str) -> list[Reference]:
        """The works in the list of a page, in printed order."""
        found = self.rendered.get(path)
        return [reference for key in found.keys if (reference := self.site.library.get(key))] if found else []

    def printed(self, path: str, html: str, address: str, certainty_page: str) -> Mapping[str, object]:
        """What the templates print of a page.

        Args:
            path: of the page.
            html: its text.
            address: its own canonical one, empty where the site's is not set.
            certainty_page: the path of the page that says what the levels of certainty mean.
        """
        lead, text = split(html)
        return {
            "lead": lead,
            "text": text,
            "around": self.around(path),
            "canonical": self.canonical(path, address),
            "publisher": self.site.data.publisher,
            "error_report": error_report(self.site.data.publisher),
            "reference_index": self.made_address(REFERENCE_INDEX),
            "claim_ledger": self.made_address(CLAIM_LEDGER),
            "certainty_page": self.address(certainty_page),
        }

    def around(self, path: str) -> Around:
        """What the templates print around the text of a page."""
        facts, article, found = self.facts(path), self.article(path), self.rendered.get(path)
        downloads = (
            tuple((label, download_address(found.address, name)) for name, label in LABELS.items())
            if found and found.keys
            else ()
        )
        if article is None:
            return Around(facts, about=lines_about(facts) if facts.author else (), downloads=downloads)
        return Around(
            facts,
            in_article=True,
            state=review_state(facts.review),
            due=facts.review.due,
            due_in_words=in_words(facts.review.due) if facts.review.due else "",
            overdue=is_overdue(facts.review, self.today),
            about=lines_about(facts),
            changes=changes(facts),
            strip=safety_strip(facts.drug, self.site.data.crisis),
            do_not_stop=self._where(path, article, "do-not-stop", DO_NOT_STOP_ANCHOR),
            signs=self._where(path, article, "care", care_anchor("emergency")),
            crisis=self._where(path, article, "crisis", CRISIS_ANCHOR),
            index=self.address(self._path(article.index)),
            one_page=self._address_of_made(article, ONE_PAGE),
            question_sheet=self._address_of_made(article, QUESTION_SHEET),
            downloads=downloads,
        )

    def _where(self, path: str, article: Article, block: str, anchor: str) -> str:
        """The address of a block: on the page itself where it stands there, else on the article's index."""
        if path in self._pages and _has(self._pages[path], block, anchor):
            return f"#{anchor}"
        if not _has(article.index, block, anchor):
            return ""
        index = self._path(article.index)
        return f"#{anchor}" if self._is_one_page(path) else f"{self.address(index)}#{anchor}"

    def _is_one_page(self, path: str) -> bool:
        return path in self.made and path.endswith(ONE_PAGE)

    def address(self, path: str) -> str:
        """Where a page stands, from the site's root; empty where there is none."""
        return self.rendered[path].address if path in self.rendered else ""

    def _address_of_made(self, article: Article, name: str) -> str:
        return self.address(self._made_of.get((article.folder, name), ""))

    def _path(self, page: Page) -> str:
        return page.source.path.removeprefix(f"{self.pages_folder}/")

    def canonical(self, path: str, address: str) -> str:
        """The address that stands for a page; a page made of an article stands for the article's first page.

        Args:
            path: of the page.
            address: its own, absolute; empty where the site's is not set.
        """
        article = self.article(path)
        if path not in self.made or article is None or not address:
            return address
        return address.removesuffix(self.address(path)) + self.address(self._path(article.index))

    def made_address(self, path: str) -> str:
        """Where a page stands that the build makes; empty where it makes none."""
        return self.address(path) if path in self.made else ""

    def cited_pages(self) -> list[CitedPage]:
        """The pages that people wrote and that cite something, in the order of their paths."""
        return [
            CitedPage(found.title, found.address, self.facts(path).article, found.keys, found.sentences)
            for path in sorted(self._pages)
            if (found := self.rendered.get(path)) and found.keys
        ]

    def evidence(
        self, path: str, address: str, entry_html: Callable[[Reference], str]
    ) -> Mapping[str, object]:
        """What the page of all references, or that of all cited statements, lists.

        Args:
            path: of that page.
            address: of that page, from the site's root.
            entry_html: makes the printed entry of a work.
        """
        pages = self.cited_pages()
        root = "/".join([".."] * address.count("/")) or "."
        if path == CLAIM_LEDGER:
            table = download_address(address, LEDGER_TABLE)
            index = self.made_address(REFERENCE_INDEX)
            ledger = claim_ledger(pages, self.site.library)
            return {"ledger": ledger, "root": root, "index_address": index, "table_address": table}
        works = works_cited(pages, self.site.library)
        return {
            "works": works,
            "designs": designs_in_use(works),
            "entries_html": {work.reference.key: entry_html(work.reference) for work in works},
            "root": root,
        }

    def files(self) -> Iterator[tuple[str, str]]:
        """The files that stand beside the pages: address from the site's root, and text."""
        entries = Entries(self.site.library)
        for path, found in self.rendered.items():
            if works := self.works(path):
                for name, text in entries.files(works).items():
                    yield download_address(found.address, name), text
        if address := self.made_address(CLAIM_LEDGER):
            table = as_csv(self.cited_pages(), self.site.library)
            yield (
                download_address(address, LEDGER_TABLE),
                f"\ufeff{table}",
            )  # without it, Excel garbles accents

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
        found = self.rendered.get(path)
        if path in self.made or found is None:
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
                publisher=self.site.data.publisher,
                language=identity.language,
                people=self.site.data.people,
            ),
            self._work_node,
        )

    def _work_node(self, reference: Reference) -> Node:
        node = self._nodes.get(reference.key)
        if node is None:
            node = self._nodes[reference.key] = work_node(reference)
        return node


def _has(page: Page, block: str, anchor: str) -> bool:
    return any(block != "care" or care_anchor(found.argument) == anchor for found in page.blocks(block))
