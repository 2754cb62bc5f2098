"""What the templates print of a page: its text in parts, and all that stands around it."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from citewell.about.pages import ABOUT_PAGES, CONTACT, MONEY
from citewell.boxes.answer import ANCHOR as ANSWER_ANCHOR
from citewell.boxes.care import care_anchor
from citewell.boxes.crisis import ANCHOR as CRISIS_ANCHOR
from citewell.boxes.lead import split
from citewell.boxes.warning import DO_NOT_STOP_ANCHOR
from citewell.days import in_words
from citewell.downloads import LABELS, download_address
from citewell.feedback.form import FeedbackForm, Steps, feedback_form
from citewell.hub_safety import SafetyOfHubs
from citewell.made_pages import (
    CLAIM_LEDGER,
    ONE_PAGE,
    QUESTION_SHEET,
    REFERENCE_INDEX,
    REFERENCE_LOG,
    SEARCH,
)
from citewell.page_facts import PageFacts
from citewell.published_page import (
    Around,
    changes,
    error_report,
    is_overdue,
    lines_about,
    review_state,
)
from citewell.publishing import Publishing
from citewell.reference_log.checked_line import checked_line
from citewell.safety_strip import safety_strip


class PrintedPages:
    """Gives the templates their values.

    Args:
        publishing: the site while it is built.
        certainty_page: the path of the page that says what the levels of certainty mean.
    """

    def __init__(self, publishing: Publishing, certainty_page: str) -> None:
        self._publishing = publishing
        self._certainty_page = certainty_page
        self._hubs = SafetyOfHubs(publishing)

    def values(self, path: str, html: str, address: str) -> Mapping[str, object]:
        """What the templates print of a page.

        Args:
            path: of the page.
            html: its text.
            address: its own canonical one, empty where the site's is not set.
        """
        publishing = self._publishing
        lead, text, references = split(html)
        return {
            "lead": lead,
            "text": text,
            "references": references,
            "around": self.around(path),
            "feedback": self._feedback(path, address),
            "checked": checked_line(publishing.standings(path)),
            "canonical": publishing.canonical(path, address),
            "error_report": error_report(publishing.data.publisher),
            **self.footer(),
        }

    def footer(self) -> Mapping[str, object]:
        """The pages that every page links to, by their addresses from the root; empty for those missing."""
        publishing = self._publishing
        return {
            "about_pages": [
                (name, address) for page, name in ABOUT_PAGES.items() if (address := publishing.address(page))
            ],
            "money_page": publishing.address(MONEY),
            "certainty_page": publishing.address(self._certainty_page),
            "reference_index": publishing.made_address(REFERENCE_INDEX),
            "reference_log": publishing.made_address(REFERENCE_LOG),
            "claim_ledger": publishing.made_address(CLAIM_LEDGER),
            "search_page": publishing.made_address(SEARCH),
        }

    def of_no_page(self) -> Mapping[str, object]:
        """What the templates print where there is no page at an address."""
        return {**self.footer(), "around": self._hubs.around(PageFacts(), None)}

    def around(self, path: str) -> Around:
        """What the templates print around the text of a page."""
        publishing = self._publishing
        facts, index, found = publishing.facts(path), publishing.index(path), publishing.rendered(path)
        downloads = (
            tuple((label, download_address(found.address, name)) for name, label in LABELS.items())
            if found and found.keys
            else ()
        )
        made = publishing.made(path)
        if made and made.hub:
            return self._hubs.around(facts, made.hub)
        if not index:
            return Around(
                facts,
                about=lines_about(facts) if facts.author else (),
                referral=publishing.referral(path),
                downloads=downloads,
            )
        return Around(
            facts,
            in_article=True,
            state=review_state(facts.review),
            due=facts.review.due,
            due_in_words=in_words(facts.review.due) if facts.review.due else "",
            overdue=is_overdue(facts.review, publishing.day),
            about=lines_about(facts),
            changes=changes(facts),
            strip=safety_strip(facts.drug, publishing.data.crisis),
            do_not_stop=self._where(path, index, DO_NOT_STOP_ANCHOR),
            signs=self._where(path, index, care_anchor("emergency")),
            crisis=self._where(path, index, CRISIS_ANCHOR),
            referral=publishing.referral(path),
            one_page=self._beside(index, ONE_PAGE),
            question_sheet=self._beside(index, QUESTION_SHEET),
            downloads=downloads,
        )

    def _feedback(self, path: str, address: str) -> FeedbackForm | None:
        """The widget of a page; None on a page that does not ask."""
        publishing = self._publishing
        if not publishing.asks(path):
            return None
        index, report = publishing.index(path), error_report(publishing.data.publisher)
        steps = Steps(
            short_answer=self._where(path, index, ANSWER_ANCHOR),
            first_page=publishing.address(index),
            sections=publishing.sections(index),
            report=report,
            contact=(report and publishing.address(CONTACT)) or report,
        )
        page = publishing.address(path)
        return feedback_form(publishing.data.feedback, page, publishing.revision(path), address, steps)

    def _where(self, path: str, index: str, anchor: str) -> str:
        """The address of a block: on the page itself where it stands there, else on the article's index."""
        on_index = anchor in self._publishing.box_anchors(index)
        if anchor in self._publishing.box_anchors(path) or (on_index and path.endswith(ONE_PAGE)):
            return f"#{anchor}"
        return f"{self._publishing.address(index)}#{anchor}" if on_index else ""

    def _beside(self, index: str, name: str) -> str:
        """The address of a page that the build makes of an article."""
        return self._publishing.made_address(str(PurePosixPath(index).with_name(name)))
