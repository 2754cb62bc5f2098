"""What a page says of itself: who wrote it, which medicine it is about, whether anybody has reviewed it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from citewell.affiliates import PATH as AFFILIATES_PATH
from citewell.drugs import Drug
from citewell.facts import Fact, fact_problems, nearest
from citewell.metadata import Metadata
from citewell.people import People, Person
from citewell.problem import Problem
from citewell.site_data import SiteData

RULE = "page-facts"
STOPPING, SELF_HARM = "stopping", "self-harm"
ALONE: Final = "not-independently-reviewed"
"""The state of a page that the one person who keeps the site has checked: nobody reviews their own words."""
NO_REFERRAL = "none"
"""What a page writes under `referral` that has no paid link though its article has one."""
_REVIEW_FACTS = ("reviewed_by", "last_reviewed", "next_review")
FACTS = {
    "article": Fact("the article's question, the same for all its pages"),
    "drug": Fact("the medicine, as it is named in docs/_data/drugs.yml"),
    "author": Fact("who wrote it"),
    "published": Fact("the day it was published", "date"),
    "review_status": Fact("who has reviewed it", choices=("not-reviewed", "in-review", ALONE, "reviewed")),
    "reviewed_by": Fact("the reviewer, as named in docs/_data/people.yml"),
    "last_reviewed": Fact("the day of the review", "date"),
    "next_review": Fact("the day by which it is to be reviewed again", "date"),
    "evidence": Fact("how far its evidence notes are written", choices=("full", "basic")),
    "about": Fact(f"{STOPPING}, {SELF_HARM} or both, where the page is about that", "texts"),
    "ai_assisted": Fact("whether AI helped to write it", "yes or no"),
    "aliases": Fact("what else readers may call what the page is about, for the search", "texts"),
    "referral": Fact("the programme of docs/_data/affiliates.yml whose box stands at the foot, or none"),
    "sections": Fact("the files of an article's pages in reading order", "texts"),
    "topics": Fact("what it is about besides its medicine, as readers call it: [Sleep, Feelings]", "texts"),
    "redirect_from": Fact("the addresses at which it stood before: [old-name/]", "texts"),
    "changes": Fact("what was changed, newest first: date, what, why", "records"),
}
CHANGE = {
    "date": Fact("the day of the change", "date", required=True),
    "what": Fact("what was changed, in plain words", required=True),
    "why": Fact("why, in plain words", required=True),
}
_ENGINES_OWN = frozenset(
    {"title", "description", "tags", "search", "template", "hide", "icon", "status", "subtitle", "robots"}
)
_NEAR = 0.8


@dataclass(frozen=True)
class Change:
    """One entry of "What changed and why"."""

    date: dt.date
    what: str
    why: str


@dataclass(frozen=True)
class Review:
    """Whether a person who can be looked up has reviewed the page. Without a review there are no dates."""

    status: Literal["not-reviewed", "in-review", "not-independently-reviewed", "reviewed"] = "not-reviewed"
    reviewer: Person | None = None
    last: dt.date | None = None
    due: dt.date | None = None


@dataclass(frozen=True)
class PageFacts:
    """The facts of one page. Empty texts and None stand for what is not given."""

    title: str = ""
    description: str = ""
    article: str = ""
    drug: Drug | None = None
    drug_key: str = ""
    author: str = ""
    published: dt.date | None = None
    review: Review = Review()
    evidence: Literal["full", "basic"] = "full"
    about: frozenset[str] = frozenset()
    topics: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    referral: str = ""
    ai_assisted: bool = False
    sections: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def changed(self) -> dt.date | None:
        """The day of the newest change, or of publication."""
        days = [change.date for change in self.changes] + ([self.published] if self.published else [])
        return max(days, default=None)

    @property
    def last_touched(self) -> dt.date | None:
        """The day on which the page last came to say something else: a change, or a review."""
        return max((day for day in (self.changed, self.review.last) if day), default=None)


def read_page_facts(metadata: Metadata, data: SiteData, today: dt.date) -> tuple[PageFacts, list[Problem]]:
    """A page's facts and their faults.

    Args:
        metadata: what holds for the page.
        data: the medicines, people and programmes that it may name.
        today: no review can be later.
    """
    drugs = data.drugs
    problems = list(_faults_of_the_files(metadata))
    if not problems:
        problems += _unknown_names(metadata, data)
        problems += _review_problems(metadata, today)
    if problems:  # what can be read of the page keeps its other rules from complaining of the same
        key = str(metadata.get("drug") or "")
        named = PageFacts(
            article=str(metadata.get("article") or ""),
            drug=drugs.get(key),
            drug_key=key,
            topics=_topics(metadata.get("topics")),
        )
        return named, problems
    values = {name: metadata.get(name) for name in ("title", "description", "article", "author", "referral")}
    about, aliases, sections = (metadata.get(name) for name in ("about", "aliases", "sections"))
    return PageFacts(
        **{name: str(value or "") for name, value in values.items()},
        drug=drugs.get(str(metadata.get("drug"))),
        drug_key=str(metadata.get("drug") or ""),
        published=_date(metadata.get("published")),
        review=_review(metadata, data.people),
        evidence="basic" if metadata.get("evidence") == "basic" else "full",
        about=frozenset(about) if isinstance(about, list) else frozenset(),
        topics=_topics(metadata.get("topics")),
        aliases=tuple(map(str, aliases)) if isinstance(aliases, list) else (),
        ai_assisted=metadata.get("ai_assisted") is True,
        sections=tuple(sections) if isinstance(sections, list) else (),
        changes=tuple(
            Change(**{name: record.values[name] for name in CHANGE})  # type: ignore[arg-type]
            for record in metadata.record("changes")
        ),
    ), problems


def _faults_of_the_files(metadata: Metadata) -> Iterator[Problem]:
    yield from _other_kinds(metadata)
    for path, layer in metadata.layers:
        yield from fact_problems(path, RULE, layer, FACTS, others_allowed=True)
        for name in layer.values:
            if name not in FACTS and name not in _ENGINES_OWN and nearest(name, FACTS, _NEAR):
                line, column = layer.place(name)
                advice = f"Take out “{name}”. {nearest(name, FACTS, _NEAR)}".strip()
                yield Problem(path, line, column, RULE, advice)
        for record in layer.records.get("changes", ()):
            yield from fact_problems(path, RULE, record, CHANGE)
        about = layer.values.get("about")
        for word in about if isinstance(about, list) else ():
            if word not in (STOPPING, SELF_HARM):
                advice = f"Write {STOPPING} or {SELF_HARM} instead of “{word}”"
                yield Problem(path, *layer.place("about"), RULE, advice)


def _other_kinds(metadata: Metadata) -> Iterator[Problem]:
    """Values of another kind than those of a folder above, which Material's meta plugin cannot merge."""
    for at, (path, layer) in enumerate(metadata.layers):
        for above, other in metadata.layers[at + 1 :]:
            for name in layer.values.keys() & other.values.keys():
                if type(layer.values[name]) is not type(other.values[name]):
                    advice = f"Write “{name}” as it is written in {above}, or take it out here"
                    yield Problem(path, *layer.place(name), RULE, advice)


def _unknown_names(metadata: Metadata, data: SiteData) -> Iterator[Problem]:
    known: Mapping[str, tuple[Mapping[str, object], str]] = {
        "drug": (data.drugs, "docs/_data/drugs.yml"),
        "reviewed_by": (data.people.by_id, "docs/_data/people.yml"),
        "referral": (data.affiliates, AFFILIATES_PATH),
    }
    for name, (entries, file) in known.items():
        value = metadata.get(name)
        if value is not None and value not in entries and (name, value) != ("referral", NO_REFERRAL):
            advice = f"Add “{value}” to {file}, or correct the name. {nearest(str(value), entries)}".strip()
            yield Problem(*metadata.place(name), RULE, advice)


def _review_problems(metadata: Metadata, today: dt.date) -> Iterator[Problem]:
    """A page says that it was reviewed only with all that shows it (health-publishing rules G2 and G4)."""
    status = metadata.get("review_status") or "not-reviewed"
    for name in _REVIEW_FACTS:
        value = metadata.get(name)
        if status == "reviewed" and value is None:
            advice = f"Add “{name}”, or set review_status to not-reviewed: {FACTS[name].what}"
            yield Problem(*metadata.place("review_status"), RULE, advice)
        elif status == ALONE and name == "next_review":
            continue  # who keeps the site alone is reminded all the same
        elif status != "reviewed" and value is not None:
            advice = f"Take out “{name}”: a page that nobody has reviewed has no {name.replace('_', ' ')}"
            yield Problem(*metadata.place(name), RULE, advice)
    published, last, due = (
        _date(metadata.get(name)) for name in ("published", "last_reviewed", "next_review")
    )
    if last and last > today:
        advice = f"Correct “last_reviewed”: {last} has not come yet"
        yield Problem(*metadata.place("last_reviewed"), RULE, advice)
    if last and published and last < published:
        advice = "Correct “last_reviewed”: it is before “published”"
        yield Problem(*metadata.place("last_reviewed"), RULE, advice)
    if last and due and due <= last:
        advice = "Correct “next_review”: it must be after “last_reviewed”"
        yield Problem(*metadata.place("next_review"), RULE, advice)


def _review(metadata: Metadata, people: People) -> Review:
    status = metadata.get("review_status")
    if status == ALONE:
        return Review(ALONE, due=_date(metadata.get("next_review")))
    if status != "reviewed":
        return Review("in-review" if status == "in-review" else "not-reviewed")
    return Review(
        "reviewed",
        people.by_id.get(str(metadata.get("reviewed_by"))),
        _date(metadata.get("last_reviewed")),
        _date(metadata.get("next_review")),
    )


def _topics(value: object) -> tuple[str, ...]:
    return tuple(" ".join(str(topic).split()) for topic in value) if isinstance(value, list) else ()


def _date(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) else None
