"""Pages of real sentences, for what depends on how words are spread: a search.

The sentences are those of this site and of Python's own manual and library, which are on every machine that
builds this site. An article has words that no other has: the names of its medicine.
"""

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path
from pydoc_data.topics import topics
from random import Random
from typing import NamedTuple

from citewell.search.searched_page import PART, WHOLE, PageNames

_DOCS = Path(__file__).parent.parent / "docs"
_WORD = re.compile(r"[a-z]{4,}")
_SENTENCE = re.compile(r"[A-Z][a-z]*(?: [\w,;'()-]+){5,40}[.?]")
_PARTS = {
    "beginning": "al ben cel dap er flu gal hex in jor ket lor mir nex ox pra quet ros ser tor val xel",
    "middle": "a be ci da fo gra hi la lo me ni o pe ra si ta ti va vi zo",
    "end": "pine tine pram xetine lam mide prazole dipine lukast stat mab zepam line pril sartan",
    "end of a brand": "ex ia or in ra il an o ix yl al ene is on us ot",
}
"""What names of medicines are put together from."""
_FAR = 7919
"""A prime: its multiples come to every name before one comes back."""
_PAGES_OF_AN_ARTICLE = 7
_SECTIONS = 8
_SENTENCES_OF_A_SECTION = 13


class ProsePage(NamedTuple):
    """A built page.

    Args:
        path: from the site's root.
        html: of the page.
        names: what its sources would say of it.
    """

    path: str
    html: str
    names: PageNames


def medicine(number: int) -> tuple[str, str, str]:
    """A medicine that there is none of, and two brand names: another for each number up to some thousands."""
    random = Random(f"medicine {number}")  # noqa: S311  # the same names each time are what is wanted
    generic = "".join(
        random.choice(_PARTS[part].split()) for part in ("beginning", "middle", "middle", "end")
    )
    return generic, _brand(2 * number), _brand(2 * number + 1)


def _brand(number: int) -> str:
    """One of all brand names that can be put together, far from the one before."""
    name, rest = "", number * _FAR
    for part in ("beginning", "middle", "middle", "end of a brand"):
        parts = _PARTS[part].split()
        rest, place = divmod(rest, len(parts))
        name += parts[place]
    return name.capitalize()


def prose_page(number: int) -> ProsePage:
    """A page of about 1,500 words: every seventh is the first of an article on a medicine of its own."""
    random = Random(f"page {number}")  # noqa: S311
    article, part = divmod(number, _PAGES_OF_AN_ARTICLE)
    generic, *brands = medicine(article)
    question = f"Does {generic} change {' '.join(_words(random, 3))}?"
    folder = f"{generic}-{article}"
    if part:
        title = f"{' '.join(_words(random, 5)).capitalize()}"
        path = f"{folder}/part-{part}/index.html"
        names = PageNames((), generic, brands, PART, question, has_name=False)
    else:
        title = question
        path, names = f"{folder}/index.html", PageNames(("SSRI",), generic, brands, WHOLE)
    sections = [
        f'<h2 id="s{section}">{" ".join(_words(random, 4)).capitalize()}</h2>'
        f"<p>{_paragraph(random, generic)}</p>"
        for section in range(_SECTIONS)
    ]
    html = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<main><article><h1>{title}</h1>"
        '<div class="review-state"><strong>Not yet reviewed by a clinician.</strong></div>'
        f"{''.join(sections)}</article></main></body></html>"
    )
    return ProsePage(path, html, names)


@cache
def _sentences() -> tuple[str, ...]:
    pages = (file.read_text("utf-8") for file in sorted(_DOCS.rglob("*.md")))
    texts = (" ".join(text.split()) for text in (*topics.values(), *pages, *_of_the_library()))
    return tuple(dict.fromkeys(sentence for text in texts for sentence in _SENTENCE.findall(text)))


def _of_the_library() -> Iterator[str]:
    """What the modules of Python's library say of themselves and of what is in them."""
    for file in sorted(Path(ast.__file__).parent.rglob("*.py")):
        if not {"site-packages", "test", "tests", "idle_test"} & set(file.parts):
            with suppress(SyntaxError, UnicodeDecodeError):
                for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                        yield ast.get_docstring(node) or ""


def _paragraph(random: Random, generic: str) -> str:
    return f"{' '.join(random.choices(_sentences(), k=_SENTENCES_OF_A_SECTION))} This is about {generic}."


def _words(random: Random, count: int) -> list[str]:
    sentences = random.choices(_sentences(), k=40)
    return list(islice((word for sentence in sentences for word in _WORD.findall(sentence)), count))
