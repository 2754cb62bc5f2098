"""What a reader meets on a built page, line by line."""

import pytest

from citewell.comparison.lexbor_page import ShownPage
from tests.comparison.pages import page

LINES = [
    ("<p>One sentence. And a second.</p>", ["One sentence.", "And a second."]),
    ("<p>Dr. Who takes 5 mg, e.g. daily.</p>", ["Dr. Who takes 5 mg, e.g. daily."]),
    ("<h2>Head</h2>Loose <b>words</b><ul><li>a<li>b</ul>", ["Head", "Loose words", "a", "b"]),
    ("<p>line<br>break</p>", ["line", "break"]),
    ("<pre>a: 1\nb: 2</pre>", ["a: 1", "b: 2"]),
    ("<pre># Words. More words.\nNext. Line.</pre>", ["# Words. More words.", "Next. Line."]),
    ("<p>no\nbreak</p>", ["no break"]),
    (
        "<p class='reference-text'>One A. Title. J. 2013.</p><p>So. Then.",
        ["One A. Title. J. 2013.", "So.", "Then."],
    ),
    ("<table><tr><th>Dose<td>5 mg</tr><tr><td>x</table>", ["| Dose | 5 mg", "| x"]),
    ("<p>See <img src=x alt='a curve'> here</p>", ["See [picture: a curve] here"]),
    ("<details><summary>Ask</summary><p>Answer</details>", ["Ask", "Answer"]),
    ("<script>1</script><style>a{}</style><p>Seen</p><svg><text>no</text></svg>", ["Seen"]),
    ("<h1>Head<a class='headerlink' href='#h'>¶</a></h1>", ["Head"]),
    ("<p hidden>Even this</p>", ["Even this"]),
    (
        "<p>It can <span data-references='ref-a ref-b2'>(<a href='#ref-a'>1</a>,2)</span>.</p>",
        ["It can [a, b2]."],
    ),
    ("<nav>Menu</nav><main><article><p>Text</article><aside>x</aside></main><footer>Foot</footer>", ["Text"]),
    ("<nav>Menu</nav><main><p>Text</main><footer>Foot</footer>", ["Text"]),
    ("", []),
]


@pytest.mark.parametrize(("body", "lines"), LINES)
def test_the_lines_of_a_page(body, lines):
    assert list(page(body).lines) == lines


def test_search_engines_read_the_title_and_the_description_too():
    html = b"<title> A  title</title><meta name=description content='What it is.'><p>Text"
    assert ShownPage(html).lines == ("Title: A title", "Description: What it is.", "Text")


def test_a_page_that_is_nested_without_end_is_read():
    assert page("<div>" * 5000 + "deep").lines == ("deep",)


def test_addresses_are_read_as_a_browser_reads_them():
    links = """
        <a href="tel:988">988</a><a href="SMS:988">text</a>
        <a href=" HTTPS://example.org/a\n">a</a><a href="//other.example/">b</a>
        <a href="\\\\third.example">c</a>
        <a href="inside/">d</a><a href="#x">e</a><a href="mailto:a@b.example">f</a>
        <form action="https://votes.example/vote"></form>
        <a href="https://pay.example/" rel="nofollow sponsored">g</a>
    """
    shown = page(links)
    assert shown.calls == {"tel:988", "sms:988"}
    assert shown.outside == {
        "https://example.org/a",
        "//other.example/",
        "\\\\third.example",
        "https://votes.example/vote",
        "https://pay.example/",
    }
    assert shown.sponsored == {"https://pay.example/"}
