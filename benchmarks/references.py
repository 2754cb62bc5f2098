"""A bibliography of 500 works with fields as long as real ones, of which none can be taken for real.

The authors are minerals, the DOIs carry the prefix kept for examples (10.5555), the PMIDs lie far beyond
those given out.
"""

from random import Random

from benchmarks.vocabulary import phrase, surname, title

WORKS = 500
_AUTHORS_OF_A_WORK = (1, 2, 3, 3, 4, 5, 6, 7, 9, 12)
_DESIGNS = ("survey", "case series", "systematic review", "randomised trial")
_JOURNALS = (
    ("Journal of Measured Builds", "J Meas Builds"),
    ("Annals of Repeated Observation", "Ann Repeat Obs"),
    ("International Review of Random Words", "Int Rev Random Words"),
    ("Archives of Synthetic Medicine and Therapeutics", "Arch Synth Med Ther"),
    ("Example Letters", "Example Lett"),
)


def key_of(work: int) -> str:
    """The citation key of a work, in the form that most reference managers give."""
    return f"{surname(work).lower()}{_year(work)}-{work:03}"


def bibliography() -> str:
    """The works in BibTeX: of ten, seven are articles, and one each a chapter, a report and a web page."""
    return "\n\n".join(_entry(work) for work in range(WORKS)) + "\n"


def _year(work: int) -> int:
    return 1990 + work % 36


def _entry(work: int) -> str:
    random = Random(f"work {work}")  # noqa: S311  # the same words each time are what is wanted
    kinds = {7: ("incollection", _chapter), 8: ("techreport", _report), 9: ("online", _web_page)}
    kind, fields_of = kinds.get(work % 10, ("article", _article))
    fields = {
        "title": title(random, random.randrange(8, 20)),
        "year": str(_year(work)),
        "author": " and ".join(_author(random) for _ in range(random.choice(_AUTHORS_OF_A_WORK))),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in (fields | fields_of(random, work)).items()]
    return "\n".join([f"@{kind}{{{key_of(work)},", *lines, "}"])


def _author(random: Random) -> str:
    initials = random.choices("ABCDEFGHJKLMNPRSTW", k=random.choice((1, 2)))
    return f"{surname(random.randrange(50))}, {' '.join(f'{initial}.' for initial in initials)}"


def _pages(random: Random) -> str:
    first = random.randrange(1, 900)
    return f"{first}--{first + random.randrange(4, 30)}"


def _article(random: Random, work: int) -> dict[str, str]:
    journal, short = random.choice(_JOURNALS)
    fields = {
        "journal": journal,
        "shortjournal": short,
        "month": random.choice(("Jan", "Mar", "Jun", "Oct")),
        "volume": str(random.randrange(1, 80)),
        "number": str(random.randrange(1, 12)),
        "pages": _pages(random),
        "doi": f"10.5555/{short.replace(' ', '').lower()}.{work:06}",
        "pmid": str(99_000_000 + work),
    }
    if work % 2:
        fields |= {"pmcid": f"PMC{99_000_000 + work}", "free": "yes"}
    if work % 3:
        fields["design"] = random.choice(_DESIGNS)
        fields["sample"] = f"{random.randrange(20, 3000)} {phrase(random, 6)}"
        fields["limits"] = phrase(random, 12)
    return fields


def _chapter(random: Random, work: int) -> dict[str, str]:
    return {
        "booktitle": title(random, 6),
        "editor": f"{_author(random)} and {_author(random)}",
        "edition": "2nd",
        "publisher": "Example Press",
        "address": "Anytown",
        "pages": _pages(random),
        "doi": f"10.5555/chapter.{work:06}",
    }


def _report(random: Random, work: int) -> dict[str, str]:
    return {
        "institution": "Example Institute",
        "address": "Anytown",
        "number": str(work),
        "url": f"https://example.org/reports/{work}",
        "note": title(random, 5),
    }


def _web_page(random: Random, work: int) -> dict[str, str]:
    return {
        "publisher": "Example Institute",
        "address": "Anytown",
        "url": f"https://example.org/{phrase(random, 1)}/{work}/",
        "urldate": "2026-01-15",
    }
