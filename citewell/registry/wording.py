"""The rules of plain language."""

from collections.abc import Callable, Iterable
from types import ModuleType

from citewell.article import Page
from citewell.checks import (
    abbreviations,
    contractions,
    headings,
    link_text,
    long_lists,
    paragraph_length,
    passive_answer,
    picture_words,
    plainer_words,
    reading_grade,
    sentence_length,
    should,
    shouting,
    stigma,
    x_in_n,
)
from citewell.page_text.page_text import PageText, page_text
from citewell.page_text.readers import is_for_readers, is_ours
from citewell.problem import Problem
from citewell.rule import Family, Rule, rule
from citewell.site import Site

Check = Callable[[PageText, Site], Iterable[Problem]]


def _of(module: ModuleType, check: Check, holds_for: Callable[[Page], bool] = is_ours) -> Rule:
    return rule(
        Family.WORDING,
        module,
        of_page=lambda page, site: check(page_text(page), site) if holds_for(page) else (),
    )


RULES: tuple[Rule, ...] = (
    _of(sentence_length, lambda text, _: sentence_length.check(text)),
    _of(paragraph_length, lambda text, _: paragraph_length.check(text)),
    _of(
        reading_grade,
        lambda text, site: reading_grade.check(text, reading_grade.not_counted(site.data.drugs)),
    ),
    _of(plainer_words, lambda text, site: plainer_words.check(text, site.data.wording)),
    _of(stigma, lambda text, site: stigma.check(text, site.data.wording), is_for_readers),
    _of(contractions, lambda text, site: contractions.check(text, site.data.wording)),
    _of(shouting, lambda text, site: shouting.check(text, site.data.wording)),
    _of(
        abbreviations,
        lambda text, site: abbreviations.check(text, site.data.wording, site.data.drugs),
    ),
    _of(x_in_n, lambda text, _: x_in_n.check(text)),
    _of(long_lists, lambda text, _: long_lists.check(text)),
    _of(headings, lambda text, _: headings.check(text)),
    _of(link_text, lambda text, site: link_text.check(text, site.data.wording), is_for_readers),
    _of(should, lambda text, _: should.check(text)),
    rule(Family.WORDING, picture_words, of_page=lambda page, _: picture_words.check(page)),
    rule(Family.WORDING, passive_answer, of_page=lambda page, _: passive_answer.check(page)),
)
