"""Takes citations and lists out of a page while a search reads it.

A search parses the whole page. Numbers in brackets and lists of titles are no words that a reader looks for,
and parsing them took a third of what citations cost a build.
"""

import re

_HIDDEN = re.compile(
    r'<span class="citation" data-references="[^"]*">[^<]*(?:<(?!/span)[^<]*)*</span>'
    r'|<ol class="reference-list[^>]*>[^<]*(?:<(?!/ol)[^<]*)*</ol>'
)
_PLACE = re.compile("<!--\x02(_?)(\\d+)\x03-->")
"""No page can hold this by itself: Python-Markdown takes these two characters out of every text.

The underscore stands for the space before a citation: without it, "cannot cry (1)." reads "cannot cry.".
"""


def hide(html: str) -> tuple[str, list[str]]:
    """The page with a comment in the place of each citation and list, and what stood there."""
    hidden: list[str] = []

    def put_away(match: re.Match[str]) -> str:
        hidden.append(match.group())
        return f"<!--\x02{len(hidden) - 1}\x03-->"

    return _HIDDEN.sub(put_away, html).replace(" <!--\x02", "<!--\x02_"), hidden


def show(html: str, hidden: list[str]) -> str:
    """The page as it was before `hide`, with what others have changed in it since."""

    def bring_back(match: re.Match[str]) -> str:
        space = " " if match.group(1) else ""
        return space + hidden[int(match.group(2))]

    return _PLACE.sub(bring_back, html)
