import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from citewell.bibliography.reference import Library, Reference
from citewell.blocks.leftovers import leftover_block
from citewell.boxes.extension import BoxesExtension
from citewell.boxes.lead import split
from citewell.citations.extension import CitationsExtension
from citewell.crisis import CrisisContacts

ANSWER = "/// answer\nYes.\n///"


@pytest.mark.parametrize(
    ("typed", "lead", "text"),
    [
        (f"# T\n\n{ANSWER}\n\nText.", "T Short answer Yes.", "Text."),
        ("# T\n\nLead.\n\nText.", "T Lead.", "Text."),
        ("# T\n\n## Two\n\nText.", "T", "Two Text."),
        ("# T\n\n- one\n\nText.", "T", "one Text."),
        ("Lead.\n\nText.", "Lead.", "Text."),
        ("## Two\n\nText.", "", "Two Text."),
        ("# T", "T", ""),
        ("", "", ""),
    ],
)
def test_the_lead_is_the_answer_or_the_first_paragraph(typed, lead, text):
    assert parts(typed) == [lead, text, ""]


@pytest.mark.parametrize(
    ("typed", "text", "references"),
    [
        ("# T\n\nLead.\n\nText [@a].", "Text ( 1 ) .", "References Work. 2020."),
        ("# T\n\nLead [@a].", "", "References Work. 2020."),
        ("Text [@a].\n\n\\bibliography\n\nMore.", "References Work. 2020. More.", ""),
        (
            '# T\n\nLead.\n\n<section data-after-text="">Typed.</section>\n\nText [@a].',
            "Typed. Text ( 1 ) .",
            "References Work. 2020.",
        ),
    ],
)
def test_the_list_that_ends_a_page_is_told_from_its_text(typed, text, references):
    assert parts(typed)[1:] == [text, references]


def parts(typed):
    """The words of each part of a page, without the links back."""
    library = Library((Reference("a", "misc", {"title": "Work", "year": "2020"}),))
    extensions = [BoxesExtension({}, CrisisContacts()), CitationsExtension(library=library)]
    html = Markdown(extensions=extensions).convert(typed)
    trees = [BeautifulSoup(part, "html.parser") for part in split(html)]
    for tree in trees:
        for links in tree.select(".reference-backlinks"):
            links.decompose()
    return [" ".join(tree.get_text(" ").split()) for tree in trees]


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p>/// answer\nYes.</p>", "/// answer"),
        ("<div>\n  /// crisis\n</div>", "/// crisis"),
        ("<p><code>/// answer</code></p><pre>\n///\n</pre>", ""),
        ("<p>file:///etc and a///b</p>", ""),
        ("<p>//</p>", ""),
    ],
)
def test_slashes_that_a_reader_would_see_are_found(html, line):
    assert leftover_block(html) == line
