"""Takes citations and lists out of a page while a search reads it.

A search parses the whole page. Numbers in brackets and lists of titles are no words that a reader looks for,
and parsing them took a third of what citations cost a build.
"""

import re

_HIDDEN = re.compile(
    r'\s*<span class="citation" data-references="[^"]*">.*?</span>|<ol class="reference-list[^>]*>.*?</ol>',
    re.DOTALL,
)
_PLACE = re.compile("<!--\x02(\\d+)\x03-->")
"""No page can hold this by itself: Python-Markdown takes these two characters out of every text."""


def hide(html: str) -> tuple[str, list[str]]:
    """The page with a comment in the place of each citation and list, and what stood there."""
    hidden: list[str] = []

    def put_away(match: re.Match[str]) -> str:
        hidden.append(match.group())
        return f"<!--\x02{len(hidden) - 1}\x03-->"

    return _HIDDEN.sub(put_away, html), hidden


def show(html: str, hidden: list[str]) -> str:
    """The page as it was before `hide`, with what others have changed in it since."""
    return _PLACE.sub(lambda match: hidden[int(match.group(1))], html)
