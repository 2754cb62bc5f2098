"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from citewell.whole_file import replace_file


@pytest.mark.parametrize("step", ["replace", "chmod"])
@pytest.mark.parametrize("fault", [OSError("full"), KeyboardInterrupt()], ids=["a full disk", "Ctrl-C"])
@pytest.mark.parametrize("before", [b"old", None], ids=["over a file", "where there is none"])
def test_what_breaks_off_leaves_the_old_file_and_nothing_else(step, fault, before, tmp_path, monkeypatch):
    path = tmp_path / "x.json"
    if before is not None:
        path.write_bytes(before)
        path.chmod(0o640)

    def breaks(*_):
        raise fault

    monkeypatch.setattr(Path, step, breaks)
    if step == "chmod" and before is not None:
        monkeypatch.setattr("shutil.copymode", breaks)
    with pytest.raises(type(fault)):
        replace_file(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ([] if before is None else ["x.json"])
    assert before is None or path.read_bytes() == before


def test_a_file_keeps_its_permissions(tmp_path):
    path = tmp_path / "x.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["x.json"]


def test_a_new_file_can_be_read_by_all(tmp_path):
    replace_file(tmp_path / "x.json", b"new")
    assert (tmp_path / "x.json").stat().st_mode & 0o777 == 0o644
