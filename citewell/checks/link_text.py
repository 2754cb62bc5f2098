"""A link says where it leads.

Many people jump from link to link, and hear nothing of the text around it: “here” tells them nothing. A
link that opens a new tab, or a PDF file, says so (NHS service manual, links; WCAG 2.2, criterion 2.4.4;
health-publishing rule L12). The list “link_text” of docs/_data/wording.yml holds what is no name for a
link.

Fails:
    To learn what research found, [click here](what-research-found.md).

Passes:
    See [what research found](what-research-found.md).
"""

import re
from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.plain_words import plain_words
from citewell.problem import Problem
from citewell.wording import WordLists

ID = "link-text"
_LINK = re.compile(
    r"\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<target>[^\s()<>]*(?:\([^\s()]*\))?)[^()]*\)(?P<attributes>\{[^{}\n]*\})"
    r"?"
)
_HTML_LINK = re.compile(
    r"<a\b(?P<attributes>[^<>]*?\bhref=[\"']?(?P<target>[^\s\"'<>]*)[^<>]*)>(?P<words>.*?)</a>",
    re.IGNORECASE | re.DOTALL,
)
_NEW_TAB = re.compile(r"target=[\"']?_blank", re.IGNORECASE)
_SAYS_TAB = re.compile(r"new (?:tab|window)", re.IGNORECASE)
_PDF = re.compile(r"\.pdf(?:[?#]|\Z)", re.IGNORECASE)


def check(text: PageText, wording: WordLists) -> Iterator[Problem]:
    """The links of a page that do not say where they lead."""
    source = text.page.source
    links = source.links_and_prose
    for pattern in (_LINK, _HTML_LINK) if "<a" in links else (_LINK,):
        for link in pattern.finditer(links):
            if links[link.start() - 1] in "!\\":
                continue  # a picture, or brackets that are meant
            words = plain_words(link["words"]).strip(" .,:;!?»>→")
            listed = wording["link_text"].get(words)
            if listed:
                advice = (
                    f"Write {listed.write} as the text of this link, instead of “{words}”. {listed.why} "
                    f"({listed.source})"
                )
                yield text.problem(ID, link.start("words"), advice, listed.level)
            if _NEW_TAB.search(link["attributes"] or "") and not _SAYS_TAB.search(words):
                advice = "Let this link open in the same tab, or end its text with (opens in new tab)"
                yield text.problem(ID, link.start("words"), advice, "warning")
            if _PDF.search(link["target"]) and "pdf" not in words.lower():
                advice = (
                    f"End the text of this link with the kind and size of the file, as in “{words} (PDF, "
                    "545KB)”"
                )
                yield text.problem(ID, link.start("words"), advice, "warning")
