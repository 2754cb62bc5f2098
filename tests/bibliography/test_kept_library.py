"""A bibliography that a former build has read is the one that would be read now."""

import pytest

from citewell.bibliography import kept_library
from citewell.bibliography.bibfile import BibFile
from citewell.bibliography.bibtex import read_library
from citewell.bibliography.kept_library import KeptLibrary

TEXT = """@article{a, author = {Vaughan, J.}, title = {A work}, journal = {J}, year = {2020}, doi = {10.1/x}}
@article{b, author = {{The Society}}, title = {B}, journal = {J}, year = {2021}, crossref = {a}}
"""
SOUND = BibFile("references.bib", TEXT)


class Reading:
    """Reads files as a build does; how often they were really read."""

    def __init__(self, folder, monkeypatch):
        self.folder = folder
        self.times = 0
        monkeypatch.setattr(kept_library, "read_library", self.really)

    def really(self, files):
        self.times += 1
        return read_library(files)

    def __call__(self, *files, in_same_process=False):
        if not in_same_process:
            kept_library._read_once.cache_clear()  # noqa: SLF001  # as in another process
        return KeptLibrary(self.folder)(files)


@pytest.fixture
def reading(tmp_path, monkeypatch):
    return Reading(tmp_path / "cache", monkeypatch)


def test_a_second_build_takes_what_the_first_one_read(reading):
    first, second = reading(SOUND), reading(SOUND)
    assert reading.times == 1
    assert first == second == read_library([SOUND])
    assert [work.place("title") for work in first[0]] == [work.place("title") for work in second[0]]


@pytest.mark.parametrize(
    "changed",
    [BibFile("references.bib", TEXT.replace("2020", "2019")), BibFile("other.bib", TEXT)],
    ids=["a year", "its name"],
)
def test_a_file_that_changed_is_read(changed, reading):
    reading(SOUND)
    assert reading(changed) == read_library([changed])
    assert reading.times == 2


def test_the_faults_of_a_file_are_told_again(reading):
    broken = BibFile("references.bib", "@article{a, title = {A}")
    assert reading(broken) == reading(broken) == read_library([broken])
    assert reading(broken)[1]


def test_other_code_reads_anew(reading, monkeypatch):
    reading(SOUND)
    monkeypatch.setattr(kept_library, "versions", lambda: "other code")
    reading(SOUND)
    assert reading.times == 2


def test_a_process_reads_once_where_nothing_is_kept(reading):
    reading.folder = None
    reading(SOUND)
    reading(SOUND, in_same_process=True)
    assert reading.times == 1
    reading(SOUND)
    assert reading.times == 2


def test_a_kept_library_may_not_be_written_into(reading):
    reading(SOUND)
    (work, _), _ = reading(SOUND)
    with pytest.raises(TypeError):
        work.fields["title"] = "Other"


def test_what_tells_works_apart_is_kept_with_them(reading):
    reading(SOUND)
    library, _ = reading(SOUND)
    assert "fingerprint" in vars(library)
    assert all("fingerprint" in vars(work) for work in library.references)
    assert library.fingerprint == read_library([SOUND])[0].fingerprint


def test_a_work_is_the_same_wherever_it_stands_and_its_library_is_not():
    (first, _), _ = read_library([SOUND])
    moved = BibFile("other.bib", f"\n{TEXT}")
    (again, _), _ = read_library([moved])
    assert again.fingerprint == first.fingerprint
    assert read_library([moved])[0].fingerprint != read_library([SOUND])[0].fingerprint
    (other, _), _ = read_library([BibFile("references.bib", TEXT.replace("2020", "2019"))])
    assert other.fingerprint != first.fingerprint
