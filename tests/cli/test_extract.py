"""`fenghua extract`: what is printed where, which files it writes, what it refuses."""

import io
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from fenghua_analysis import cli
from fenghua_analysis.documents import COLUMNS, extract_facts, read_document, unparsed
from tests.reviewing import PLAN
from tests.shared import shared

DATA = Path(__file__).resolve().parents[2] / "data"
LONGEST = "sources/004_a73e2ed004e6b4bb.txt"


@pytest.fixture
def run(monkeypatch, capsysbinary):
    """Run `fenghua extract …`: exit code, output as bytes, messages."""

    def running(*arguments, lang="en", data=DATA):
        words = [*arguments, "--lang", lang]
        words += ["--data-dir", data] if data else []
        monkeypatch.setattr(sys, "argv", ["fenghua", "extract", *map(str, words)])
        code = 0
        try:
            cli.main()
        except SystemExit as left:
            code = left.code or 0
        said = capsysbinary.readouterr()
        return code, said.out, said.err.decode()

    return running


def table(content):
    text = content.decode("utf-8")
    return pd.read_csv(io.StringIO(text, newline=""), dtype=str, keep_default_na=False)


# ── On the screen ────────────────────────────────────────────────────────────────────


def test_facts_come_as_csv_with_the_columns_of_the_contract(run):
    code, out, err = run(PLAN)
    assert code == 0 and tuple(table(out).columns) == COLUMNS
    assert not out.startswith(b"\xef\xbb\xbf")
    missed = len(unparsed(read_document(PLAN)))
    assert err.strip() == (
        f"plan_2024.txt: facts 21, not understood {missed}, work items 3, opinions 0"
    )


def test_every_quote_stands_at_its_offsets_in_the_text(run):
    text = run(PLAN, "--what", "text")[1].decode("utf-8")
    rows = table(run(PLAN)[1])
    assert len(rows) == 21
    for row in rows.itertuples():
        assert text[int(row.start) : int(row.end)] == row.quote


def test_line_ends_of_the_text_are_kept_as_they_are(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("一、目标\r\n普及率达到80%，免费体检12.7\r\n万人次。\r\n".encode())
    assert run(path, "--what", "text")[1] == path.read_bytes()
    assert "12.7\r\n万人次" in set(table(run(path)[1]).quote)


@pytest.mark.parametrize(
    ("what", "rows", "column"),
    [
        ("work-items", 3, "departments"),
        ("milestones", 9, "first_month"),
        ("unparsed", len(unparsed(read_document(PLAN))), "why"),
        ("opinions", 0, "heading"),
    ],
)
def test_other_listings_are_asked_for_by_name(run, what, rows, column):
    code, out, _ = run(PLAN, "--what", what)
    assert code == 0 and len(table(out)) == rows and column in table(out)


def test_year_and_region_of_the_document_can_be_given(run):
    rows = table(run(PLAN, "--year", "2031", "--region", "测试区")[1])
    assert set(rows.region) == {"测试区"}
    by_code = table(run(PLAN, "--region", "330225")[1])
    assert set(by_code.region) == {"象山县"}


def test_aliases_of_departments_come_from_the_data_folder(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "奉化区计划\n\n新增托位5个（责任单位：区卫健局）。", encoding="utf-8"
    )
    assert set(table(run(path)[1]).department) == {"区卫生健康局"}
    bare = tmp_path / "bare"
    bare.mkdir()
    assert set(table(run(path, data=bare)[1]).department) == {"区卫健局"}


def test_it_works_where_there_is_no_data_folder(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, _ = run(PLAN, data=None)
    assert code == 0 and len(table(out)) == 21


# ── Into files ───────────────────────────────────────────────────────────────────────


def test_the_suffix_chooses_the_form(run, tmp_path):
    for name in ("a.csv", "a.html", "a.txt", "a.xlsx"):
        code, out, _ = run(PLAN, "-o", tmp_path / name)
        assert (code, out) == (0, b"")
    assert tuple(table((tmp_path / "a.csv").read_bytes()).columns) == COLUMNS
    assert (tmp_path / "a.txt").read_bytes() == PLAN.read_bytes()
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE")
    assert "Facts" in openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames


def test_a_dash_is_the_screen(run):
    assert run(PLAN, "-o", "-")[1] == run(PLAN)[1]


def test_a_file_is_replaced_whole_and_nothing_stays_beside_it(run, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("x" * 100_000, encoding="utf-8")
    assert run(PLAN, "-o", path)[0] == 0
    assert path.read_bytes() == run(PLAN)[1]
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


# ── Refusals ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--what", "fact"], "what · value “fact”: there is no such listing; did you"),
        (["--regoin", "奉化区"], "did you mean “region”?"),
        (["-o", "a.xslx"], "a.xslx: no such form of output; did you mean “.xlsx”?"),
        (["-o", "a.txt", "--what", "facts"], "a .txt holds the text as it was read"),
        (["--year", "24"], "year · value “24”: outside 2000–2100"),
        (["--year", "MMXX"], "not a whole number"),
        (["--region", "330231"], "the registry has no such region"),
        (["other.txt"], "other.txt"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused(
    run, tmp_path, monkeypatch, arguments, message
):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(PLAN, *arguments)
    assert (code, out) == (2, b"") and message in err
    assert not list(tmp_path.iterdir())


def test_a_data_folder_that_was_asked_for_must_be_there(run, tmp_path):
    code, _, err = run(PLAN, data=tmp_path / "none")
    assert code == 2 and "none: the file is missing" in err


def test_a_document_that_is_not_there_is_said_to_be_missing(run, tmp_path):
    code, _, err = run(tmp_path / "none.txt")
    assert code == 2 and "none.txt" in err


def test_an_output_that_cannot_be_written_leaves_what_stood(run, tmp_path):
    code, _, err = run(PLAN, "-o", tmp_path / "no" / "a.csv")
    assert code == 1 and "cannot be written (No such file or directory)" in err
    assert not list(tmp_path.iterdir())


def test_a_fault_while_writing_leaves_nothing_behind(run, tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_text("before", encoding="utf-8")

    def full(self, content):
        Path.open(self, "wb").write(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    code, _, err = run(PLAN, "-o", path)
    assert code == 1 and "No space left on device" in err
    assert path.read_text(encoding="utf-8") == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_a_table_whose_columns_are_missing_is_named(run, tmp_path):
    folder = tmp_path / "registry"
    folder.mkdir()
    (folder / "departments.csv").write_text("department\n区教育局\n", encoding="utf-8")
    code, _, err = run(PLAN, data=tmp_path)
    assert code == 2 and "the column aliases is missing" in err


# ── Speed ────────────────────────────────────────────────────────────────────────────


def test_reading_facts_imports_neither_pandas_nor_the_registry():
    program = (
        "import sys; from fenghua_analysis import cli; "
        f"sys.argv = ['fenghua', 'extract', {str(PLAN)!r}]\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'fenghua_analysis.registry', 'openpyxl', 'jinja2'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def test_the_longest_document_takes_less_than_half_a_second():
    document = read_document(shared(LONGEST))
    begun = time.process_time()
    extract_facts(document)
    assert time.process_time() - begun < 0.5
