"""The files of docs/_data: the publisher, the people, the medicines, whom to call, who pays, who counts."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from citewell.affiliates import PATH as AFFILIATES_PATH
from citewell.affiliates import Affiliates, read_affiliates
from citewell.crisis import PATH as CRISIS_PATH
from citewell.crisis import CrisisContacts, read_crisis_contacts
from citewell.drugs import PATH as DRUGS_PATH
from citewell.drugs import Drugs, read_drugs
from citewell.feedback.settings import PATH as FEEDBACK_PATH
from citewell.feedback.settings import FeedbackSettings, read_feedback_settings
from citewell.people import PATH as PEOPLE_PATH
from citewell.people import People, read_people
from citewell.problem import Problem
from citewell.published_addresses import PATH as ADDRESSES_PATH
from citewell.published_addresses import Published, never_committed, read_published_addresses
from citewell.publisher import PATH as PUBLISHER_PATH
from citewell.publisher import Publisher, read_publisher
from citewell.terms import PATH as TERMS_PATH
from citewell.terms import Terms, read_terms
from citewell.text_file import read_text
from citewell.wording import NO_LISTS, WordLists, read_wording
from citewell.wording import PATH as WORDING_PATH

FOLDER = "_data"
"""The folder of docs that is read by the build and never published."""

Read = TypeVar("Read")


@dataclass(frozen=True)
class SiteData:
    """What the data files say; empty for a file that is not there.

    Args:
        never_committed: the addresses among the published ones that no commit holds yet.
    """

    publisher: Publisher = field(default_factory=Publisher)
    people: People = field(default_factory=People)
    drugs: Drugs = field(default_factory=lambda: MappingProxyType({}))
    crisis: CrisisContacts = field(default_factory=CrisisContacts)
    affiliates: Affiliates = field(default_factory=lambda: MappingProxyType({}))
    feedback: FeedbackSettings = field(default_factory=FeedbackSettings)
    terms: Terms = field(default_factory=Terms)
    wording: WordLists = field(default_factory=lambda: NO_LISTS)
    published: Published = field(default_factory=lambda: MappingProxyType({}))
    never_committed: frozenset[str] = frozenset()


def load_site_data(pages: Path) -> tuple[SiteData, list[Problem]]:
    """Read the data files of a folder of pages, and the faults that stand in them."""
    problems: list[Problem] = []

    def load(path: str, read: Callable[[str], tuple[Read, list[Problem]]], otherwise: Read) -> Read:
        file = pages / FOLDER / Path(path).name
        if file.is_dir():
            problems.append(
                Problem(path, 1, 1, "data-files", "Write a file here: this is a folder of its name")
            )
        if not file.is_file():
            return otherwise
        text, faults = read_text(file, path)
        found, others = read(text) if not faults else (otherwise, [])
        problems.extend([*faults, *others])
        return found

    empty = SiteData()
    data = SiteData(
        load(PUBLISHER_PATH, read_publisher, empty.publisher),
        load(PEOPLE_PATH, read_people, empty.people),
        load(DRUGS_PATH, read_drugs, empty.drugs),
        load(CRISIS_PATH, read_crisis_contacts, empty.crisis),
        load(AFFILIATES_PATH, read_affiliates, empty.affiliates),
        load(FEEDBACK_PATH, read_feedback_settings, empty.feedback),
        load(TERMS_PATH, read_terms, empty.terms),
        load(WORDING_PATH, read_wording, empty.wording),
        load(ADDRESSES_PATH, read_published_addresses, empty.published),
    )
    if data.published:
        listed = pages / FOLDER / Path(ADDRESSES_PATH).name
        data = replace(data, never_committed=never_committed(listed, data.published))
    return data, problems
