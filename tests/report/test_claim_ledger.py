import pytest

from citewell.report.claim_ledger import ClaimEntry, claim_table, claims_of
from citewell.report.reports import make_reports
from citewell.site import load_site
from tests.report.editors_site import TODAY, write_site

FOUND = "new2022: blunting: 46% (adults; medicine: any)"


def entry(certainty):
    return ClaimEntry("docs/a.md", 1, "c", certainty, "S.", ("a",), ("A",), ())


@pytest.fixture
def claims_in(tmp_path):
    """The claims of a page of the example site."""

    def claims_in(text):
        site, _ = load_site(write_site(tmp_path, **{"docs/x.md": text}), TODAY)
        [page] = [page for page in site.pages if page.source.path == "docs/x.md"]
        return list(claims_of(page, site.library))

    return claims_in


def test_a_claim_with_certainty_works_and_findings(tmp_path):
    site, problems = load_site(write_site(tmp_path), TODAY)
    [claim] = make_reports(site, problems, ["claims"], TODAY).claims  # those for editors are examples
    assert claim == ClaimEntry(
        page="docs/tears/index.md",
        line=14,
        claim="can-happen",
        certainty="low",
        statement="Some people cannot cry.",
        keys=("old2010", "new2022"),
        works=("Old 2010", "New and Other 2022"),
        findings=("old2010: no tears: 7 people (adults; medicine: SSRIs)", FOUND),
    )


@pytest.mark.parametrize(
    ("options", "body", "keys", "findings"),
    [
        ("findings: [new2022/1]", "So [@new2022].", ("new2022",), (FOUND,)),
        ("findings: new2022/1", "So [@new2022].", ("new2022",), ()),
        ("certainty: low", "So [@new2022].", ("new2022",), ()),
        ("findings: [7, new2022/9]", "So [@New2022] and so [@new2022].", ("new2022",), ()),
        ("certainty: low", "So [@nope], and `[@bare]`.", (), ()),
    ],
)
def test_what_is_typed_wrongly_is_left_to_the_rules(claims_in, options, body, keys, findings):
    [claim] = claims_in(f"/// claim | x\n    {options}\n\n{body}\n///\n")
    assert (claim.keys, claim.findings) == (keys, findings)


def test_a_statement_of_two_paragraphs_stays_whole(claims_in):
    [claim] = claims_in("/// claim | x\n    certainty: low\n\nOne [@bare].\n\nTwo *of* two.\n///\n")
    assert claim.statement == "One. Two of two."


def test_the_table_counts_all_levels_and_those_that_are_none():
    table = claim_table([entry("low"), entry("low"), entry("high"), entry("sure"), entry("")])
    figures = {figure.name: figure.value for figure in table.figures}
    assert figures["claims"] == 5
    assert figures["works"] == 1
    assert list(figures["certainty"].items()) == [
        ("high", 1),
        ("moderate", 0),
        ("low", 2),
        ("very-low", 0),
        ("unknown", 0),
        ("", 1),
        ("sure", 1),
    ]
