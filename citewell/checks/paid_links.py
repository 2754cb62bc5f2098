"""A link to a partner that pays stands in its referral box and nowhere else.

A reader must be told before the link that somebody pays for it (health-publishing rules M1 and M4; 16 CFR
255.0(f)). An address that counts who sent a reader, or that hides where it leads, is a paid link that nobody
has told of.

Fails:
    Talk to [a therapist](https://www.betterhelp.com/).

Passes:
    /// referral | betterhelp
    ///
"""

from collections.abc import Iterator

from citewell.affiliates import Affiliates, is_paid, paid_hosts
from citewell.article import Page
from citewell.bibliography.reference import Library
from citewell.problem import Problem
from citewell.web_addresses import addresses, host_of, parameters_of

ID = "paid-links"
SHORTENERS = frozenset(
    {"amzn.to", "bit.ly", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rebrand.ly"}
    | {"shorturl.at", "t.co", "t.ly", "tinyurl.com", "trib.al"}
)
"""Hosts whose addresses hide where they lead."""
COUNTING_PARAMETERS = frozenset(
    {"aff", "aff_id", "affid", "affiliate", "affiliate_id", "clickid", "click_id", "fbclid", "gclid"}
    | {"irclickid", "msclkid", "partner_id", "ref", "ref_id", "referral", "subid", "sub_id"}
)
"""Parameters by which an address says who sent a reader; so do those that begin with `utm_`."""


def check(page: Page, affiliates: Affiliates) -> Iterator[Problem]:
    """The paid links of a page that no box tells of, each at its address."""
    source = page.source
    hosts = paid_hosts(affiliates)
    if not any(_advice(address, hosts, affiliates) for _, address in addresses(source.text)):
        return  # what is code and what is not need not be told apart
    for offset, address in addresses(source.links_and_prose):
        if advice := _advice(address, hosts, affiliates):
            yield Problem(source.path, *source.place(offset), ID, advice)


def check_references(library: Library, affiliates: Affiliates) -> Iterator[Problem]:
    """The paid links of the bibliography, each at its entry."""
    hosts = paid_hosts(affiliates)
    for reference in library:
        for text in reference.fields.values():
            for _, address in addresses(text):
                if advice := _advice(address, hosts, affiliates):
                    yield Problem(reference.path, reference.line, 1, ID, f"In “{reference.key}”: {advice}")


def _advice(address: str, hosts: frozenset[str], affiliates: Affiliates) -> str:
    host = host_of(address)
    if is_paid(host, hosts):
        keys = [key for key, programme in affiliates.items() if is_paid(host, frozenset({programme.host}))]
        return f"Take out this link to {host} and use the block /// referral | {keys[0]}: it says who pays"
    if host in SHORTENERS:
        return f"Write the address that {host} leads to: a reader must see where a link goes"
    counting = [
        name for name in parameters_of(address) if name in COUNTING_PARAMETERS or name.startswith("utm_")
    ]
    if counting:
        return f"Take “{counting[0]}” out of this address: it tells {host} who sent the reader"
    return ""
