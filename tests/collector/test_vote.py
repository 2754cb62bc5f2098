from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st

from citewell.collector.refusal import Refusal
from citewell.collector.vote import Vote, read_vote
from citewell.feedback.answers import REASONS, YES


@given(
    st.text(),
    st.text("0123456789abcdef", min_size=10, max_size=10),
    st.sampled_from([YES, *REASONS]),
    st.permutations(["page", "revision", "answer"]),
)
def test_what_a_form_sends_is_read_in_any_order(page, revision, answer, order):
    fields = {"page": page, "revision": revision, "answer": answer}
    body = urlencode([(name, fields[name]) for name in order]).encode()
    assert read_vote(body) == Vote(page, revision, answer)


@given(st.binary() | st.text("pagerevisionansw=&%;+ 0f\0", max_size=80).map(str.encode))
def test_any_other_bytes_are_refused_and_never_fail(body):
    refused = read = None
    try:
        read = read_vote(body)
    except Refusal as refusal:
        refused = refusal
    assert (read is None) == (refused is not None)
    assert refused is None or refused.status == 422
    assert read is None or read.answer in {YES, *REASONS}


def test_a_no_is_counted_with_its_reason():
    assert [(vote.vote, vote.reason) for vote in (Vote("", "", YES), Vote("", "", "seems-wrong"))] == [
        ("yes", ""),
        ("no", "seems-wrong"),
    ]
