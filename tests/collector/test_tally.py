import sqlite3
from contextlib import closing

import pytest

from citewell.collector.tally import Line, Tally
from citewell.collector.tally_file import TallyError
from citewell.collector.totals import Total, read_totals

YES = Line("2026-11-25", "a/", "0123456789", "yes", "")
NO = Line("2026-11-25", "a/", "0123456789", "no", "seems-wrong")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "votes.sqlite"


@pytest.fixture
def tally(path):
    tally = Tally(path)
    yield tally
    tally.close()


def rows(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM tally").fetchall()


def test_votes_of_a_kind_are_one_row_a_day(tally, path):
    tally.add({YES: 2, NO: 1})
    tally.add({YES: 1, YES._replace(day="2026-11-26"): 4})
    assert rows(path) == [(*NO, 1), (*YES, 3), ("2026-11-26", *YES[1:], 4)]


def test_the_file_holds_these_columns_and_no_other_table(tally, path):
    tally.add({YES: 1})
    with closing(sqlite3.connect(path)) as connection:
        assert [name for _, name, *_ in connection.execute("PRAGMA table_info(tally)")] == [
            *Line._fields,
            "count",
        ]
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("tally",)]


def test_a_commit_waits_for_the_disk_and_readers_do_not_wait(tally):
    connection = tally._connection  # noqa: SLF001 (nothing outside shows how it commits)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_totals_are_summed_over_all_days(tally, path):
    tally.add({YES: 2, NO: 1, YES._replace(day="2026-10-01"): 5})
    assert sorted(read_totals(path)) == [
        Total("a/", "0123456789", "no", "seems-wrong", 1, "2026-11-25"),
        Total("a/", "0123456789", "yes", "", 7, "2026-10-01"),
    ]


def test_who_reads_leaves_nothing_behind(path):
    tally = Tally(path)
    tally.add({YES: 1})
    tally.close()
    before = path.read_bytes()
    assert len(read_totals(path)) == 1
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == before


def test_it_goes_on_where_it_ended(path):
    for _ in range(2):
        tally = Tally(path)
        tally.add({YES: 1})
        tally.close()
    assert rows(path) == [(*YES, 2)]
    tally = Tally(path)
    assert tally.revisions() == {("a/", "0123456789")}
    tally.close()


def test_a_batch_is_added_whole_or_not_at_all(tally, path):
    tally.add({YES: 1})
    with pytest.raises(TallyError):
        tally.add({YES: 1, NO: 0})  # the second breaks a rule of the table
    assert rows(path) == [(*YES, 1)]
    tally.add({YES: 1})
    assert rows(path) == [(*YES, 2)]


@pytest.mark.parametrize(
    "line",
    [YES._replace(vote="maybe"), YES._replace(reason="seems-wrong"), NO._replace(reason="")],
)
def test_the_table_takes_no_line_that_contradicts_itself(tally, line):
    with pytest.raises(TallyError, match="CHECK"):
        tally.add({line: 1})


def test_a_lock_is_waited_for_and_then_told(tally, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TallyError, match="Another program holds it"):
            tally.add({YES: 1})
        with pytest.raises(TallyError, match="Another program holds it"):
            tally.add({})
    tally.add({YES: 1})
    assert rows(path) == [(*YES, 1)]


def test_votes_go_on_while_somebody_reads(tally, path):
    tally.add({YES: 1})
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        assert other.execute("SELECT sum(count) FROM tally").fetchone() == (1,)
        tally.add({YES: 1})
        assert other.execute("SELECT sum(count) FROM tally").fetchone() == (1,)
    assert rows(path) == [(*YES, 2)]


def test_no_vote_is_lost_with_a_file_that_is_moved_away(tally, path):
    tally.add({YES: 1})
    moved = path.with_name("archive.sqlite")
    path.rename(moved)
    tally.add({NO: 1})
    assert rows(moved) == [(*YES, 1)]
    assert rows(path) == [(*NO, 1)]


def foreign(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE tally (x)")
        connection.commit()


def newer(path):
    Tally(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")


BROKEN = {
    "no database": (lambda path: path.write_text("votes: 3\n" * 100), "this one is no database"),
    "another program's": (foreign, "is the database of another program"),
    "of a newer citewell": (newer, "has the form 2, and this citewell reads the form 1"),
    "a folder": (lambda path: path.mkdir(), ""),
}


@pytest.mark.parametrize(("make", "said"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_no_tally_is_refused_and_left_as_it_is(path, make, said):
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for use in (Tally, read_totals):
        with pytest.raises(TallyError) as told:
            use(path)
        assert str(path) in str(told.value)
        assert said in str(told.value)
    assert before is None or path.read_bytes() == before


def test_a_tally_is_read_only_where_one_is(path):
    with pytest.raises(TallyError, match="is not there"):
        read_totals(path)
    assert not path.exists()
    path.write_bytes(b"")
    with pytest.raises(TallyError, match="is empty"):
        read_totals(path)


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(TallyError, match="Make its folder"):
        Tally(tmp_path / "nowhere" / "votes.sqlite")


def test_a_name_with_signs_of_an_address_is_the_name_of_a_file(tmp_path):
    path = tmp_path / "votes?mode=memory#%41.sqlite"
    tally = Tally(path)
    tally.add({YES: 1})
    assert [total.votes for total in read_totals(path)] == [1]
    tally.close()
