"""The medicines that articles are about, and what must be said of their class: docs/_data/drugs.yml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from citewell.facts import Fact, data_problems, nearest
from citewell.problem import Problem
from citewell.yaml_mapping import YamlMapping, read_yaml_mapping

PATH = "docs/_data/drugs.yml"
RULE = "drugs"
FILE = {
    "classes": Fact("the classes of medicines", "record"),
    "drugs": Fact("the medicines", "record"),
}
CLASS_FACTS = {
    "name": Fact("the short name of the class, such as SSRI", required=True),
    "full_name": Fact("the name in full", required=True),
    "antidepressant": Fact("whether its medicines are antidepressants", "yes or no", required=True),
    "do_not_stop": Fact("why not to stop suddenly and whom to ask first, with citations"),
    "do_not_stop_short": Fact("the same in ten words or so, for the strip on every page"),
    "boxed_warning": Fact("the boxed warning of the US labels in plain words, with citations"),
}
SAFETY_FACTS = ("do_not_stop", "do_not_stop_short", "boxed_warning")
DRUG_FACTS = {
    "name": Fact("the name as it stands in a sentence", required=True),
    "class": Fact("the class, as it is named above", required=True),
    "label": Fact("the key of its official label in the bibliography", required=True),
    "brands": Fact("brand names", "texts"),
    "misspellings": Fact("how people misspell its names, where more than two letters are wrong", "texts"),
    "codes": Fact("identifiers such as rxcui, atc, unii", "record"),
}
CODES = {
    "rxcui": Fact("the ingredient's concept in RxNorm"),
    "atc": Fact("the ATC code"),
    "unii": Fact("the FDA's substance identifier"),
    "drugbank": Fact("the DrugBank number"),
    "chebi": Fact("the ChEBI number"),
    "chembl": Fact("the ChEMBL number"),
    "pubchem": Fact("the PubChem compound"),
    "cas": Fact("the CAS number"),
}


@dataclass(frozen=True)
class DrugClass:
    """A class of medicines.

    Its texts are Markdown with citations. In them {medicine} stands for a medicine's name, and {label} for
    the key of its label.
    """

    name: str
    full_name: str
    antidepressant: bool
    do_not_stop: str = ""
    do_not_stop_short: str = ""
    boxed_warning: str = ""


@dataclass(frozen=True)
class Drug:
    """A medicine, with the safety texts of its class filled in for it.

    Args:
        name: as it stands in a sentence.
        drug_class: with the texts.
        label: the key of its official label in the bibliography.
        brands: its brand names.
        misspellings: of its names, for the search alone.
        codes: its identifiers, by the names of CODES.
        key: as articles name it.
    """

    name: str
    drug_class: DrugClass
    label: str
    brands: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    key: str = ""

    @property
    def do_not_stop(self) -> str:
        """Why not to stop it suddenly, as Markdown with citations; empty where its class says nothing."""
        return self._filled_in(self.drug_class.do_not_stop)

    @property
    def do_not_stop_short(self) -> str:
        """The same in a few words, as plain text."""
        return self._filled_in(self.drug_class.do_not_stop_short)

    @property
    def boxed_warning(self) -> str:
        """The boxed warning, as Markdown with citations; empty where its class has none."""
        return self._filled_in(self.drug_class.boxed_warning)

    def _filled_in(self, text: str) -> str:
        return text.replace("{medicine}", self.name).replace("{label}", self.label)


Drugs = Mapping[str, Drug]
"""Every medicine by the name that articles give under `drug`."""


def read_drugs(text: str) -> tuple[Drugs, list[Problem]]:
    """The file's medicines and its faults."""
    mapping, problems = read_yaml_mapping(PATH, text, rule=RULE)
    if problems and not mapping.values:  # it cannot be read, so nothing else is said of it
        return MappingProxyType({}), problems
    problems += data_problems(PATH, RULE, mapping, FILE)
    classes: dict[str, DrugClass | None] = {}
    for name, record, faults in _records(mapping, "classes", CLASS_FACTS):
        if record.values.get("antidepressant") is True:
            faults.extend(_missing_safety_words(name, record))
        problems += faults
        values = {key: value for key, value in record.values.items() if value is not None}
        classes[name] = None if faults else DrugClass(**values)  # type: ignore[arg-type]
    drugs = {}
    for name, record, faults in _records(mapping, "drugs", DRUG_FACTS):
        class_name = str(record.values.get("class"))
        if not faults and class_name not in classes:
            line, column = record.place("class")
            advice = f"Name a class that stands under “classes”. {nearest(class_name, classes)}".strip()
            faults.append(Problem(PATH, line, column, RULE, advice))
        for codes in record.records.get("codes", ()):
            faults.extend(data_problems(PATH, RULE, codes, CODES))
        problems += faults
        if not faults and (drug_class := classes[class_name]):
            drugs[name] = _drug(name, record, drug_class)
    return MappingProxyType(drugs), problems


def _missing_safety_words(name: str, record: YamlMapping) -> Iterator[Problem]:
    """What a class of antidepressants must say, or its warnings would stand empty on a page."""
    for fact in SAFETY_FACTS:
        if not str(record.values.get(fact) or "").strip():
            line, column = record.place(fact)
            advice = f"Add “{fact}” to {name}, a class of antidepressants: {CLASS_FACTS[fact].what}"
            yield Problem(PATH, line, column, RULE, advice)


def _records(
    mapping: YamlMapping, part: str, facts: Mapping[str, Fact]
) -> list[tuple[str, YamlMapping, list[Problem]]]:
    """The named records of a part of the file, each with its faults."""
    found = []
    for names in mapping.records.get(part, ()):
        for name in names.values:
            record = next(iter(names.records[name]), YamlMapping(places={name: names.place(name)}))
            found.append((name, record, list(data_problems(PATH, RULE, record, facts))))
    return found


def _drug(key: str, record: YamlMapping, drug_class: DrugClass) -> Drug:
    values = record.values
    codes = values.get("codes")
    return Drug(
        name=str(values["name"]),
        drug_class=drug_class,
        label=str(values["label"]),
        brands=_texts(values.get("brands")),
        misspellings=_texts(values.get("misspellings")),
        codes=MappingProxyType(
            {str(name): str(value) for name, value in codes.items()} if isinstance(codes, dict) else {}
        ),
        key=key,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
