"""Words that editors write by mistake, and what to write instead: docs/_data/wording.yml."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from citewell.facts import Fact, data_problems
from citewell.phrases import Found, Phrases, normal
from citewell.problem import Level, Problem
from citewell.yaml_mapping import YamlMapping, read_yaml_mapping

PATH = "docs/_data/wording.yml"
RULE = "wording"
LISTS = {
    "slips": Fact("words and phrases that say something wrong or unsafe", "records"),
    "suicide": Fact("how nobody writes about suicide", "records"),
    "beside_suicide": Fact(
        "words that no sentence on suicide holds: methods, failed and successful", "records"
    ),
    "stigma": Fact("words that make a person an illness, or belittle", "records"),
    "badges": Fact("marks and praise that a site cannot give itself", "records"),
    "absolute": Fact("words that promise more than a study can show", "records"),
    "plainer": Fact("words with plainer ones that mean the same", "records"),
    "contractions": Fact("short forms that are misread", "records"),
    "shouted": Fact("words that shout when they stand in capitals", "records"),
    "link_text": Fact("links that do not say where they lead", "records"),
    "known_abbreviations": Fact("abbreviations that need no explanation", "records"),
    "weak_designs": Fact("designs of studies that a page names when it has nothing stronger", "records"),
    "strong_designs": Fact("designs that sum up or test what is known", "records"),
}
"""Every list that the file may hold; a rule takes each."""

WORDING_FACTS = {
    "words": Fact("the words or phrases that are not to be written", "texts", required=True),
    "write": Fact("what to write instead", required=True),
    "why": Fact("why, in a sentence", required=True),
    "source": Fact("who says so: a work, a standard, a review", required=True),
    "level": Fact("how grave it is; a warning where nothing is said", choices=("error", "warning")),
    "unless": Fact("phrases in which these words are right", "texts"),
    "near": Fact("words of which one must stand near", "texts"),
}


@dataclass(frozen=True)
class Wording:
    """What to write instead of some words.

    Args:
        write: instead, as it is shown to the editor.
        why: in a sentence without its full stop.
        source: of the rule.
        level: of the problem.
        unless: phrases around the words in which they are right, in their normal form.
        near: words of which one must stand near, in their normal form.
    """

    write: str
    why: str
    source: str
    level: Level = "warning"
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class WordList:
    """One list of the file."""

    by_phrase: Phrases[Wording] = field(default_factory=lambda: Phrases(MappingProxyType({})))

    def find(self, text: str) -> Iterator[Found[Wording]]:
        """The words of the list that stand in a text, in its order."""
        for found in self.by_phrase.find(text):
            if not found.listed.unless or not self._is_right(text, found):
                yield found

    def get(self, phrase: str) -> Wording | None:
        """What is said of a phrase, or None."""
        return self.by_phrase.by_phrase.get(normal(phrase))

    def among(self, words: AbstractSet[str]) -> list[AbstractSet[str]]:
        """The phrases that can be made of some words, each as the set of its words: none for most pages.

        Args:
            words: in small letters, as `words_of` parts them.
        """
        rare = self._rarest_words & words
        return [phrase for word in rare for phrase in self._by_rarest_word[word] if phrase <= words]

    @cached_property
    def _rarest_words(self) -> frozenset[str]:
        return frozenset(self._by_rarest_word)

    @cached_property
    def _by_rarest_word(self) -> Mapping[str, list[AbstractSet[str]]]:
        """The words of each phrase, by the longest of them, which is likely to be the rarest."""
        found: dict[str, list[AbstractSet[str]]] = {}
        for phrase in self.by_phrase.by_phrase:
            words = words_of(phrase)
            found.setdefault(max(words, key=len), []).append(frozenset(words))
        return found

    @staticmethod
    def _is_right(text: str, found: Found[Wording]) -> bool:
        """Whether the words stand in a phrase in which they are right."""
        small = text.lower().replace("-", " ").replace("’", "'")  # noqa: RUF001 - as printed
        return any(
            small.find(phrase, max(found.end - len(phrase), 0), found.start + len(phrase)) >= 0
            for phrase in found.listed.unless
        )


WordLists = Mapping[str, WordList]
"""The lists of the file by their names; every name of LISTS is there."""

NO_LISTS: WordLists = MappingProxyType({name: WordList() for name in LISTS})

_ONLY_WORDS = str.maketrans(dict.fromkeys(map(ord, '\n\t!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~“”‘…—–'), " "))  # noqa: RUF001 - as typed
_ONLY_WORDS[ord("’")] = "'"  # noqa: RUF001 - as typed


def words_of(text: str) -> list[str]:
    """The words of a text as lists know them: in small letters, parted at everything but an apostrophe."""
    return text.lower().translate(_ONLY_WORDS).split()


def read_wording(text: str) -> tuple[WordLists, list[Problem]]:
    """The file's lists and its faults."""
    mapping, problems = read_yaml_mapping(PATH, text, rule=RULE)
    if problems and not mapping.values:  # it cannot be read, so nothing else is said of it
        return NO_LISTS, problems
    problems += data_problems(PATH, RULE, mapping, LISTS)
    lists: dict[str, WordList] = {}
    for name in LISTS:
        pairs: list[tuple[str, Wording]] = []
        known: set[str] = set()
        for record in mapping.records.get(name, ()):
            faults = list(data_problems(PATH, RULE, record, WORDING_FACTS))
            words = record.values.get("words")
            for word in words if isinstance(words, list) and not faults else ():
                if normal(word) in known or not normal(word):
                    advice = (
                        f"Take out “{word}”: it stands in “{name}” already"
                        if normal(word)
                        else "Write a word"
                    )
                    faults.append(Problem(PATH, *record.place("words"), RULE, advice))
                known.add(normal(word))
            problems += faults
            if not faults and isinstance(words, list):
                wording = _wording(record)
                pairs += [(word, wording) for word in words]
        lists[name] = WordList(Phrases.of(pairs))
    return MappingProxyType(lists), problems


def _wording(record: YamlMapping) -> Wording:
    values = record.values
    return Wording(
        write=str(values["write"]),
        why=str(values["why"]),
        source=str(values["source"]),
        level="error" if values.get("level") == "error" else "warning",
        unless=_phrases(values.get("unless")),
        near=_phrases(values.get("near")),
    )


def _phrases(value: object) -> tuple[str, ...]:
    return tuple(normal(phrase) for phrase in value) if isinstance(value, list) else ()
