"""The pages that nobody types: the build makes them from all others."""

from collections.abc import Sequence
from dataclasses import dataclass

from citewell.article import INDEX, Article
from citewell.hubs import Hub, hubs
from citewell.ledger.parts import part_path, parts
from citewell.made_front_matter import made_front_matter
from citewell.one_page.document import one_page
from citewell.question_sheet import question_sheet
from citewell.reading_order import in_reading_order, order_of_site
from citewell.site import Site

REFERENCE_INDEX, CLAIM_LEDGER = "references.md", "claims.md"
REFERENCE_LOG = "references-checked.md"
LEDGER_TITLE = "Every cited statement"
SEARCH = "search.md"
"""The search, and the site from A to Z; what searches is written beside it when the site is sealed."""
ONE_PAGE, QUESTION_SHEET = "one-page.md", "questions-to-take.md"
THANK_YOU = "thank-you.md"
"""Where the collector sends a browser without scripts when it has counted an answer."""


@dataclass(frozen=True)
class MadePage:
    """A page to be rendered.

    Args:
        path: among the pages, below docs/.
        markdown: its text with its front matter.
        index: the path of the first page of the article that it is made of; empty for one of the site.
        part_of_ledger: the folder whose cited sentences it lists; None for any other page.
        hub: that it is; None for any other page.
    """

    path: str
    markdown: str
    index: str = ""
    part_of_ledger: str | None = None
    hub: Hub | None = None


class MadeOfArticles:
    """What was made of articles, for a preview: they are made anew when a page of theirs has changed."""

    def __init__(self) -> None:
        self._order: Sequence[str] = ()
        self._made: dict[str, tuple[Article, list[MadePage]]] = {}

    def of(self, article: Article, pages_folder: str, order: Sequence[str]) -> list[MadePage]:
        """The pages that are made of an article.

        Args:
            article: of the site.
            pages_folder: the folder of all pages.
            order: the files of the site in reading order.
        """
        if self._order is not order:
            self._made = self._made if self._order == order else {}
            self._order = order
        known = self._made.get(article.folder)
        if known is None or known[0] != article:
            known = self._made[article.folder] = article, _of_article(article, pages_folder, order)
        return known[1]


def made_pages(  # noqa: PLR0913 (each says something else of the site)
    site: Site,
    pages_folder: str,
    navigation: object,
    *,
    evidence_pages: bool,
    search_page: bool = False,
    known: MadeOfArticles | None = None,
) -> list[MadePage]:
    """The pages to be made of a site.

    Args:
        site: as typed.
        pages_folder: the folder of all pages, as the paths of sources begin.
        navigation: as it stands in mkdocs.yml.
        evidence_pages: whether the pages of all references and all cited statements are among them.
        search_page: whether the page of the search is.
        known: what was made of articles before; None for nothing.
    """
    made = known or MadeOfArticles()
    files = order_of_site(navigation, site.articles)
    pages = [page for article in site.articles for page in made.of(article, pages_folder, files)]
    if site.data.feedback.takes_forms:
        pages.append(MadePage(THANK_YOU, _thank_you(site, pages_folder)))
    # A hub's title is no Markdown: the theme prints it over a page that has no heading of its own.
    pages += [
        MadePage(hub.path, made_front_matter("hub", hub.title, hub.description, indexed=True), hub=hub)
        for hub in hubs(site)
    ]
    if search_page:
        pages.append(MadePage(SEARCH, _search()))
    return [*pages, *_of_site(site, pages_folder)] if evidence_pages and len(site.library) else pages


def _of_article(article: Article, pages_folder: str, navigation: Sequence[str]) -> list[MadePage]:
    """An article on one page, and its sheet of questions where it has questions."""
    folder = article.folder.removeprefix(pages_folder).lstrip("/")
    at = f"{folder}/" if folder else ""
    if not article.index.source.path.endswith(f"/{INDEX}"):
        return []
    pages = in_reading_order(article, navigation)
    sheet = question_sheet(pages)
    index = f"{at}{INDEX}"
    made = [MadePage(f"{at}{ONE_PAGE}", one_page(pages), index)]
    return [*made, MadePage(f"{at}{QUESTION_SHEET}", sheet, index)] if sheet else made


def _of_site(site: Site, pages_folder: str) -> list[MadePage]:
    """The index of works, what was checked, the ledger of sentences; their lists come when all is read."""
    works = _page(
        "All references",
        "Every work that this site cites, with the kind of study it is and every page that cites it.",
        "Every work that this site cites, each once, with the pages that cite it.",
    )
    ledger = _page(
        LEDGER_TITLE,
        "Every sentence of this site that names a source, page by page, with the works behind it.",
        "Every sentence of this site that names a source, with the works behind it.",
    )
    log = _page(
        "What was checked about our references",
        "Which databases were asked about each work that this site cites, what they answered, and when.",
        "Studies are sometimes corrected or retracted after they are published. Nobody tells the pages that "
        "cite them, so we ask databases. “No notice found” means that these databases knew of none on that "
        "day. It does not mean that there is none.",
    )
    citations = {
        page.source.path.removeprefix(f"{pages_folder}/"): page.source.text.count("[@") for page in site.pages
    }
    return [
        MadePage(REFERENCE_INDEX, works),
        MadePage(REFERENCE_LOG, log),
        MadePage(CLAIM_LEDGER, ledger),
        *(
            MadePage(part_path(CLAIM_LEDGER, folder), _ledger_part(folder), part_of_ledger=folder)
            for folder in parts(citations)
        ),
    ]


def _search() -> str:
    words = "Search this site, or look through it from A to Z."
    return f"{made_front_matter('search-page', 'Search', words)}\n# Search\n"


def _ledger_part(folder: str) -> str:
    name = folder or "the first pages"
    return _page(
        f"{LEDGER_TITLE}: {name}",
        f"Every sentence that names a source on the pages in {name}, with the works behind it.",
        f"Every sentence that names a source on the pages in {name}, with the works behind it.",
    )


def _thank_you(site: Site, pages_folder: str) -> str:
    """No link can know the page that the reader came from; the browser does."""
    words = [
        "# Thank you",
        "Your answer was counted. It helps us to see which pages we should write better.",
        "To read on where you were, use the back button of your browser.",
    ]
    if any(page.source.path == f"{pages_folder}/{INDEX}" for page in site.pages):
        words.append(f"Or go to [all articles]({INDEX}).")
    front_matter = made_front_matter(
        "thank-you", "Thank you", "Your answer to “Was this helpful?” was counted."
    )
    return "\n\n".join([front_matter, *words]) + "\n"


def _page(title: str, description: str, lead: str) -> str:
    front_matter = made_front_matter("list-of-evidence", title, description, indexed=True)
    return f"{front_matter}\n# {title}\n\n{lead}\n"
