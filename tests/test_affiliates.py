"""The link of a programme, made of the file and of nothing else. Its faults: tests/checks/affiliates.md."""

import pytest

from citewell.affiliates import is_paid, paid_hosts, read_affiliates

FILE = """
talks:
  name: Talks
  status: {status}
  address: https://www.talks.example/start
  host: www.talks.example
  partner_id: {partner_id}
  partner_parameter: from
  sells: books
  pays_for: buys one
  since: 2026-01-02
  limits: [It is for adults.]
  unpaid: [Ask your doctor.]
"""


def read(status="on", partner_id='"42"'):
    affiliates, problems = read_affiliates(FILE.format(status=status, partner_id=partner_id))
    assert problems == []
    return affiliates["talks"]


@pytest.mark.parametrize(
    ("partner_id", "link", "has_partner_id"),
    [
        ('"42"', "https://www.talks.example/start?from=42", True),
        ("", "https://www.talks.example/start", False),
    ],
)
def test_the_link_carries_the_partner_s_number_and_nothing_else(partner_id, link, has_partner_id):
    programme = read(partner_id=partner_id)
    assert (programme.link, programme.has_partner_id) == (link, has_partner_id)


@pytest.mark.parametrize(("status", "is_on"), [("on", True), ("off", False), ("yes", True), ("no", False)])
def test_a_programme_is_switched_in_one_line(status, is_on):
    assert read(status).is_on == is_on


def test_the_disclosure_names_the_partner_and_the_money():
    assert read().disclosure == "This is a paid link. Talks pays us when a reader buys one."


@pytest.mark.parametrize(
    ("host", "paid"),
    [
        ("www.talks.example", True),
        ("talks.example", True),
        ("go.talks.example", True),
        ("TALKS.example.", True),
        ("nottalks.example", False),
        ("talks.example.org", False),
        ("example", False),
        ("", False),
    ],
)
def test_all_hosts_of_a_partner_are_paid(host, paid):
    assert is_paid(host, paid_hosts({"talks": read()})) == paid
