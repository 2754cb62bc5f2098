import io
import zipfile

import pytest

from citewell.report.search_console import HOW_TO_EXPORT, SearchExportError
from citewell.report.search_files import MOST_BYTES, read_search_files
from tests.report.editors_site import PAGES_CSV, QUERIES_CSV, export_zip


def test_a_zip_is_read(tmp_path):
    path = tmp_path / "export.zip"
    path.write_bytes(export_zip(Queries_csv=QUERIES_CSV, Pages_CSV=PAGES_CSV, readme_txt="no"))
    assert read_search_files(path) == [("Queries.csv", QUERIES_CSV), ("Pages.CSV", PAGES_CSV)]


def test_a_folder_that_was_unpacked_is_read(tmp_path):
    (tmp_path / "Queries.csv").write_text(QUERIES_CSV, encoding="utf-8")
    (tmp_path / "Pages.csv").write_text(PAGES_CSV, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no", encoding="utf-8")
    (tmp_path / "more.csv").mkdir()
    assert read_search_files(tmp_path) == [("Pages.csv", PAGES_CSV), ("Queries.csv", QUERIES_CSV)]


def test_a_single_file_is_read_without_its_byte_order_mark(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(b"\xef\xbb\xbf" + QUERIES_CSV.encode())
    assert read_search_files(path) == [("x.txt", QUERIES_CSV)]


def zipped(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def locked():
    """A zip whose file says that it is encrypted."""
    packed = bytearray(zipped(**{"Queries.csv": QUERIES_CSV}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(signature) + at] |= 1
    return bytes(packed)


def damaged():
    packed = bytearray(zipped(**{"Queries.csv": QUERIES_CSV * 50}))
    packed[60:90] = bytes(30)
    return bytes(packed)


BAD = {
    "a workbook": (zipped(**{"[Content_Types].xml": "", "xl/a.csv": ""}), "f: This is a workbook of Excel."),
    "an empty zip": (zipped(), "f: There is no CSV file in this zip."),
    "what a Mac adds": (zipped(**{"__MACOSX/._Queries.csv": "x"}), "f: There is no CSV file in this zip."),
    "a locked zip": (locked(), "f: This zip cannot be unpacked."),
    "a damaged zip": (damaged(), "f: This zip cannot be unpacked."),
    "a bomb": (zipped(**{"Queries.csv": bytes(MOST_BYTES + 1)}), "Queries.csv: This is larger than 50 MB."),
    "two halves of a bomb": (
        zipped(**{name: bytes(MOST_BYTES // 2 + 1) for name in ("a.csv", "b.csv")}),
        "b.csv: This is larger than 50 MB.",
    ),
    "a large file": (b"a" * (MOST_BYTES + 1), "f: This is larger than 50 MB."),
    "another encoding": (f"a\n{QUERIES_CSV}é".encode("latin-1"), "f:6: This is no CSV in UTF-8."),
    "Unicode of Excel": ("Top queries\tClicks".encode("utf-16"), "f:1: This is no CSV in UTF-8."),
    "another encoding in a zip": (zipped(**{"sub/Q.csv": b"\xff"}), "Q.csv:1: This is no CSV in UTF-8."),
}


@pytest.mark.parametrize(("data", "said"), BAD.values(), ids=BAD)
def test_what_is_no_export_is_told(tmp_path, monkeypatch, data, said):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "f"
    path.write_bytes(data)
    with pytest.raises(SearchExportError) as told:
        read_search_files(path)
    assert str(told.value).replace(f"{tmp_path}/", "") == f"{said} {HOW_TO_EXPORT}"


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SearchExportError, match=r"gone.zip: No such file or directory\. In Search Console"):
        read_search_files(tmp_path / "gone.zip")


def test_a_folder_without_tables_is_told(tmp_path):
    with pytest.raises(SearchExportError, match=r"There is no CSV file in this folder\. In Search Console"):
        read_search_files(tmp_path)


def test_a_folder_is_no_larger_than_a_zip(tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(b"a" * (MOST_BYTES // 2 + 1))
    with pytest.raises(SearchExportError, match=r"^b.csv: This is larger than 50 MB"):
        read_search_files(tmp_path)
