"""A page that speaks of suicide or self-harm shows whom to call.

Whoever reads the word may be the one who needs help. On a page of an article the safety strip shows the
numbers; a page that has the word in its title, a heading or a question is about it, and has the box and no
paid link (safe messaging guidance; health-publishing rule S3).

Fails:
    ## Thoughts of suicide

    They can come in the first weeks.

Passes:
    ## Thoughts of suicide

    They can come in the first weeks.

    /// crisis
    ///
"""

from collections.abc import Iterator

from citewell.crisis import CrisisContacts
from citewell.page_facts import SELF_HARM
from citewell.page_text.page_text import PageText
from citewell.page_text.readers import is_about_the_site
from citewell.page_text.words_of_crisis import speaks_of_suicide
from citewell.problem import Problem

ID = "crisis-words"


def check(text: PageText, contacts: CrisisContacts) -> Iterator[Problem]:
    """The first words for which the help is missing."""
    page = text.page
    if page.blocks("crisis") or SELF_HARM in page.facts.about or is_about_the_site(page):
        return  # the help is there; another rule asks for it; or the page is about the site's own rules
    has_strip = bool(page.facts.article) and any(line.call for line in contacts.helplines)
    for passage, sentence, found in speaks_of_suicide(text):
        if has_strip and passage.kind != "heading":
            continue
        advice = (
            f"Add the block “crisis”, because this page speaks of “{found.group()}”: a line /// crisis and "
            "a line ///"
        )
        if page.facts.article:
            advice += f". Set “about: [{SELF_HARM}]” at the top of the page, so that nothing is sold on it"
        yield text.problem(ID, passage.place(sentence.typed_at(found.start())), advice)
        return
