"""What is read off the HTML of a rendered page."""

import html
import re
from dataclasses import dataclass
from typing import NamedTuple

from citewell.faq.answers import questions_and_answers
from citewell.ledger.cited_sentences import CitedSentence, cited_sentences

_LISTED = re.compile(r'<li class="reference" id="ref-([^"]+)"')
_FIRST_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Rendered:
    """What was found on a rendered page.

    Args:
        title: as plain text.
        heading: the first one on the page, as plain text; the title where there is none.
        address: from the site's root.
        keys: of the works in its list, in printed order.
        sentences: those that cite something.
        questions: with their answers.
    """

    title: str
    heading: str
    address: str
    keys: tuple[str, ...]
    sentences: tuple[CitedSentence, ...]
    questions: tuple[tuple[str, str], ...]


class ReadOff(NamedTuple):
    """What a page's HTML alone says.

    Args:
        heading: the first one, as plain text; empty where there is none.
        keys: of the works in its list, in printed order.
        sentences: those that cite something.
        questions: with their answers.
    """

    heading: str
    keys: tuple[str, ...]
    sentences: tuple[CitedSentence, ...]
    questions: tuple[tuple[str, str], ...]


def read_off(page: str) -> ReadOff:
    """What the HTML of a rendered page says."""
    return ReadOff(
        heading_of(page),
        tuple(listed_keys(page)),
        tuple(cited_sentences(page)),
        tuple(questions_and_answers(page)),
    )


def listed_keys(page: str) -> list[str]:
    """The keys of the works in the list of a rendered page, in printed order."""
    return list(dict.fromkeys(_LISTED.findall(page)))


def heading_of(page: str) -> str:
    """The words of the first heading of a rendered page, empty where there is none."""
    found = _FIRST_HEADING.search(page)
    return plain_text(found.group(1)) if found else ""


def plain_text(markup: str) -> str:
    """The words of a piece of HTML, on one line."""
    return " ".join(html.unescape(_TAG.sub("", markup)).split())
