"""Reads off the sources what each built page has to show."""

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from citewell.article import INDEX, Article, Page
from citewell.blocks.grammar import Block
from citewell.boxes.answer import ANCHOR as ANSWER
from citewell.boxes.care import care_anchor
from citewell.boxes.crisis import ANCHOR as CRISIS
from citewell.boxes.warning import BOXED_WARNING_ANCHOR, DO_NOT_STOP_ANCHOR
from citewell.citations.grammar import find_groups
from citewell.claims.evidence_note import claim_anchor
from citewell.crisis import CrisisContacts, dialled
from citewell.hub_safety import strip_of_hub
from citewell.hubs import hubs
from citewell.made_pages import ONE_PAGE, QUESTION_SHEET
from citewell.plain_words import plain_words
from citewell.published_page import review_state
from citewell.reference_lock.notice import Notice
from citewell.reference_lock.standing import notices_of
from citewell.referral.placement import referral_of
from citewell.safety_strip import safety_strip
from citewell.seal.promise import HIDDEN, Promise, PromisedBlock, PromisedBox, PromisedNotice
from citewell.site import Site
from citewell.site_data import SiteData

_SEEN_AT_ONCE = ("answer", "do-not-stop", "boxed-warning", "crisis", "care")
_COUNTED = ("faq", "question-list")
_SELECTORS = {
    "answer": f"section#{ANSWER}",
    "do-not-stop": f"section#{DO_NOT_STOP_ANCHOR}",
    "boxed-warning": f"section#{BOXED_WARNING_ANCHOR}",
    "crisis": f"section#{CRISIS}",
    "unknown": "section.unknown",
    "faq": "details.faq",
    "question-list": "section.question-list",
}


def promises(site: Site, pages_folder: str, built: frozenset[str]) -> tuple[Mapping[str, Promise], list[str]]:
    """The promises of a site's pages.

    Args:
        site: as typed.
        pages_folder: the folder that the paths of its sources begin with.
        built: the paths of the built files, from the site's root.

    Returns:
        the promises by built page; and the paths of the sources that became no page.
    """
    found: dict[str, Promise] = {}
    missing = []
    notices = notices_of(site.library, site.lock)
    article_of = {id(page): article for article in site.articles for page in article.pages}
    for page in site.pages:
        path = page.source.path
        target = next((place for place in places(path, pages_folder) if place in built), None)
        if target is None:
            missing.append(path)
        else:
            promise = _of_page(page, article_of.get(id(page)), site)
            found[target] = replace(promise, notices=_notices((page,), notices))
    for article in site.articles:
        for name in (ONE_PAGE, QUESTION_SHEET):
            for place in places(f"{article.folder}/{name}", pages_folder):
                if place in built and place not in found:
                    is_whole = name == ONE_PAGE
                    promise = _of_made_page(article, site, is_whole=is_whole)
                    cited = _notices(article.pages if is_whole else (), notices)
                    found[place] = replace(promise, notices=cited)
    for hub in hubs(site):
        for place in places(f"{pages_folder}/{hub.path}", pages_folder):
            if place in built and place not in found:
                found[place] = Promise((), strip=strip_of_hub(hub, site.data))
    return found, missing


def places(source: str, pages_folder: str) -> Iterator[str]:
    """Where the page of a source may stand, as engines place it.

    Args:
        source: its path.
        pages_folder: the folder that the path begins with.
    """
    stem = source.removeprefix(f"{pages_folder}/").removesuffix(".md")
    if PurePosixPath(stem).name in (INDEX.removesuffix(".md"), "README"):
        yield str(PurePosixPath(stem).with_name("index.html"))
    else:
        yield from (f"{stem}/index.html", f"{stem}.html")


def _of_page(page: Page, article: Article | None, site: Site) -> Promise:
    source, blocks = (page.source.path,), _blocks((page,), site.data)
    programme = referral_of(page, site.data.affiliates)
    box = PromisedBox(programme.disclosure, programme.link) if programme else None
    if article is None:
        return Promise(source, blocks=blocks, paid_box=box)
    strip = safety_strip(page.facts.drug, site.data.crisis)
    return Promise(source, review_state(page.facts.review), strip, blocks, box)


def _of_made_page(article: Article, site: Site, *, is_whole: bool) -> Promise:
    """What a page shows that the build makes of an article. Nothing is sold there."""
    facts = article.index.facts
    return Promise(
        tuple(page.source.path for page in article.pages),
        review_state(facts.review),
        safety_strip(facts.drug, site.data.crisis),
        _blocks(article.pages, site.data) if is_whole else (),
    )


def _blocks(pages: Sequence[Page], data: SiteData) -> tuple[PromisedBlock, ...]:
    """What the blocks of pages become on one page: each once, but for those that are counted."""
    found: dict[str, PromisedBlock] = {}
    for page in pages:
        for block in page.read_blocks[0]:
            selector = _selector(block)
            if not selector:
                continue
            before = found[selector].number if selector in found and block.kind.name in _COUNTED else 0
            drug = data.drugs.get(block.argument) or page.facts.drug
            warnings = {"do-not-stop": drug.do_not_stop, "boxed-warning": drug.boxed_warning} if drug else {}
            found[selector] = PromisedBlock(
                selector,
                page.source.text[block.start :].partition("\n")[0].strip(),
                before + 1,
                html.unescape(plain_words(warnings.get(block.kind.name, ""))),
                _addresses(data.crisis) if block.kind.name == "crisis" else frozenset(),
            )
    return tuple(found.values())


def _notices(pages: Sequence[Page], notices: Mapping[str, Sequence[Notice]]) -> tuple[PromisedNotice, ...]:
    """The gravest notice on each work that pages cite."""
    by_key = {key.casefold(): key for key in notices}
    cited = {
        by_key[citation.key.casefold()]
        for page in (pages if notices else ())
        for _, group in find_groups(page.source.prose)
        for citation in (group if isinstance(group, tuple) else ())
        if citation.key.casefold() in by_key
    }
    return tuple(PromisedNotice(key, notices[key][0].label, notices[key][0].address) for key in sorted(cited))


def _selector(block: Block) -> str:
    """What finds the element that a block becomes; empty for a block that is not looked for."""
    name = block.kind.name
    selector = _SELECTORS.get(name, "")
    if name == "care":
        selector = f"section#{care_anchor(block.argument)}"
    elif name == "claim":
        selector = f'div[id="{claim_anchor(block.argument)}"]'
    return f"{selector}:not({HIDDEN})" if name in _SEEN_AT_ONCE else selector


def _addresses(contacts: CrisisContacts) -> frozenset[str]:
    """Where the links of a crisis box lead."""
    return call_addresses(contacts) | {line.address for line in contacts.helplines if line.address}


def call_addresses(contacts: CrisisContacts) -> frozenset[str]:
    """The numbers to call or text, as links hold them."""
    calls = [line.call for line in contacts.helplines if line.call]
    calls += [number for country in contacts.emergency for number in country.numbers]
    texts = [line.text for line in contacts.helplines if line.text]
    return frozenset(
        [*(f"tel:{dialled(number)}" for number in calls), *(f"sms:{dialled(number)}" for number in texts)]
    )
