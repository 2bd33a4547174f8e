"""`fenghua data`: what is printed, what is asked, and the exit codes."""

import io
import shutil
import sys
from pathlib import Path

import pandas as pd
import pytest

from fenghua_analysis import cli
from tests.offices import incomes_csv, text

DATA = Path(__file__).resolve().parents[2] / "data"
DIFFERENT = "income_all,奉化区,2022,55000,元"
HEAD = "指标,地区,年份,数值,单位"


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


@pytest.fixture
def run(folder, monkeypatch, capsys):
    """Run `fenghua data …` on the folder: exit code, output, messages."""

    def running(*arguments, answer="", lang="en"):
        words = [*arguments, "--data-dir", folder, "--lang", lang]
        monkeypatch.setattr(sys, "argv", ["fenghua", "data", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
        monkeypatch.setenv("COLUMNS", "220")
        with pytest.raises(SystemExit) as left:
            cli.main()
        said = capsys.readouterr()
        return left.value.code or 0, said.out, said.err

    return running


def incomes(folder):
    rows = pd.read_csv(folder / "observations.csv", dtype=str)
    return rows[(rows.indicator == "income_all") & rows.region.str.len().eq(9)]


# ── check ────────────────────────────────────────────────────────────────────────────


def test_a_sound_folder_is_said_to_be_sound(run):
    code, out, err = run("check")
    assert (code, err) == (0, "") and "no problem found" in out


def test_every_problem_is_printed_in_the_language_asked_for(run, folder):
    path = folder / "observations.csv"
    rows = path.read_text(encoding="utf-8").replace(",published,", ",printed,")
    path.write_text(rows, encoding="utf-8")
    count = rows.count(",printed,")
    code, _, err = run("check")
    assert code == 2 and f"problems: {count}" in err
    assert (
        err.count("value “printed”: not one of the allowed values → use one of")
        == count
    )
    code, _, err = run("check", lang="zh")
    assert code == 2 and "值为“printed”：不是允许的取值 → 请从中选用" in err


@pytest.mark.parametrize("command", [("check",), ("template", "income")])
def test_a_folder_that_is_not_there_is_said_in_a_line(run, folder, command):
    shutil.rmtree(folder)
    code, _, err = run(*command)
    assert code == 2 and "data: there is no such data folder" in err
    assert "missing" not in err


def test_an_unknown_language_is_refused(run):
    code, _, err = run("check", lang="fr")
    assert code == 2 and "write zh or en" in err


# ── template ─────────────────────────────────────────────────────────────────────────


def test_a_template_is_written_where_it_is_asked_for(run, folder, tmp_path):
    path = tmp_path / "in.xlsx"
    code, out, _ = run("template", "income", "-o", path)
    assert code == 0 and path.exists()
    assert f"fenghua data add {path} --data-dir {folder}`" in out


def test_a_template_takes_its_name_from_its_kind(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("template", "work-items")[0] == 0
    assert (tmp_path / "work-items.xlsx").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["townships-income"], "did you mean “township-income”?"),
        (["income", "--year", "22"], "year · value “22”: outside 2000–2100"),
        (["income", "--region", "河西县"], "the registry has no such region"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused(run, tmp_path, arguments, message):
    code, _, err = run("template", *arguments, "-o", tmp_path / "a.xlsx")
    assert code == 2 and message in err
    assert not (tmp_path / "a.xlsx").exists()


# ── add ──────────────────────────────────────────────────────────────────────────────


def test_what_is_to_be_added_is_shown_and_asked_about(run, folder, tmp_path):
    path = incomes_csv(tmp_path / "a.csv")
    code, out, _ = run("add", path, answer="n\n")
    assert code == 0 and "nothing was written" in out
    assert "To be added to observations.csv (12)" in out
    assert "Dayan Town" in out and "43,000 yuan" in out and incomes(folder).empty
    code, out, _ = run("add", path, answer="y\n")
    assert code == 0 and "rows: 12" in out and len(incomes(folder)) == 12


def test_without_anybody_to_answer_nothing_is_written(run, folder, tmp_path):
    code, _, err = run("add", incomes_csv(tmp_path / "a.csv"))
    assert code == 2 and "add --yes" in err and incomes(folder).empty


def test_the_preview_names_the_source_and_the_nature(run, tmp_path):
    code, out, _ = run("add", incomes_csv(tmp_path / "a.csv"), "--dry-run")
    assert code == 0 and out.count("internal") == 12
    assert "a.csv, supplied by user" in out


def test_unusual_figures_are_added_on_the_owners_word_only(run, folder, tmp_path):
    path = text(tmp_path / "a.csv", HEAD, "income_all,溪口镇,2022,4.39,元")
    code, _, err = run("add", path, "--yes")
    assert code == 2 and "is its unit right?" in err and "--as-stated" in err
    assert incomes(folder).empty
    code, _, err = run("add", path, answer="y\n")
    assert code == 0 and "is its unit right?" in err and len(incomes(folder)) == 1
    other = text(tmp_path / "b.csv", HEAD, "income_all,裘村镇,2022,4.39,元")
    assert run("add", other, "--yes", "--as-stated")[0] == 0


def test_a_dry_run_shows_and_writes_nothing(run, folder, tmp_path):
    code, out, _ = run("add", incomes_csv(tmp_path / "a.csv"), "--dry-run", "--yes")
    assert code == 0 and "(12)" in out and incomes(folder).empty


def test_adding_twice_adds_nothing(run, folder, tmp_path):
    path = incomes_csv(tmp_path / "a.csv")
    assert run("add", path, "--yes")[0] == 0
    before = (folder / "observations.csv").read_bytes()
    code, out, _ = run("add", path, "--yes")
    assert code == 0 and "Already in observations.csv, skipped (12)" in out
    assert (folder / "observations.csv").read_bytes() == before


def test_a_conflict_stands_beside_what_it_contradicts(run, folder, tmp_path):
    path = text(tmp_path / "a.csv", HEAD, DIFFERENT)
    code, out, err = run("add", path, "--yes")
    assert code == 2 and "from those that stand: 1." in err and "--replace" in err
    shown = ["55,000 yuan", "54,451 yuan", "estimated", "a.csv · 2 · 数值"]
    assert all(words in out for words in shown)
    code, out, _ = run("add", path, "--yes", "--replace")
    assert code == 0 and "rows: 1;" in out
    assert "54451" in (folder / "conflicts.csv").read_text(encoding="utf-8")


def test_every_fault_is_printed_and_nothing_is_added(run, folder, tmp_path):
    rows = [f"income_all,某镇{n},2022,1,元" for n in range(9)]
    code, _, err = run("add", text(tmp_path / "a.csv", HEAD, *rows), "--yes")
    assert code == 2 and err.count("the registry has no such region") == 9
    assert "nothing was added; problems: 9" in err


def test_the_date_given_counts_for_undated_files(run, folder, tmp_path):
    path = incomes_csv(tmp_path / "a.csv")
    run("add", path, "--yes", "--date", "2023-07-01")
    sources = (folder / "registry/sources.yml").read_text(encoding="utf-8")
    assert "issued: '2023-07-01'" in sources
    code, _, err = run("add", path, "--date", "soon")
    assert code == 2 and "date · value “soon”: not a date" in err


def test_a_disk_that_cannot_be_written_is_told_from_a_wrong_file(
    run, folder, tmp_path, monkeypatch
):
    def full(*paths, **options):
        raise OSError(28, "No space left on device")

    path = incomes_csv(tmp_path / "a.csv")
    monkeypatch.setattr(shutil, "copyfile", full)
    code, _, err = run("add", path, "--yes")
    assert code == 1 and "No space left on device" in err and "is as it was" in err
