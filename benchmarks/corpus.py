"""A site of any size that stands for a real one: the same bytes for the same number of pages.

A page has about 1,500 words in eight sections, a table, an admonition, a list, a footnote and links. Its 26
citations name 34 works, 24 of them different ones, so that its list of references has 24 entries.
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from random import Random

from benchmarks.references import WORKS, bibliography, key_of
from benchmarks.vocabulary import SENTENCE_END, paragraph, phrase, sentence, title

PAGES_IN_A_SECTION = 50
WORKS_OF_A_PAGE = 24
SIZES_OF_CITATIONS = (3, 3, 2, 2, 2, 2) + (1,) * 20


def write_corpus(folder: Path, pages: int, *, cited: bool) -> None:
    """Write `docs/` and `references.bib` into a folder.

    Args:
        folder: where; it must have no `docs/`.
        pages: how many articles; the start page and a hub for each section come on top.
        cited: False leaves the citations out and everything else as it is.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "references.bib").write_text(bibliography(), encoding="utf-8")
    sections = range(0, pages, PAGES_IN_A_SECTION)
    for first in sections:
        section = docs / section_of(first)
        section.mkdir()
        numbers = range(first, min(first + PAGES_IN_A_SECTION, pages))
        for number in numbers:
            article = article_text(number, pages, cited=cited)
            (section / f"{name_of(number)}.md").write_text(article, encoding="utf-8")
        _write_hub(section / "index.md", [f"{name_of(number)}.md" for number in numbers])
    _write_hub(docs / "index.md", [f"{section_of(first)}/index.md" for first in sections])


def section_of(number: int) -> str:
    """The folder of an article, within `docs/`."""
    return f"section-{number // PAGES_IN_A_SECTION:03}"


def name_of(number: int) -> str:
    """The name of an article, of its file without the ending."""
    return f"article-{number:05}"


def article_text(number: int, pages: int, *, cited: bool) -> str:
    """The Markdown of an article of a corpus of so many pages."""
    random = Random(f"article {number}")  # noqa: S311  # the same words each time are what is wanted
    first, *rest = "\n\n".join(_blocks(random, number, pages)).split(SENTENCE_END)
    citations = [f" [{group}]" if cited else "" for group in _citations(random)]
    places = random.sample(range(len(rest)), len(citations))
    put = dict(zip(places, citations, strict=True))
    return first + "".join(put.get(place, "") + text for place, text in enumerate(rest)) + "\n"


def _citations(random: Random) -> list[str]:
    """The citations of an article in random order, as `@a; @b`."""
    works = random.sample(range(WORKS), WORKS_OF_A_PAGE)
    # Whatever is cited again stands alone, so no citation names a work twice.
    works += random.sample(works, sum(SIZES_OF_CITATIONS) - WORKS_OF_A_PAGE)
    ends = pairwise(accumulate(SIZES_OF_CITATIONS, initial=0))
    citations = ["; ".join(f"@{key_of(work)}" for work in works[start:end]) for start, end in ends]
    random.shuffle(citations)
    return citations


def _blocks(random: Random, number: int, pages: int) -> Iterator[str]:
    others = {2: _table, 4: _admonition, 6: _list, 8: _footnote}
    yield f"# {title(random, 6)}"
    yield paragraph(random, 3)
    for section in range(1, 9):
        yield f"## {title(random, 5)}"
        yield paragraph(random, 4)
        if section in others:
            yield others[section](random)
        yield f"{paragraph(random, 3)} See [{phrase(random, 3)}]({_neighbour(random, number, pages)})."
        yield paragraph(random, 3)


def _table(random: Random) -> str:
    cells = ((phrase(random, 3), random.randrange(100), phrase(random, 5)) for _ in range(5))
    rows = (f"| {outcome} | {share}% | {who}{SENTENCE_END} |" for outcome, share, who in cells)
    return "\n".join(["| Outcome | Share | Who |", "|---|---|---|", *rows])


def _admonition(random: Random) -> str:
    return f'!!! note "{title(random, 4)}"\n    {paragraph(random, 2)}'


def _list(random: Random) -> str:
    return "\n".join(f"- **{phrase(random, 2)}**: {sentence(random)}" for _ in range(4))


def _footnote(random: Random) -> str:
    return f"{sentence(random)}[^note]\n\n[^note]: {sentence(random)}"


def _neighbour(random: Random, number: int, pages: int) -> str:
    first = number - number % PAGES_IN_A_SECTION
    other = name_of(random.randrange(first, min(first + PAGES_IN_A_SECTION, pages)))
    return random.choice((f"{other}.md", f"https://example.org/{other}/"))


def _write_hub(path: Path, links: list[str]) -> None:
    lines = [f"- [{link.removesuffix('.md')}]({link})" for link in links]
    path.write_text("\n".join(["# Contents", "", *lines, ""]), encoding="utf-8")
