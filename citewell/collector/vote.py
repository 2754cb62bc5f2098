"""A vote, read from the body of a form."""

import re
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl

from citewell.collector.refusal import Refusal
from citewell.feedback.answers import REASONS, YES

FIELDS = ("page", "revision", "answer")
_REVISION = re.compile(r"[0-9a-f]{10}")


@dataclass(frozen=True)
class Vote:
    """One answer to “Was this helpful?”.

    Args:
        page: the page's id, its address from the site's root.
        revision: ten hexadecimal digits of the text that the reader had.
        answer: `yes`, or the reason of a No.
    """

    page: str
    revision: str
    answer: str

    @property
    def vote(self) -> str:
        """`yes` or `no`."""
        return YES if self.answer == YES else "no"

    @property
    def reason(self) -> str:
        """Of a No; empty for a Yes."""
        return "" if self.answer == YES else self.answer


def read_vote(body: bytes) -> Vote:
    """The vote in a form's body, `page=…&revision=…&answer=…` in any order.

    Source: https://url.spec.whatwg.org/#urlencoded-parsing

    Raises:
        Refusal: a field is missing, repeated, unknown or holds what no page of ours sends.
    """
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=len(FIELDS),
        )
    except ValueError as error:  # also what is not UTF-8
        raise _unreadable("it is no form of this site") from error
    fields = dict(pairs)
    if set(fields) != set(FIELDS):  # with as many pairs at most, so each stands there once
        raise _unreadable(f"it must hold {', '.join(FIELDS)}, each once")
    vote = Vote(**fields)
    if not _REVISION.fullmatch(vote.revision):
        raise _unreadable("the revision is ten of the digits 0 to 9 and a to f")
    if vote.answer != YES and vote.answer not in REASONS:
        raise _unreadable(f"the answer is one of {', '.join([YES, *REASONS])}")
    return vote


def _unreadable(why: str) -> Refusal:
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, f"The answer could not be read: {why}.")
