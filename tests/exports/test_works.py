import pytest

from citewell.bibliography.reference import Name, Reference
from citewell.exports.works import fields_of, kind_of

from .works import PRIVATE

EDITOR = (Name("Doe", ("A.",)),)


def test_only_fields_of_the_reference_are_exported():
    assert fields_of(PRIVATE) == {"title": "T", "journal": "J", "year": "2020"}


@pytest.mark.parametrize(
    ("reference", "kind"),
    [
        (Reference("key", "guideline", {"title": "T"}), "guideline"),
        (Reference("key", "guideline", {"title": "T", "journal": "J"}), "article"),
        (Reference("key", "inbook", {"title": "T", "chapter": "3"}), "book"),
        (Reference("key", "inbook", {"title": "T", "booktitle": "B"}), "inbook"),
        (Reference("key", "incollection", {"title": "T"}, editors=EDITOR), "incollection"),
        (Reference("key", "online", {"title": "T"}), "online"),
    ],
)
def test_a_work_is_exported_as_what_it_is_printed_as(reference, kind):
    assert kind_of(reference) == kind
