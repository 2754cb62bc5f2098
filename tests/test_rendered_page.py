from citewell.rendered_page import heading_of, listed_keys, plain_text


def test_words_are_read_off_html():
    assert plain_text("A <em>b</em> &lt;c&gt;\n d") == "A b <c> d"
    assert heading_of('<h1 id="x">R&amp;D <a class="headerlink" href="#x"> </a></h1><h1>Two</h1>') == "R&D"
    assert heading_of("<p>None</p>") == ""


def test_the_works_of_a_page_are_those_of_its_list():
    entry = '<li class="reference" id="ref-{}">…</li>'
    other = '<li class="reference reference-index__work" id="work-c">…</li>'
    assert listed_keys(entry.format("b") + entry.format("a:1/x") + other) == ["b", "a:1/x"]
