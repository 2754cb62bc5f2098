import pytest

from citewell.citations.out_of_search import hide, show

CITED = '<span class="citation" data-references="ref-a">(<a href="#ref-a">1</a>)</span>'
LIST = '<ol class="reference-list"><li>A</li></ol>'


@pytest.mark.parametrize(
    ("html", "searched"),
    [
        (f"<p>cannot cry {CITED}.</p>", "<p>cannot cry.</p>"),
        (f"<p>cry{CITED}, {CITED}</p>", "<p>cry,</p>"),
        (f"<p>cry\n{CITED}.</p>", "<p>cry\n.</p>"),
        (f"<h2>References</h2>{LIST}<p>After</p>", "<h2>References</h2><p>After</p>"),
        ("<p>Nothing cited</p>", "<p>Nothing cited</p>"),
        ('<p><span class="other">x</span></p>', '<p><span class="other">x</span></p>'),
    ],
)
def test_hides_and_shows(html, searched):
    hidden_in, hidden = hide(html)
    without_places = hidden_in
    for number in range(len(hidden)):
        for space in ("", "_"):
            without_places = without_places.replace(f"<!--\x02{space}{number}\x03-->", "")
    assert without_places == searched
    assert show(hidden_in, hidden) == html


def test_shows_what_others_have_changed():
    hidden_in, hidden = hide(f"<p>One {CITED}.</p>")
    assert show(hidden_in.replace("One", "Two"), hidden) == f"<p>Two {CITED}.</p>"
