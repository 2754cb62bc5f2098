"""Every database in every bad mood: no answer, with a reason, and never the answer for another work."""

import pytest

from citewell.databases import crossref, openfda, pmc, pubmed
from citewell.databases.http_client import NoAnswerError
from tests.databases.stub import BAD_MOODS, Work

WORK = Work("10.1016/j.jad.2017.05.048", "28628765", "PMC8650205", title="Emotional blunting")
SET_ID = "fda754f6-d0f3-4dce-a17a-927d64f912f7"
LABEL = {"set_id": SET_ID, "version": "37", "effective_time": "20230808"}


def one(answers, identifier):
    (found,) = answers
    answer = found[identifier]
    if isinstance(answer, NoAnswerError):
        raise answer
    return answer


ASK = {
    "crossref": lambda client: crossref.ask(client, WORK.doi),
    "pubmed": lambda client: one(pubmed.ask(client, [WORK.pmid]), WORK.pmid),
    "pmc": lambda client: one(pmc.ask(client, [WORK.pmcid]), WORK.pmcid),
    "openfda": lambda client: openfda.ask(client, SET_ID),
}
REASONS = {
    "silent": "gave no answer in time",
    "busy": "answered 429",
    "broken": "answered 500",
    "forbidden": "answered 403",
    "web_page": "sent a web page where",
    "truncated": "sent a broken answer where",
    "nothing": "sent nothing where",
    "cut_off": "broke off its answer",
    "loop": "sent from address to address without end",
    "elsewhere": "cannot be asked",
    "huge": "more than 20,000,000 bytes",
}
OWN_TESTS = {"another_work", "busy_for_a_second"}


@pytest.fixture(autouse=True)
def full(stub):
    stub.works = [WORK]
    stub.labels = {SET_ID: LABEL}
    return stub


@pytest.mark.parametrize("database", ASK)
def test_a_database_in_a_good_mood_knows_the_work(database, client):
    assert ASK[database](client).record is not None


@pytest.mark.parametrize("database", ASK)
@pytest.mark.parametrize("mood", sorted(set(BAD_MOODS) - OWN_TESTS))
def test_a_bad_mood_is_no_answer(mood, database, full, client):
    full.put(database, mood)
    with pytest.raises(NoAnswerError, match=REASONS.get(mood, ".")):
        ASK[database](client)


@pytest.mark.parametrize("database", ASK)
def test_another_work_is_never_taken_for_the_one_that_was_asked_for(database, full, client):
    full.put(database, "another_work")
    try:
        answer = ASK[database](client)
    except NoAnswerError:
        return
    assert answer.record is None
    assert answer.instead


@pytest.mark.parametrize("database", ASK)
@pytest.mark.parametrize("mood", ["busy", "broken", "cut_off", "silent"])
def test_a_mood_that_passes_is_waited_out(mood, database, full, client):
    full.put(database, mood, times=2)
    assert ASK[database](client).record is not None


def test_a_database_is_waited_for_as_long_as_it_says(full, client):
    full.put("crossref", "busy_for_a_second", times=1)
    assert crossref.ask(client, WORK.doi).record is not None
    first, second = (at for at, path in full.asked if path.startswith("/crossref"))
    assert second - first >= 1


@pytest.mark.parametrize("mood", ["web_page", "truncated", "nothing", "broken", "deep", "wrong_types"])
def test_a_bad_answer_is_not_kept(mood, full, client):
    full.put("crossref", mood, times=1 if mood != "broken" else 3)
    with pytest.raises(NoAnswerError):
        crossref.ask(client, WORK.doi)
    if mood == "wrong_types":  # sound JSON of another shape is kept for a day as any other
        return
    assert crossref.ask(client, WORK.doi).record is not None


def test_a_database_is_left_alone_after_three_failures(full, client):
    full.put("crossref", "forbidden")
    for _ in range(5):
        with pytest.raises(NoAnswerError):
            crossref.ask(client, WORK.doi)
    assert len(full.paths("crossref")) == 3
    with pytest.raises(NoAnswerError, match="not asked any more after 3 failures: answered 403"):
        crossref.ask(client, WORK.doi)
    assert one(pubmed.ask(client, [WORK.pmid]), WORK.pmid).record  # the others are asked on


def test_a_server_that_is_not_there_is_told_so(full, client):
    full.close()
    with pytest.raises(NoAnswerError, match="cannot be reached"):
        crossref.ask(client, WORK.doi)
