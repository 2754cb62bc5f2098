"""Locks as the databases would fill them for a bibliography."""

import datetime as dt

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.days import today
from citewell.reference_lock.lock import Answered, ReferenceLock, questions
from citewell.reference_lock.lock_file import as_json


def checked_lock(bibliography, on=None):
    """The text of a lock in which every work of a BibTeX text was checked and is clear.

    Args:
        bibliography: the text.
        on: the day; today where none is given.
    """
    library, _ = read_library([BibFile("references.bib", bibliography)])
    day = on or today() - dt.timedelta(days=1)
    works = {
        reference.key: tuple(
            Answered(question.database, question.identifier, day, said={question.field: question.identifier})
            for question in questions(reference)
        )
        for reference in library
    }
    return as_json(ReferenceLock(works))
