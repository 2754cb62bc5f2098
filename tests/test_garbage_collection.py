"""What a build changes of Python's looking for circles is as before when it ends, however it ends."""

import gc

import pytest

from citewell.garbage_collection import (
    collect_as_usual,
    collect_rarely,
    pass_over_what_is_there,
    without_collecting,
)


def test_a_build_looks_more_seldom_and_leaves_all_as_it_was():
    before = gc.get_threshold()
    collect_rarely()
    during = gc.get_threshold()
    collect_as_usual()
    assert during > before
    assert gc.get_threshold() == before


@pytest.mark.parametrize("what_follows", [collect_as_usual, collect_rarely], ids=["it ends", "the next one"])
def test_what_a_build_passes_over_is_looked_at_later(what_follows):
    try:
        pass_over_what_is_there()
        assert gc.get_freeze_count()
        what_follows()
        assert not gc.get_freeze_count()
    finally:
        collect_as_usual()


@pytest.mark.parametrize("was_on", [True, False])
def test_what_does_not_look_at_all_leaves_the_switch_as_it_was_also_after_an_error(was_on):
    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(ZeroDivisionError), without_collecting():
            1 / gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
