"""A second process does the last items: the results are those of one process, whatever becomes of it."""

import os
import signal

import pytest

from citewell import work_ahead
from citewell.work_ahead import WorkAhead, divided

HERE = os.getpid()


def is_second():
    return os.getpid() != HERE


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch):
    """Fork whatever else the tests' own process runs: what is forked here uses none of it."""
    monkeypatch.setattr(work_ahead, "can_fork", lambda: hasattr(os, "fork"))


def square(number):
    return number * number


@pytest.mark.parametrize("processes", [1, 2, 3, None])
def test_the_results_come_in_order(processes, tmp_path):
    made = divided(square, range(500), worth=1, folder=tmp_path, processes=processes)
    assert list(made) == [square(number) for number in range(500)]


class Both:
    """Has each process wait, with its first item, until the other one has begun one too."""

    def __init__(self):
        self._first, self._second = os.pipe(), os.pipe()
        self._met = False

    def have_begun(self):
        if self._met:
            return
        self._met = True
        heard, said = (self._first, self._second) if is_second() else (self._second, self._first)
        os.write(said[1], b".")
        os.read(heard[0], 1)


@pytest.fixture
def both():
    return Both()


def test_both_processes_do_a_part(tmp_path, both):
    def work(number):
        both.have_begun()
        return number, is_second()

    done = list(divided(work, range(50), worth=1, folder=tmp_path))
    assert [number for number, _ in done] == list(range(50))
    assert {who for _, who in done} == {False, True}


@pytest.mark.parametrize("items", [0, 1, 2, 9])
def test_few_items_are_done_by_one(items, tmp_path):
    assert list(divided(lambda _: is_second(), range(items), worth=10, folder=tmp_path)) == [False] * items


def fails_there(number):
    if is_second():
        raise ValueError(number)
    return square(number)


def has_no_result_there(number):
    return None if is_second() else square(number)


def dies_there(number):
    if is_second():
        os.kill(os.getpid(), signal.SIGKILL)
    return square(number)


def gives_there_what_cannot_be_sent(number):
    return (lambda: None) if is_second() else square(number)


@pytest.mark.parametrize(
    "work", [fails_there, has_no_result_there, dies_there, gives_there_what_cannot_be_sent]
)
def test_what_the_second_process_cannot_do_the_first_one_does(work, tmp_path, both):
    def work_once_both_have_begun(number):
        both.have_begun()
        return work(number)

    found = list(divided(work_once_both_have_begun, range(50), worth=1, folder=tmp_path))
    assert found == [square(number) for number in range(50)]


def test_a_mistake_in_the_first_process_is_told_and_ends_the_second(tmp_path, monkeypatch, both):
    forked = []
    fork = os.fork

    def noted():
        forked.append(fork())
        return forked[-1]

    monkeypatch.setattr(os, "fork", noted)

    def fails_here(number):
        both.have_begun()
        if not is_second():
            raise ValueError(number)
        return number

    with pytest.raises(ValueError, match="0"):
        list(divided(fails_here, range(50), worth=1, folder=tmp_path))
    (second,) = forked
    with pytest.raises(ChildProcessError):
        os.waitpid(second, os.WNOHANG)


def test_what_one_of_three_processes_cannot_do_is_done(tmp_path):
    """Each of the others dies with its first item, which is then to be found by nobody but the first."""
    found = divided(dies_there, range(50), worth=1, folder=tmp_path, processes=3)
    assert list(found) == [square(number) for number in range(50)]


@pytest.mark.parametrize("dies", [False, True], ids=["it lives", "it dies"])
def test_whether_it_did_all_that_it_had_begun_is_told(dies, tmp_path, both):
    def work(number):
        both.have_begun()
        if dies:
            os.kill(os.getpid(), signal.SIGKILL)
        return square(number)

    ahead = WorkAhead(range(20), work, tmp_path)
    both.have_begun()
    found = [ahead.take(number) for number in range(20)]
    assert ahead.end() is not dies
    assert {square(number) for number in range(20)} | {None} >= set(found)
