"""What the widget at the foot of a page holds: answers to press, what is said then, and what helps."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from citewell.feedback.adapters import ADAPTERS, Adapter, Vote
from citewell.feedback.answers import REASONS, YES
from citewell.feedback.settings import FeedbackSettings

_DIGITS = 10
_COUNTED = "Thank you. Your answer was counted."
_SENT = "Thank you. Your answer was sent to the statistics of this site."
_NOTHING_SENT = "Thank you. This site does not count answers, so nothing was sent."


@dataclass(frozen=True)
class Steps:
    """What helps a reader whom a page did not help.

    Addresses are from the site's root, or absolute; empty ones lead nowhere.

    Args:
        short_answer: of the article.
        first_page: of the article.
        sections: of all pages of the article.
        report: where an error is reported.
        contact: where the editors are reached.
    """

    short_answer: str = ""
    first_page: str = ""
    sections: Sequence[str] = ()
    report: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Choice:
    """A button: the answer that it gives, its words, and its request as JSON; an empty one sends nothing."""

    answer: str
    words: str
    request: str


@dataclass(frozen=True)
class FeedbackForm:
    """The widget of one page.

    Args:
        page: the page's id, its address from the site's root.
        revision: of its text.
        action: where a browser without scripts sends the form; empty where that would not be understood.
        yes: the button for Yes.
        reasons: the buttons for the reasons of a No.
        accepted: the statuses of an answer that mean that the vote has come, with blanks between them.
        thanks: what is said when nothing went wrong.
        steps: what helps after a No.
    """

    page: str
    revision: str
    action: str
    yes: Choice
    reasons: Sequence[Choice]
    accepted: str
    thanks: str
    steps: Steps

    @property
    def sends(self) -> bool:
        """Whether an answer goes anywhere."""
        return bool(self.yes.request)


def revision(text: str) -> str:
    """What tells one wording of a page from another: ten hexadecimal digits of SHA-256.

    Args:
        text: of the page as typed, without its front matter.
    """
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def feedback_form(
    settings: FeedbackSettings, page: str, revision: str, address: str, steps: Steps
) -> FeedbackForm:
    """The widget of a page.

    Args:
        settings: where votes go.
        page: the page's id, its address from the site's root.
        revision: of its text.
        address: its canonical one, empty where the site's is not set.
        steps: what helps after a No.
    """
    adapter = ADAPTERS.get(settings.provider)

    def choice(answer: str, words: str) -> Choice:
        vote = Vote(page, revision, answer, address)
        return Choice(answer, words, adapter.request(settings, vote).as_json if adapter else "")

    return FeedbackForm(
        page=page,
        revision=revision,
        action=settings.endpoint if settings.takes_forms else "",
        yes=choice(YES, "Yes"),
        reasons=[choice(answer, words) for answer, words in REASONS.items()],
        accepted=" ".join(map(str, adapter.accepted)) if adapter else "",
        thanks=_thanks(adapter),
        steps=steps,
    )


def _thanks(adapter: Adapter | None) -> str:
    if adapter is None:
        return _NOTHING_SENT
    return _COUNTED if adapter.counts else _SENT
