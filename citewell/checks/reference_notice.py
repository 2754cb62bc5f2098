"""Where there is a notice on a work, an editor has read it.

An expression of concern, a correction, a withdrawal, a newer version or a newer label may change what a page
can say. Readers see the mark at once; this asks the editor to look. When it is read, and the pages still
hold, a comment over the entry says so: `% citewell: allow reference-notice: read, no number changed`. A
retraction is told by retracted-citation. A number that is taken out of an entry does not take its notice with
it unseen. The example is of a work that was corrected.

Fails:
    @article{goodwin2017, …}

Passes:
    % citewell: allow reference-notice: the correction concerns the list of authors
    @article{goodwin2017, …}
"""

from collections.abc import Iterator

from citewell.bibliography.reference import Library
from citewell.days import in_words
from citewell.problem import Problem
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.notice import Notice
from citewell.reference_lock.standing import standing

ID = "reference-notice"


def check(library: Library, lock: ReferenceLock) -> Iterator[Problem]:
    """The works with a notice, each at its entry."""
    for reference in library if not lock.is_empty else ():
        for notice in standing(reference, lock).notices:
            if not notice.ends_trust:
                advice = (
                    f"Read {_named(notice)} on {reference.key}, {notice.address or 'at the databases'}, "
                    f"and mend what does not hold any more; then say so over the entry: % citewell: allow "
                    f"{ID}: …"
                )
                yield Problem(reference.path, reference.line, 1, ID, advice, "warning")
        for answer in lock.left_behind(reference):
            for notice in answer.notices:
                address = notice.address or "at the databases"
                advice = (
                    f"Put {answer.asked} back into {reference.key} if it is the same work: "
                    f"{_named(notice)} stands on that number, {address}. If it is another work, run "
                    f"`citewell references verify {reference.key}`"
                )
                yield Problem(reference.path, reference.line, 1, ID, advice, "warning")


def _named(notice: Notice) -> str:
    return f"“{notice.label}” of {in_words(notice.date)}" if notice.date else f"“{notice.label}”"
