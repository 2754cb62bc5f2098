"""The outcomes, medicines and groups of people that findings speak of, in plain words: docs/_data/terms.yml.

A number counts only for what its finding names. The pages call the same thing by other words ("dulled
feelings"), so the words of each thing are written here once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from citewell.facts import Fact, data_problems, nearest
from citewell.phrases import Found, Phrases, normal
from citewell.problem import Problem
from citewell.yaml_mapping import YamlMapping, read_yaml_mapping

PATH = "docs/_data/terms.yml"
RULE = "terms"
KINDS = {
    "outcomes": Fact("what was measured or felt, one entry an outcome", "record", required=True),
    "medicines": Fact("the medicines and the groups they belong to", "record", required=True),
    "people": Fact("groups of people of whom a finding may speak alone, such as men", "record"),
}
TERM_FACTS = {
    "name": Fact("the term as it stands in a message, such as dulled feelings", required=True),
    "words": Fact("all words that mean it, such as [cry, crying, tears]", "texts", required=True),
    "part_of": Fact("the wider term it belongs to, as it is named in this list"),
}


@dataclass(frozen=True)
class Term:
    """An outcome, a medicine or a group of people.

    Args:
        key: its name in the file.
        name: as it stands in a message.
        within: its own key and the keys of all wider terms.
    """

    key: str
    name: str
    within: frozenset[str] = frozenset()

    def is_within(self, other: "Term") -> bool:
        """Whether it is the same as another term or belongs to it: sertraline is within SSRIs."""
        return other.key in self.within


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one kind.

    Args:
        by_word: the term of each word or phrase.
    """

    by_word: Phrases[Term] = field(default_factory=lambda: Phrases(MappingProxyType({})))

    def find(self, text: str) -> Iterator[Found[Term]]:
        """Every mention of a term, in the order of the text."""
        return self.by_word.find(text)

    def terms_of(self, text: str) -> frozenset[Term]:
        """The terms that a text mentions."""
        return frozenset(found.listed for found in self.find(text))

    def first_words(self, text: str) -> frozenset[str]:
        """The first words, in small letters, of all that may be said for the terms that a text mentions."""
        named = self.terms_of(text)
        return frozenset(word.split()[0] for word, term in self.by_word.by_phrase.items() if term in named)

    def __bool__(self) -> bool:
        return bool(self.by_word.by_phrase)


@dataclass(frozen=True)
class Terms:
    """What the file says; empty vocabularies where there is no file."""

    outcomes: Vocabulary = field(default_factory=Vocabulary)
    medicines: Vocabulary = field(default_factory=Vocabulary)
    people: Vocabulary = field(default_factory=Vocabulary)


def read_terms(text: str) -> tuple[Terms, list[Problem]]:
    """The file's terms and its faults."""
    mapping, problems = read_yaml_mapping(PATH, text, rule=RULE)
    if problems and not mapping.values:  # it cannot be read, so nothing else is said of it
        return Terms(), problems
    problems += data_problems(PATH, RULE, mapping, KINDS)
    vocabularies = {}
    for kind in KINDS:
        vocabularies[kind], faults = _vocabulary(mapping, kind)
        problems += faults
    return Terms(**vocabularies), problems


def _vocabulary(mapping: YamlMapping, kind: str) -> tuple[Vocabulary, list[Problem]]:
    records: dict[str, YamlMapping] = {}
    problems: list[Problem] = []
    for named in mapping.records.get(kind, ()):
        for key in named.values:
            record = next(iter(named.records[key]), YamlMapping(places={key: named.place(key)}))
            faults = list(data_problems(PATH, RULE, record, TERM_FACTS))
            problems += faults
            if not faults:
                records[key] = record
    wider = {key: str(record.values.get("part_of") or "") for key, record in records.items()}
    pairs: list[tuple[str, Term]] = []
    owners: dict[str, str] = {}
    for key, record in records.items():
        term = Term(key, str(record.values["name"]), _within(key, wider))
        if advice := _advice_on_part_of(key, wider):
            problems.append(Problem(PATH, *record.place("part_of"), RULE, advice))
        words = record.values["words"]
        for word in words if isinstance(words, list) else ():
            owner = owners.setdefault(normal(word), key)
            if owner != key or not normal(word):
                advice = f"Take “{word}” out of one list: it stands for {owner} and for {key}"
                advice = advice if normal(word) else f"Take the empty word out of the list of {key}"
                problems.append(Problem(PATH, *record.place("words"), RULE, advice))
            else:
                pairs.append((word, term))
    return Vocabulary(Phrases.of(pairs)), problems


def _within(key: str, wider: Mapping[str, str]) -> frozenset[str]:
    found: list[str] = []
    while key in wider and key not in found:
        found.append(key)
        key = wider[key]
    return frozenset(found)


def _advice_on_part_of(key: str, wider: Mapping[str, str]) -> str:
    above = wider[key]
    if above and above not in wider:
        return f"Name a term of this list under “part_of”. {nearest(above, wider)}".strip()
    seen = [key]
    while above and above not in seen:
        seen.append(above)
        above = wider.get(above, "")
    return f"Take out “part_of: {wider[key]}”: {above} would belong to itself" if above == key else ""
