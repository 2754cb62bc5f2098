r"""Markdown and plain words: signs that mean something, taken off or put out of effect."""

import html
import re

_LINK = re.compile(
    r"!?\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\((?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^()]*\)"
)
_AUTOLINK = re.compile(r"<(?P<address>https?://[^<>\s]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|`+)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|~^<&:/])")
_LABELS_OF_LINKS = frozenset(
    {
        "article", "cas", "crossref", "cross ref", "doi", "full text", "free full text", "google scholar",
        "link", "medline", "pdf", "pmc", "pmc free article", "pubmed", "scopus", "view", "web of science",
        "↑", "↩", "^",
    }
)  # fmt: skip
_SEARCHES = re.compile(r"https?://(?:scholar\.google\.|www\.google\.)")
_MEANT = re.compile(r"[\\`*_\[\]{}]|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|\^(?=[\d ,-]+\^)|(?<![\w/])/(?=//)")
_AT_LINE_START = re.compile(
    r"^(?P<mark>#|>|[-+](?=\s)|\d{1,9}[.)](?=\s)|={2,}|-{2,}|~{3,}|!{3}|\?{3}|:(?=\s)|\|)"
)


def unmarked(markdown: str) -> tuple[str, tuple[str, ...]]:
    """A piece of Markdown as the words that it prints, on one line, and the addresses of its links.

    Links that say only where a reference is found (PubMed, Crossref) leave their address and no word.
    """
    addresses: list[str] = []

    def words_of(link: re.Match[str]) -> str:
        address, words = link["address"], link["words"]
        if address.startswith(("http://", "https://")) and not _SEARCHES.match(address):
            addresses.append(html.unescape(address))
        plain = _ESCAPE.sub(r"\1", words).strip(" []()")
        return "" if plain.casefold() in _LABELS_OF_LINKS else words

    text = _LINK.sub(words_of, markdown)
    text = _AUTOLINK.sub(r"\g<address>", text)
    text = _EMPHASIS.sub("", _TAG.sub("", text))
    return " ".join(html.unescape(_ESCAPE.sub(r"\1", text)).split()), tuple(addresses)


def typed(words: str) -> str:
    """Plain words as Markdown that prints them: no sign in them has another meaning.

    Slashes and angle brackets, which a backslash does not stop, are written by their numbers.
    """
    return _MEANT.sub(_without_effect, words)


def at_line_start(markdown: str) -> str:
    """A line of Markdown that begins with words, so that its first signs begin no heading, list or block."""
    return _AT_LINE_START.sub(lambda found: _stopped(found["mark"]), markdown, count=1)


def _without_effect(found: re.Match[str]) -> str:
    return {"<": "&lt;", "&": "&amp;", "/": "&#47;", "^": "&#94;"}.get(found.group(), f"\\{found.group()}")


def _stopped(mark: str) -> str:
    if mark[0] in "=~?:|":
        return f"&#{ord(mark[0])};{mark[1:]}"
    return f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}"
