# ruff: noqa: RUF001 - look-alike characters are what is tested
"""DOI, PMID, PMCID, Bookshelf number, ISBN and URL: the canonical form, or what to write instead."""

import pytest

from citewell.bibliography.fault import Malformed
from citewell.bibliography.identifiers import IDENTIFIERS

CANONICAL = [
    ("doi", "10.1016/S0034-7450(13)70026-X", "10.1016/S0034-7450(13)70026-X"),
    ("doi", "https://doi.org/10.1016/j.jad.2017.05.048", "10.1016/j.jad.2017.05.048"),
    ("doi", "http://dx.doi.org/10.1016/j.jad.2017.05.048", "10.1016/j.jad.2017.05.048"),
    ("doi", "doi.org/10.1016/j.jad.2017.05.048", "10.1016/j.jad.2017.05.048"),
    ("doi", "https://www.doi.org/10.1016/j.jad.2017.05.048", "10.1016/j.jad.2017.05.048"),
    ("doi", "doi:10.1016/j.jad.2017.05.048", "10.1016/j.jad.2017.05.048"),
    ("doi", "DOI: 10.1016/j.jad.2017.05.048", "10.1016/j.jad.2017.05.048"),
    ("doi", "info:doi/10.1016/j.jad.2017.05.048", "10.1016/j.jad.2017.05.048"),
    ("doi", "https://doi.org/10.1016/S0034-7450%2813%2970026-X", "10.1016/S0034-7450(13)70026-X"),
    ("doi", "10.1002/(SICI)1097-4679(199708)53:5<453::AID-JCLP5>3.0.CO;2-B",
            "10.1002/(SICI)1097-4679(199708)53:5<453::AID-JCLP5>3.0.CO;2-B"),
    ("doi", "10.1000.10/a_b;c/d[e]", "10.1000.10/a_b;c/d[e]"),
    ("pmid", "26573114", "26573114"),
    ("pmid", "PMID: 26573114", "26573114"),
    ("pmid", "https://pubmed.ncbi.nlm.nih.gov/26573114/", "26573114"),
    ("pmid", "https://www.ncbi.nlm.nih.gov/pubmed/26573114", "26573114"),
    ("pmid", "1", "1"),
    ("pmcid", "PMC3950535", "PMC3950535"),
    ("pmcid", "pmc3950535", "PMC3950535"),
    ("pmcid", "PMCID: PMC3950535", "PMC3950535"),
    ("pmcid", "https://pmc.ncbi.nlm.nih.gov/articles/PMC3950535/", "PMC3950535"),
    ("pmcid", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3950535", "PMC3950535"),
    ("nbk", "NBK547689", "NBK547689"),
    ("nbk", "nbk547689", "NBK547689"),
    ("nbk", "https://www.ncbi.nlm.nih.gov/books/NBK547689/", "NBK547689"),
    ("isbn", "978-0-306-40615-7", "978-0-306-40615-7"),
    ("isbn", "9780306406157", "9780306406157"),
    ("isbn", "0-306-40615-2", "0-306-40615-2"),
    ("isbn", "0 8044 2957 X", "0 8044 2957 X"),
    ("isbn", "080442957x", "080442957x"),
    ("isbn", "ISBN-13: 978-0-306-40615-7", "978-0-306-40615-7"),
    ("isbn", "978‐0‑306–40615‒7", "978-0-306-40615-7"),
    ("url", "https://www.ncbi.nlm.nih.gov/books/NBK547689/", "https://www.ncbi.nlm.nih.gov/books/NBK547689/"),
    ("url", "http://localhost:8000/", "http://localhost:8000/"),
    ("url", "HTTPS://www2.hse.ie/a?b=c&d=%20#e", "HTTPS://www2.hse.ie/a?b=c&d=%20#e"),
    ("url", "https://medium.com/@someone/post", "https://medium.com/@someone/post"),
    ("url", "https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
    ("url", "https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
    ("url", "https://bücher.example/straße", "https://bücher.example/straße"),
]  # fmt: skip

MALFORMED = [
    # field, what was typed, a word that the advice must hold
    ("doi", "10.1016", "slash"),
    ("doi", "10.1016/", "slash"),
    ("doi", "10.16/j.jad", "slash"),
    ("doi", "S0034-7450(13)70026-X", "10."),
    ("doi", "https://www.sciencedirect.com/science/article/pii/S0034745013700269", "10."),
    ("doi", "https://doi-org.example.edu/10.1016/j.jad", "10."),
    ("doi", "10.1016/j.jad 2017", "blank"),
    ("doi", "10.1016/j.jad.", "“.”"),
    ("doi", "10.1016/j.jad,", "“,”"),
    ("doi", "10.1016/S0034–7450", "“–”"),
    ("doi", "10.1016/\u200bj.jad", "U+200B"),
    ("doi", '10.1016/"><script>', '“"”'),
    ("doi", "10.1016/a\\b", "“\\”"),
    ("doi", "10.1016/5&lt;4", "<"),
    ("pmid", "PMC3950535", "pmcid"),
    ("pmid", "0123", "number"),
    ("pmid", "123456789", "eight digits"),
    ("pmid", "26573114, 26573115", "number"),
    ("pmid", "٢٦٥٧٣١١٤", "number"),
    ("pmid", "javascript:alert(1)", "number"),
    ("pmcid", "3950535", "PMC3950535"),
    ("pmcid", "PMC", "PMC3950535"),
    ("pmcid", "PMC3950535.1", "PMC3950535"),
    ("nbk", "547689", "NBK547689"),
    ("isbn", "978-0-306-40615-8", "last digit"),
    ("isbn", "0-306-40615-3", "last digit"),
    ("isbn", "123", "10 or 13"),
    ("isbn", "978-0-306-40615-7 (print)", "10 or 13"),
    ("isbn", "977-0-306-40615-7", "10 or 13"),
    ("isbn", "--9780306406157", "10 or 13"),
    ("url", "javascript:alert(1)", "https://"),
    ("url", "JavaScript:alert(1)", "https://"),
    ("url", "data:text/html,x", "https://"),
    ("url", "ftp://example.org/", "https://"),
    ("url", "file:///etc/passwd", "https://"),
    ("url", "mailto:someone@example.org", "https://"),
    ("url", "www.nhs.uk/medicines", "https://www.nhs.uk/medicines"),
    ("url", "//www.nhs.uk/", "https://www.nhs.uk/"),
    ("url", "nhs.uk", "https://"),
    ("url", "localhost:8000", "https://"),
    ("url", "https://", "name of the site"),
    ("url", "https:///path", "name of the site"),
    ("url", "https://www.nhs.uk@example.org/", "user name"),
    ("url", "https://user:secret@example.org/", "user name"),
    ("url", "https://example.org:port/", "name of the site"),
    ("url", "https://exa mple.org/", "blank"),
    ("url", 'https://example.org/"onclick="', '“"”'),
    ("url", "https://example.org/<script>", "“<”"),
    ("url", "https://example.org\\@evil.example/", "“\\”"),
    ("url", "https://[::1/", "name of the site"),
    ("url", "https://-/", "name of the site"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "typed", "canonical"), CANONICAL)
def test_canonical_form(field, typed, canonical):
    assert IDENTIFIERS[field](typed) == canonical


@pytest.mark.parametrize(("field", "canonical"), [(field, canonical) for field, _, canonical in CANONICAL])
def test_the_canonical_form_is_its_own(field, canonical):
    assert IDENTIFIERS[field](canonical) == canonical


@pytest.mark.parametrize(("field", "typed", "advice"), MALFORMED)
def test_malformed(field, typed, advice):
    found = IDENTIFIERS[field](typed)
    assert isinstance(found, Malformed), found
    assert advice in found.advice


@pytest.mark.parametrize("field", IDENTIFIERS)
@pytest.mark.parametrize(
    "typed", ["", " ", "\x00", "\ud800", "x" * 100_000, "https://" + "[" * 1000, "10.1000/" + "(" * 1000]
)
def test_no_text_raises(field, typed):
    found = IDENTIFIERS[field](typed)
    assert isinstance(found, str | Malformed)
