import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from citewell.blocks.leftovers import leftover_block
from citewell.boxes.extension import BoxesExtension
from citewell.boxes.lead import split
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
    html = Markdown(extensions=[BoxesExtension({}, CrisisContacts())]).convert(typed)
    parts = [" ".join(BeautifulSoup(part, "html.parser").get_text(" ").split()) for part in split(html)]
    assert parts == [lead, text]


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
