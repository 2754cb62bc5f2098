import datetime as dt
import gzip
import json
from random import Random

from benchmarks.vocabulary import phrase, title
from citewell.crisis import CrisisContacts, Emergency, Helpline
from citewell.search.names_index import names_index
from citewell.search.searched_page import PART, WHOLE, PageNames, SearchedPage

MOST_BYTES = 30 * 1024
SYLLABLES = "ba cel dor fen gli ho ja kul lam mir nex o pra qui ros ser tra u vil xan yo zol".split()  # noqa: SIM905
DAY = {"seen": dt.date(2026, 1, 2), "seen_in": "a list"}


def page(address="a/", title="A", state="", names=PageNames()):  # noqa: B008
    return SearchedPage(address, title, state, names)


def a_thousand_pages():
    """The first pages of a thousand articles, each on a medicine of its own with one brand name or two.

    One medicine in four has a misspelling that is farther off than the search forgives: 3,750 names.
    """
    random = Random("names")
    pages = []
    for number in range(1000):
        generic, *brands = ("".join(random.choices(SYLLABLES, k=4)) for _ in range(2 + number % 2))
        misspelt = [f"{brands[0][3:]}{brands[0][:3]}"] if number % 4 == 0 else []
        names = PageNames(("SSRI",), generic, (*brands, *misspelt), WHOLE)
        outcome = phrase(random, 2)
        state = f"Reviewed by {title(random, 2)}." if number % 10 == 0 else "Not yet reviewed by a clinician."
        pages.append(
            page(f"{generic}-and-{outcome.split()[0]}/", f"Does {generic} cause {outcome}?", state, names)
        )
    return pages


def test_a_thousand_names_stay_small():
    sent = gzip.compress(names_index(a_thousand_pages(), CrisisContacts()).encode(), compresslevel=6, mtime=0)
    assert len(sent) <= MOST_BYTES


def test_the_order_of_the_pages_changes_nothing():
    pages = [page(address) for address in ("b/", "a/", "c/")]
    assert names_index(pages, CrisisContacts()) == names_index(pages[::-1], CrisisContacts())


def test_a_page_stands_with_its_state_its_kind_and_each_name_once():
    names = PageNames(("SSRI", "A", "SSRI"), "sertraline", ("Zoloft", "Zoloft"), WHOLE)
    index = json.loads(names_index([page(state="Not yet.", names=names)], CrisisContacts()))
    assert index["pages"] == [["a/", "A", 0, 0, ["sertraline", "Zoloft"], "SSRI"]]
    assert (index["states"], index["kinds"]) == (["Not yet."], [WHOLE])


def test_a_part_of_an_answer_without_names_of_its_own_is_left_to_the_full_text():
    names = PageNames((), "sertraline", ("Zoloft",), PART, "A?", has_name=False)
    assert json.loads(names_index([page(names=names)], CrisisContacts()))["pages"] == []


def test_whom_to_call_stands_as_a_browser_dials_it():
    line = Helpline(
        "Here", "Line", call="116 123", text="+44 85", address="https://e.org", hours="always", **DAY
    )
    contacts = CrisisContacts((Emergency("Here", ("112", "999"), **DAY),), (line,))
    assert json.loads(names_index([], contacts))["crisis"]["contacts"] == [
        {
            "name": "Line",
            "region": "Here",
            "hours": "always",
            "ways": [
                ["tel:116123", "Call 116 123"],
                ["sms:+4485", "Text +44 85"],
                ["https://e.org", "e.org"],
            ],
        },
        {"region": "Here", "ways": [["tel:112", "112"], ["tel:999", "999"]]},
    ]
