"""The lock as a file: what is written is what is read, and a damaged file is told and never believed."""

import datetime as dt
import json
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.bibliography.characters import HIDDEN
from citewell.bibliography.reference import Reference
from citewell.reference_lock.lock import Answered, ReferenceLock
from citewell.reference_lock.lock_file import FILE, RULE, as_json, read_lock
from citewell.reference_lock.notice import KINDS, Notice

DAY = dt.date(2026, 5, 1)
SETID = "fda754f6-d0f3-4dce-a17a-927d64f912f7"
FULL = ReferenceLock(
    {
        "goodwin2017": (
            Answered(
                "crossref",
                "10.1016/j.jad.2017.05.048",
                DAY,
                said={"title": "Emotional “blunting” – a survey", "author": "Holguín-Lew", "year": "2017"},  # noqa: RUF001
                notices=(
                    Notice(
                        "retraction",
                        "Retraction",
                        dt.date(2019, 3, 12),
                        "https://doi.org/10.1000/n",
                        ("Crossref",),
                    ),
                    Notice("correction", "Erratum", None, "", ("Crossref",)),
                ),
            ),
            Answered("pubmed", "28628765", DAY - dt.timedelta(days=3), said={"pmid": "28628765"}),
        ),
        "王2019": (Answered("crossref", "10.1000/two", DAY, found=False, instead="10.1000/three"),),
        "data2020": (Answered("crossref", "10.5281/zenodo.1", DAY, found=False, agency="DataCite"),),
        "label": (Answered("openfda", SETID, DAY, said={"version": "31", "effective": "2026-02-02"}),),
        "notice2019": (Answered("pmc", "PMC1", DAY, said={"notice_of": "28628765, 10.1000/one"}),),
    }
)


def test_what_is_written_is_what_is_read():
    lock, problems = read_lock(as_json(FULL))
    assert problems == []
    assert lock == FULL
    assert as_json(lock) == as_json(FULL)


def test_an_empty_lock_is_read_as_one():
    for lock in (ReferenceLock(), ReferenceLock({"goodwin2017": ()})):
        assert read_lock(as_json(lock)) == (ReferenceLock(), [])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("database", "told_by"), [("crossref", "Crossref"), ("pubmed", "PubMed"), ("openfda", "openFDA")]
)
def test_each_kind_of_notice_comes_back_with_who_tells_of_it(kind, database, told_by):
    notice = Notice(
        kind, "In its own words", dt.date(2019, 3, 12), "https://pubmed.ncbi.nlm.nih.gov/5/", (told_by,)
    )
    lock = ReferenceLock({"one": (Answered(database, "1", DAY, notices=(notice,)),)})
    assert read_lock(as_json(lock)) == (lock, [])


def test_the_order_in_which_works_and_facts_came_changes_no_byte():
    text = as_json(FULL)
    for keys in permutations(FULL.works):
        assert as_json(ReferenceLock({key: FULL.works[key] for key in keys})) == text
    facts = {"title": "T", "author": "A", "year": "2017"}
    texts = {
        as_json(ReferenceLock({"one": (Answered("pubmed", "1", DAY, said=dict(order)),)}))
        for order in permutations(facts.items())
    }
    assert len(texts) == 1


def test_what_is_not_known_is_not_written():
    said = {"title": "T", "volume": "", "abstract": "of a thousand words"}
    text = as_json(ReferenceLock({"one": (Answered("pubmed", "1", DAY, said=said),)}))
    assert json.loads(text)["works"]["one"] == [
        {"database": "pubmed", "asked": "1", "on": "2026-05-01", "found": True, "said": {"title": "T"}}
    ]


def test_a_person_can_read_it_in_a_pull_request():
    text = as_json(FULL)
    assert text.endswith("}\n")
    assert '  "王2019": [\n' in text
    assert '"author": "Holguín-Lew"' in text
    assert max(map(len, text.splitlines())) < 100


ANSWER = {"database": "crossref", "asked": "10.1000/one", "on": "2026-05-01", "found": True}
NOTICE = {
    "kind": "retraction",
    "label": "Retraction",
    "date": "2019-03-12",
    "address": "https://doi.org/10.1000/n",
}


def lock_of(**answers):
    """A file of works, each with its answers, as the command writes it."""
    return json.dumps({"format": 1, "works": answers}, ensure_ascii=False, indent=1) + "\n"


def with_notice(**changed):
    return [{**ANSWER, "notices": [{**NOTICE, **changed}]}]


def without(name, values):
    return {key: value for key, value in values.items() if key != name}


def test_what_these_cases_are_made_of_is_sound():
    lock, problems = read_lock(lock_of(one=with_notice()))
    assert problems == []
    assert lock.works["one"][0].notices[0].ends_trust


TOO_LONG = "x" * 2_001
ANSWERS_DAMAGED = {
    "the answers are a text": "crossref",
    "the answers are a number": 5,
    "the answers are nothing": None,
    "the answers are a mapping": ANSWER,
    "an answer is a text": ["crossref"],
    "an answer is nothing": [None],
    "an answer is a list": [[ANSWER]],
    "an answer is empty": [{}],
    "a second answer is damaged": [ANSWER, {**ANSWER, "on": "yesterday"}],
    "no database": [without("database", ANSWER)],
    "an unknown database": [{**ANSWER, "database": "wikipedia"}],
    "a database by its name in print": [{**ANSWER, "database": "PubMed"}],
    "a database that is a list": [{**ANSWER, "database": ["crossref"]}],
    "a database that is a mapping": [{**ANSWER, "database": {}}],
    "nothing asked": [without("asked", ANSWER)],
    "a number asked": [{**ANSWER, "asked": 28628765}],
    "too long a text asked": [{**ANSWER, "asked": TOO_LONG}],
    "no day": [without("on", ANSWER)],
    "a day that is a number": [{**ANSWER, "on": 20260501}],
    "a day that is nothing": [{**ANSWER, "on": None}],
    "a day in words": [{**ANSWER, "on": "1 May 2026"}],
    "a day that does not exist": [{**ANSWER, "on": "2026-02-30"}],
    "a day without hyphens": [{**ANSWER, "on": "20260501"}],
    "a day by its week": [{**ANSWER, "on": "2026-W18-5"}],
    "a day with a time": [{**ANSWER, "on": "2026-05-01T00:00:00"}],
    "found is a text": [{**ANSWER, "found": "yes"}],
    "found is a number": [{**ANSWER, "found": 1}],
    "found is nothing": [{**ANSWER, "found": None}],
    "found is not said": [without("found", ANSWER)],
    "instead is a number": [{**ANSWER, "instead": 5}],
    "instead is nothing": [{**ANSWER, "instead": None}],
    "agency is a list": [{**ANSWER, "agency": ["DataCite"]}],
    "said is a text": [{**ANSWER, "said": "much"}],
    "said is a list": [{**ANSWER, "said": ["title"]}],
    "said is nothing": [{**ANSWER, "said": None}],
    "a title is a number": [{**ANSWER, "said": {"title": 5}}],
    "a title is nothing": [{**ANSWER, "said": {"title": None}}],
    "a title is a list": [{**ANSWER, "said": {"title": ["T"]}}],
    "a title is too long": [{**ANSWER, "said": {"title": TOO_LONG}}],
    "a year is a number": [{**ANSWER, "said": {"year": 2017}}],
    "a label's day is no day": [{**ANSWER, "said": {"effective": "soon"}}],
    "a label's day is a number": [{**ANSWER, "said": {"effective": 20260202}}],
    "a label's day without hyphens": [{**ANSWER, "said": {"effective": "20260202"}}],
    "the notices are a text": [{**ANSWER, "notices": "retraction"}],
    "the notices are a mapping": [{**ANSWER, "notices": NOTICE}],
    "the notices are nothing": [{**ANSWER, "notices": None}],
    "a notice is a text": [{**ANSWER, "notices": ["retraction"]}],
    "a notice is empty": [{**ANSWER, "notices": [{}]}],
    "a notice without a kind": [{**ANSWER, "notices": [without("kind", NOTICE)]}],
    "a notice without a label": [{**ANSWER, "notices": [without("label", NOTICE)]}],
    "a notice without an address": [{**ANSWER, "notices": [without("address", NOTICE)]}],
    "an unknown kind": with_notice(kind="gossip"),
    "a kind by its name in print": with_notice(kind="Retraction"),
    "a kind that is a list": with_notice(kind=["retraction"]),
    "a label that is a number": with_notice(label=5),
    "a label that is too long": with_notice(label=TOO_LONG),
    "a notice's day in words": with_notice(date="12 March 2019"),
    "a notice's day that does not exist": with_notice(date="2019-02-29"),
    "a notice's day without hyphens": with_notice(date="20190312"),
    "a notice's day is a number": with_notice(date=20190312),
    "a notice's day is nought": with_notice(date=0),
    "a notice's day is false": with_notice(date=False),
    "a notice's day is a list": with_notice(date=[]),
    "a notice's day is an empty text": with_notice(date=""),
    "an address that is a number": with_notice(address=5),
    "an address that is nothing": with_notice(address=None),
    "javascript": with_notice(address="javascript:alert(1)"),
    "javascript with capitals and a blank": with_notice(address=" JavaScript:alert(1)"),
    "javascript behind a hidden character": with_notice(address="\u200bjavascript:alert(1)"),
    "data": with_notice(address="data:text/html,<script>alert(1)</script>"),
    "http": with_notice(address="http://doi.org/10.1000/n"),
    "no scheme": with_notice(address="//doi.org/10.1000/n"),
    "a path": with_notice(address="/admin"),
    "a scheme that begins alike": with_notice(address="https:doi.org"),
    "another host": with_notice(address="https://example.org/10.1000/n"),
    "a host that begins alike": with_notice(address="https://doi.org.example.org/10.1000/n"),
    "a user before another host": with_notice(address="https://doi.org@example.org/10.1000/n"),
    "a tag in the address": with_notice(address="https://doi.org/10.1000/<b>"),
    "a quotation mark in the address": with_notice(address='https://doi.org/10.1000/" onclick="alert(1)'),
    "a notice of the year 1": with_notice(date="0001-01-01"),
    "a notice without words": with_notice(label=" \u200b "),
}


@pytest.mark.parametrize("damaged", ANSWERS_DAMAGED.values(), ids=ANSWERS_DAMAGED)
def test_a_damaged_work_is_told_at_its_line_and_holds_no_answers(damaged):
    text = lock_of(before=[ANSWER], damaged=damaged, behind=with_notice())
    lock, problems = read_lock(text)
    assert sorted(lock.works) == ["before", "behind"]
    assert lock.works["behind"][0].notices[0].kind == "retraction"
    assert [(problem.path, problem.rule, problem.level) for problem in problems] == [(FILE, RULE, "error")]
    assert problems[0].message.startswith(
        "Take this file back from git, or delete it and run `citewell references verify`, which writes it "
        "anew: damaged: "
    )
    assert '"damaged": ' in text.splitlines()[problems[0].line - 1]


def test_each_damaged_work_is_told():
    lock, problems = read_lock(lock_of(one=5, two=[{**ANSWER, "on": ""}], three=[ANSWER]))
    assert list(lock.works) == ["three"]
    assert [problem.message.rpartition("anew: ")[2].partition(":")[0] for problem in problems] == [
        "one",
        "two",
    ]


@pytest.mark.parametrize("again", ["[]", "[{}]", json.dumps([ANSWER])], ids=["empty", "damaged", "clear"])
@pytest.mark.parametrize("is_first", [True, False], ids=["before it", "behind it"])
def test_a_work_that_stands_twice_is_told_and_holds_no_answers(again, is_first):
    works = [f'"one": {again}', f'"one": {json.dumps(with_notice())}']
    lines = [f'"other": {json.dumps([ANSWER])}', *(works if is_first else reversed(works))]
    joined = ",\n".join(lines)
    text = f'{{"format": 1, "works": {{\n{joined}\n}}}}\n'
    lock, problems = read_lock(text)
    assert list(lock.works) == ["other"]
    assert [problem.rule for problem in problems] == [RULE]
    assert '"one": ' in text.splitlines()[problems[0].line - 1]


WHOLE = lock_of(one=with_notice())
FILES_DAMAGED = {
    "empty": ("", 1, "this is no JSON"),
    "blank": ("\n\n", 3, "this is no JSON"),
    "words": ("references\n", 1, "this is no JSON"),
    "cut short": (
        WHOLE[: WHOLE.index("retraction")],
        WHOLE[: WHOLE.index("retraction")].count("\n") + 1,
        "no JSON",
    ),
    "cut short before its last bracket": (WHOLE.rstrip()[:-1], WHOLE.count("\n"), "no JSON"),
    "two in one": (WHOLE + WHOLE, WHOLE.count("\n") + 1, "no JSON"),
    "a merge that is not finished": (f"<<<<<<< HEAD\n{WHOLE}=======\n{WHOLE}>>>>>>> other\n", 1, "no JSON"),
    "a merge that is not finished, in the middle": (
        WHOLE.replace(' "works"', '<<<<<<< HEAD\n "works"'),
        3,
        "no JSON",
    ),
    "a comma too many": ('{"format": 1, "works": {},}', 1, "no JSON"),
    "a byte order mark": (f"\ufeff{WHOLE}", 1, "no JSON"),
    "nought bytes": ("\x00" * 10, 1, "no JSON"),
    "a list": ("[]", 1, "not of the format 1"),
    "a text": ('"works"', 1, "not of the format 1"),
    "a number": ("1", 1, "not of the format 1"),
    "nothing": ("null", 1, "not of the format 1"),
    "no format": ('{"works": {}}', 1, "not of the format 1"),
    "an older format": ('{"format": 0, "works": {}}', 1, "not of the format 1"),
    "a newer format": ('{"format": 2, "works": {}}', 1, "not of the format 1"),
    "a format that is a text": ('{"format": "1", "works": {}}', 1, "not of the format 1"),
    "a format that is true": ('{"format": true, "works": {}}', 1, "not of the format 1"),
    "a format that is no number": ('{"format": NaN, "works": {}}', 1, "not of the format 1"),
    "a format that is endless": ('{"format": Infinity, "works": {}}', 1, "not of the format 1"),
    "a format of 5000 digits": (f'{{"format": {"1" * 5000}, "works": {{}}}}', 1, ""),
    "a day of 5000 digits": (
        f'{{"format": 1, "works": {{"one": [{{"database": "pubmed", "asked": "1", "on": {"1" * 5000}}}]}}}}',
        1,
        "",
    ),
    "no works": ('{"format": 1}', 1, ""),
    "works that are a list": ('{"format": 1, "works": []}', 1, ""),
    "works that are a text": ('{"format": 1, "works": "goodwin2017"}', 1, ""),
    "works that are nothing": ('{"format": 1, "works": null}', 1, ""),
    "lists in lists": ("[" * 200_000, 1, "no JSON that can be read"),
    "mappings in mappings": ('{"format":' * 200_000, 1, "no JSON that can be read"),
    "answers in answers": (
        f'{{"format": 1, "works": {{"one": {"[" * 200_000}{"]" * 200_000}}}}}',
        1,
        "no JSON that can be read",
    ),
}


@pytest.mark.parametrize(("text", "line", "said"), FILES_DAMAGED.values(), ids=FILES_DAMAGED)
def test_a_file_that_cannot_be_read_is_told_and_holds_no_answers(text, line, said):
    lock, problems = read_lock(text)
    assert lock.is_empty
    assert [(problem.path, problem.line, problem.rule, problem.level) for problem in problems] == [
        (FILE, line, RULE, "error")
    ]
    assert problems[0].message.startswith(
        "Take this file back from git, or delete it and run `citewell references verify`, which writes it "
        "anew: "
    )
    assert said in problems[0].message


@pytest.mark.parametrize("end", range(0, len(WHOLE.rstrip()), 7))
def test_a_file_that_is_cut_short_anywhere_is_told(end):
    lock, problems = read_lock(WHOLE[:end])
    assert (lock.is_empty, len(problems)) == (True, 1)
    assert 1 <= problems[0].line <= WHOLE.count("\n") + 1


def test_the_path_of_the_file_is_that_of_the_problem():
    assert read_lock("", "former/references.lock.json")[1][0].path == "former/references.lock.json"


HOSTILE = "Re\u202etra\u200bction\x00 <script>alert(1)</script>\n\n\u2028 \U000e0041& \"'"


def test_hostile_text_comes_back_on_one_line_without_what_is_hidden():
    text = lock_of(
        one=[{**ANSWER, "asked": HOSTILE, "instead": HOSTILE, "agency": HOSTILE, "said": {"title": HOSTILE}}]
    )
    notice = lock_of(two=with_notice(label=HOSTILE, address="https://doi.org/10.1000/n"))
    for read in (text, notice, text.encode().decode(), json.dumps(json.loads(text))):
        lock, problems = read_lock(read)
        assert problems == []
        (answer,) = next(iter(lock.works.values()))
        words = [answer.instead, answer.agency, answer.said.get("title", "")]
        words += [notice.label for notice in answer.notices]
        assert not any(HIDDEN.search(word) or "\n" in word for word in words)
        assert any("Retraction <script>alert(1)</script>" in word for word in words)


@pytest.mark.parametrize("half", ["\\ud800", "\\udfff", "\\ud83d"])
def test_half_a_character_can_be_printed_and_written_again(half):
    text = lock_of(one=with_notice(label="Retr-action")).replace("Retr-action", f"Retr{half}action")
    lock, problems = read_lock(text)
    assert problems == []
    assert lock.works["one"][0].notices[0].label == "Retraction"
    as_json(lock).encode()


@pytest.mark.parametrize(
    "key",
    ["\u202eon\u200be", "\\ud800", "<script>\\u0000", "one\\n\\ntwo", "x" * 5_000],
    ids=["turned around", "half a character", "a control character", "two lines", "long"],
)
def test_the_key_of_a_damaged_work_can_be_printed(key):
    _, problems = read_lock(f'{{"format": 1, "works": {{"{key}": [5]}}}}')
    (message,) = [problem.message for problem in problems]
    message.encode()
    assert not HIDDEN.search(message)
    assert "\n" not in message
    assert len(message) < 300


def test_a_hostile_database_or_kind_can_be_printed():
    for damaged in ([{**ANSWER, "database": HOSTILE}], with_notice(kind=HOSTILE)):
        (message,) = [problem.message for problem in read_lock(lock_of(one=damaged))[1]]
        assert not HIDDEN.search(message)
        assert "\n" not in message


@pytest.mark.parametrize("named", ["database", "kind"])
def test_a_long_value_is_not_printed_whole(named):
    damaged = [{**ANSWER, "database": "x" * 2_000}] if named == "database" else with_notice(kind="x" * 2_000)
    (message,) = [problem.message for problem in read_lock(lock_of(one=damaged))[1]]
    assert len(message) < 300


def test_what_nobody_knows_of_is_passed_over():
    more = {
        **ANSWER,
        "score": 5,
        "said": {"title": "T", "abstract": ["much"]},
        "notices": [{**NOTICE, "by": 1}],
    }
    text = json.dumps({"format": 1, "written_by": ["somebody"], "works": {"one": [more]}, "more": {}})
    lock, problems = read_lock(text)
    assert problems == []
    assert lock.works["one"][0].said == {"title": "T"}


def test_an_answer_may_hold_no_facts_and_a_work_no_answers():
    lock, problems = read_lock(lock_of(one=[ANSWER], two=[]))
    assert problems == []
    assert lock.works == {"one": (Answered("crossref", "10.1000/one", DAY),), "two": ()}


def test_a_notice_may_have_neither_day_nor_address():
    for changed in (
        with_notice(date=None, address=""),
        [{**ANSWER, "notices": [without("date", {**NOTICE, "address": ""})]}],
    ):
        lock, problems = read_lock(lock_of(one=changed))
        assert problems == []
        assert lock.works["one"][0].notices == (Notice("retraction", "Retraction", told_by=("Crossref",)),)


def test_a_work_is_found_by_the_numbers_that_its_reference_has_today():
    lock, _ = read_lock(lock_of(one=[ANSWER, {**ANSWER, "database": "pubmed", "asked": "1"}]))
    reference = Reference("one", "article", {"doi": "10.1000/ONE", "pmid": "2"})
    assert [answer.database for answer in lock.answers(reference)] == ["crossref"]
    assert [answer.asked for answer in lock.left_behind(reference)] == ["1"]


def test_a_work_is_found_whatever_key_it_had():
    lock, _ = read_lock(lock_of(one=[ANSWER], two=[{**ANSWER, "on": "2026-01-01"}]))
    (own,) = lock.answers(Reference("two", "article", {"doi": "10.1000/one"}))
    assert own.on.isoformat() == "2026-01-01"
    (others,) = lock.answers(Reference("renamed", "article", {"doi": "10.1000/one"}))
    assert others.asked == "10.1000/one"
    assert lock.answers(Reference("one", "article", {"doi": "10.1000/two"})) == []


ANY_VALUE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from([*KINDS, "crossref", "pubmed"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*ANSWER, *NOTICE, "said", "notices", "title"]) | st.text(), inner, max_size=6
        )
    ),
    max_leaves=12,
)


@given(ANY_VALUE)
def test_whatever_a_work_holds_it_is_read_or_told(value):
    lock, problems = read_lock(json.dumps({"format": 1, "works": {"one": value, "two": [ANSWER]}}))
    assert ("one" in lock.works) == (problems == [])
    assert "two" in lock.works
    assert read_lock(as_json(lock))[0].works == {
        key: answers for key, answers in lock.works.items() if answers
    }


@given(st.sampled_from([*ANSWER, "said", "notices", "instead", "agency"]), ANY_VALUE)
def test_whatever_an_answer_holds_it_is_read_or_told(name, value):
    lock, problems = read_lock(json.dumps({"format": 1, "works": {"one": [{**ANSWER, name: value}]}}))
    assert ("one" in lock.works) == (problems == [])
    assert read_lock(as_json(lock)) == (lock, [])


@given(st.sampled_from([*NOTICE]), ANY_VALUE)
def test_whatever_a_notice_holds_it_is_read_or_told(name, value):
    lock, problems = read_lock(json.dumps({"format": 1, "works": {"one": with_notice(**{name: value})}}))
    assert ("one" in lock.works) == (problems == [])
    assert all(
        one.address.startswith("https://") or not one.address
        for a in lock.works.values()
        for one in a[0].notices
    )
    assert read_lock(as_json(lock)) == (lock, [])


@given(st.integers(0, len(as_json(FULL))), st.integers(0, 40), st.text(max_size=5))
def test_whatever_is_typed_over_a_file_it_is_read_or_told(at, length, typed):
    text = as_json(FULL)
    lock, problems = read_lock(text[:at] + typed + text[at + length :])
    as_json(lock)
    assert all(problem.line >= 1 and problem.rule == RULE for problem in problems)
