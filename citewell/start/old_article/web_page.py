"""An article that is a web page."""

from collections.abc import Iterator

from citewell.start.old_article.html_node import HtmlNode
from citewell.start.old_article.lexbor_page import TooDeepError, html_page
from citewell.start.old_article.markdown_of_html import COMMENT, MarkdownOfHtml
from citewell.start.old_article.old_text import Leftover, OldText, UnreadableArticleError

_NOTES_OF_WORD = ("footnote-", "endnote-")
_NO_WORDS = frozenset({"script", "style", "template", "noscript", "head"})


def read_web_page(html: str) -> OldText:
    """Read a page: its article where it says which part that is, else all of it.

    Raises:
        UnreadableArticleError: its elements stand too deep inside one another.
    """
    try:
        page = html_page(html)
    except TooDeepError:
        raise UnreadableArticleError(
            "its elements stand too deep inside one another: save it as text"
        ) from None
    body = page.first("body") or page
    article = _article(body)
    written = MarkdownOfHtml(_notes(page))
    blocks = written.blocks(article)
    leftovers = [*_remarks(page), *written.leftovers]
    around = " ".join(" ".join(_runs_outside(body, article)).split())
    if around:
        leftovers.append(Leftover("Words outside the article, such as menus", "around it", around))
    markdown = "\n\n".join(blocks)
    title = page.first("title")
    named = title.words() if title and not any(block.startswith("# ") for block in blocks) else ""
    return OldText(f"{markdown}\n" if markdown else "", named, tuple(leftovers))


def _article(body: HtmlNode) -> HtmlNode:
    """The one element that a page calls its article, or its main part."""
    for found in (list(body.all("article")), [*body.all("main"), *_main_by_role(body)]):
        if len(found) == 1:
            return found[0]
    return body


def _main_by_role(body: HtmlNode) -> Iterator[HtmlNode]:
    return (part for part in body.all("div", "section") if part.get("role") == "main")


def _notes(page: HtmlNode) -> dict[str, str]:
    """The notes that raised links lead to, each with the name of its footnote.

    A number that leads to the item of that number is read as a number, so that `1-3` keeps its 2.
    """
    positions = {
        item.get("id"): at
        for above in page.all("ol", "ul")
        for at, item in enumerate((child for child in above.children if child.tag == "li"), 1)
        if item.get("id")
    }
    raised = [link for sup in page.all("sup") for link in sup.all("a")]
    marked = [link for link in page.all("a") if link.get("role") == "doc-noteref"]
    names: dict[str, str] = {}
    for link in [*raised, *marked]:
        target = link.get("href").removeprefix("#")
        number = link.words().strip("[]")
        is_number = number.isdecimal() and int(number) == positions.get(target)
        if target in positions and (target.startswith(_NOTES_OF_WORD) or not is_number):
            names.setdefault(target, f"n{len(names) + 1}")
    return names


def _remarks(page: HtmlNode) -> Iterator[Leftover]:
    """The remarks that a word processor keeps beside the text."""
    for remarks in page.all("dl"):
        for name, said in zip(remarks.all("dt"), remarks.all("dd"), strict=False):
            if name.get("id").startswith(COMMENT):
                yield Leftover("A comment", "beside the text", said.words(" ").removesuffix("↑").strip())


def _runs_outside(node: HtmlNode, article: HtmlNode) -> Iterator[str]:
    if node is article or node.tag in _NO_WORDS:
        return
    if not node.tag:
        yield node.text
    for child in node.children:
        yield from _runs_outside(child, article)
