"""The rules that keep a reader safe. None of them can be silenced."""

from collections.abc import Callable, Iterable

from citewell.checks import (
    antidepressant_warnings,
    boxes_on_a_page,
    call_to_action,
    care_cards,
    crisis_help,
    crisis_numbers,
    crisis_seen,
    crisis_words,
    stop_taking,
    stopping_told,
    strip_length,
    suicide_wording,
    taper_schedule,
)
from citewell.page_text.page_text import PageText, page_text
from citewell.page_text.readers import is_for_readers
from citewell.problem import Problem
from citewell.rule import Family, OfPage, Rule, rule
from citewell.site import Site


def _text(check: Callable[[PageText, Site], Iterable[Problem]]) -> OfPage:
    """A check of what a page for readers says."""
    return lambda page, site: check(page_text(page), site) if is_for_readers(page) else ()


RULES: tuple[Rule, ...] = (
    rule(
        Family.SAFETY,
        antidepressant_warnings,
        of_article=lambda article, _: antidepressant_warnings.check(article),
        stops_the_build=True,
    ),
    rule(
        Family.SAFETY,
        boxes_on_a_page,
        of_page=lambda page, site: boxes_on_a_page.check(page, site.data.drugs),
        stops_the_build=True,
    ),
    rule(
        Family.SAFETY,
        crisis_help,
        of_page=lambda page, site: crisis_help.check(page, site.data.crisis),
        stops_the_build=True,
    ),
    rule(
        Family.SAFETY,
        strip_length,
        of_site=lambda site: strip_length.check(site.data),
        stops_the_build=True,
    ),
    rule(
        Family.SAFETY,
        care_cards,
        of_page=lambda page, _: care_cards.check(page) if is_for_readers(page) else (),
    ),
    rule(Family.SAFETY, call_to_action, of_article=lambda article, _: call_to_action.check(article)),
    rule(
        Family.SAFETY,
        crisis_numbers,
        of_page=_text(lambda text, site: crisis_numbers.check(text, site.data.crisis)),
    ),
    rule(
        Family.SAFETY,
        crisis_seen,
        of_site=lambda site: crisis_seen.check(site.data.crisis, site.today),
    ),
    rule(
        Family.SAFETY,
        crisis_words,
        of_page=_text(lambda text, site: crisis_words.check(text, site.data.crisis)),
    ),
    rule(
        Family.SAFETY,
        suicide_wording,
        of_page=_text(lambda text, site: suicide_wording.check(text, site.data.wording)),
        of_site=lambda site: suicide_wording.check_drugs(site.data.drugs, site.data.wording),
    ),
    rule(
        Family.SAFETY,
        stop_taking,
        of_page=_text(lambda text, site: stop_taking.check(text, site.data.drugs)),
    ),
    rule(
        Family.SAFETY,
        stopping_told,
        of_page=_text(lambda text, site: stopping_told.check(text, site.data.drugs)),
    ),
    rule(Family.SAFETY, taper_schedule, of_page=_text(lambda text, _: taper_schedule.check(text))),
)
