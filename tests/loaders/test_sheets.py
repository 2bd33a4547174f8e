"""Whatever file a user hands in: its cells as they are seen, or one clear message."""

import io
import zipfile

import pytest

from fenghua_analysis import wording
from fenghua_analysis.errors import DataError
from fenghua_analysis.loaders.sheets import LARGEST, Fault, read_sheets
from tests.offices import text, workbook

ROWS = [["镇", "收入"], ["溪口镇", 52000]]
TABLE = {"表": ROWS}


def rows(path):
    (sheet,) = read_sheets(path)
    return [list(row) for row in sheet.rows]


# ── Delimited texts ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_reads_alike_in_every_encoding_and_delimiter(tmp_path, mark, encoding):
    lines = [mark.join(line) for line in (["镇", "收入"], ["溪口镇", "52000"])]
    path = text(tmp_path / "a.csv", *lines, encoding=encoding)
    assert rows(path) == [["镇", "收入"], ["溪口镇", "52000"]]


def test_a_delimiter_inside_cells_is_not_taken_for_the_one_between_them(tmp_path):
    path = text(tmp_path / "a.csv", "镇;收入", "溪口镇;52,000", "裘村镇;48,000")
    assert rows(path)[1] == ["溪口镇", "52,000"]


def test_lines_are_counted_as_an_editor_counts_them(tmp_path):
    """A quoted cell of two lines and a blank line stand above the last row."""
    path = text(tmp_path / "a.csv", '镇,"收入\n（元）"', "", "溪口镇,52000")
    (sheet,) = read_sheets(path)
    assert list(sheet.lines) == [1, 4]
    assert str(sheet.place(1, 1)) == "4 · B"


def test_an_open_quotation_mark_is_reported(tmp_path):
    wording.speak("en")
    path = text(tmp_path / "a.csv", "镇,收入", '溪口镇,"52000')
    with pytest.raises(DataError, match=r"a\.csv · row 2: not a complete CSV table"):
        read_sheets(path)


# ── Workbooks ────────────────────────────────────────────────────────────────────────


def test_a_workbook_reads_as_it_is_seen(tmp_path):
    path = workbook(
        tmp_path / "a.xlsx",
        {"表": [["比", "日"], [0.625, 45000]]},
        formats={"A2": "0.0%", "B2": "yyyy-mm-dd"},
    )
    ((_, _), (share, day)) = rows(path)
    assert share == "62.5%" and day.isoformat() == "2023-03-15"


def test_a_merged_cell_counts_for_every_cell_that_it_covers(tmp_path):
    path = workbook(
        tmp_path / "a.xlsx", {"表": [["甲", None], [1, 2]]}, merged=["A1:B1"]
    )
    (sheet,) = read_sheets(path)
    assert list(sheet.rows[0]) == ["甲", "甲"] and sheet.covered == {(0, 1)}


def test_hidden_and_blank_sheets_are_left_out(tmp_path):
    sheets = {"表": ROWS, "空": [[None]], "藏": ROWS}
    path = workbook(tmp_path / "a.xlsx", sheets, hidden=["藏"])
    assert [sheet.name for sheet in read_sheets(path)] == ["表"]


def test_a_formula_counts_by_the_value_that_was_saved_with_it(tmp_path):
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("表")
        sheet.write_row(0, 0, ["镇", "收入"])
        sheet.write_formula(1, 0, '="溪口"&"镇"', None, "溪口镇")
        sheet.write_formula(1, 1, "=26000*2", None, 52000)
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
    assert rows(tmp_path / "a.xlsx")[1:] == [
        ["溪口镇", 52000],
        [None, Fault("formula_error")],
    ]


def test_a_formula_that_was_never_computed_is_a_fault(tmp_path):
    path = workbook(
        tmp_path / "a.xlsx", {"表": [["镇", "收入"], ["溪口镇", "=26000*2"]]}
    )
    assert rows(path)[1][1] == Fault("formula_without_value")


def test_what_is_inside_counts_and_not_the_suffix(tmp_path):
    path = workbook(tmp_path / "a.xlsx", TABLE).rename(tmp_path / "a.csv")
    assert rows(path) == ROWS


# ── Files that cannot be read: one message each ──────────────────────────────────────


def bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * (LARGEST + 1))
    return content.getvalue()


def archive(**members: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name, member in members.items():
            file.writestr(name, member)
    return content.getvalue()


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.xlsx", b"", "the file is empty"),
        ("a.csv", b"\n \n", "the file is empty"),
        ("a.xlsx", PNG, "named like a workbook, but it is none"),
        ("a.csv", PNG, "not readable as text"),
        ("a.xls", b"<html><table>", "named like a workbook, but it is none"),
        ("a.xls", OLE, r"old format \(\.xls\)"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "is encrypted"),
        ("a.xlsx", b"PK\x03\x04" + b"\0" * 40, "cut off or damaged"),
        ("a.xlsx", archive(letter="x"), "named like a workbook, but it is none"),
        ("a.xlsx", archive(**{"xl/workbook.xml": "<no"}), "cut off or damaged"),
        ("a.xlsx", bomb(), "larger than 20 MB"),
        ("a.csv", b"1" * (LARGEST + 1), "larger than 20 MB"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_message(tmp_path, name, content, message):
    wording.speak("en")
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=message) as caught:
        read_sheets(tmp_path / name)
    (problem,) = caught.value.problems
    assert problem.file == name


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_half_written_workbook_is_called_so(tmp_path, share):
    wording.speak("en")
    path = workbook(tmp_path / "a.xlsx", TABLE)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(DataError, match="cut off or damaged"):
        read_sheets(path)


def test_a_workbook_without_anything_in_it_is_empty(tmp_path):
    wording.speak("en")
    with pytest.raises(DataError, match="the file is empty"):
        read_sheets(workbook(tmp_path / "a.xlsx", {"表": [[None]]}))


def test_a_file_that_is_not_there_is_called_by_its_path(tmp_path):
    wording.speak("en")
    with pytest.raises(DataError, match=r"nowhere\.csv: there is no such file"):
        read_sheets(tmp_path / "nowhere.csv")
