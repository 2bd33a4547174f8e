"""`fenghua report` and the command itself: what is refused, and what is said then."""

import shutil
import sys
from pathlib import Path

import pytest

from fenghua_analysis import cli

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def run(monkeypatch, capsys):
    """Run `fenghua …`: exit code, output, messages."""

    def running(*words):
        monkeypatch.setattr(sys, "argv", ["fenghua", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        said = capsys.readouterr()
        return left.value.code or 0, said.out, said.err

    return running


@pytest.fixture
def no_kernel(monkeypatch):
    """A report that comes as far as running notebooks has gone too far."""

    def started(*arguments, **options):
        pytest.fail("the report was begun")

    monkeypatch.setattr("fenghua_analysis.report.run.run_report", started)


def test_a_folder_with_a_fault_gives_no_report(run, tmp_path, no_kernel):
    """5.4451 万元 in a series of yuan: the income of Fenghua would be 5 yuan."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    path = copy / "observations.csv"
    rows = path.read_text(encoding="utf-8")
    line = next(r for r in rows.split("\n") if r.startswith("income_all,330213,2022,"))
    wrong = line.replace("54451,元", "5.4451,万元")
    assert wrong != line
    path.write_text(rows.replace(line, wrong), encoding="utf-8")
    code, _, err = run("report", "--data-dir", copy, "--out-dir", tmp_path / "out")
    assert code == 2 and "unit · 值为“万元”：单位与指标不符" in err
    assert not (tmp_path / "out").exists()


def test_the_data_are_checked_once_for_all_languages(run, monkeypatch, no_kernel):
    calls = []

    def check(folder):
        calls.append(folder)
        return []

    monkeypatch.setattr("fenghua_analysis.inspection.check_folder", check)
    monkeypatch.setattr(
        "fenghua_analysis.report.run.run_report",
        lambda study, notebooks, **options: (_ for _ in ()).throw(SystemExit(0)),
    )
    run("report", "--lang", "zh,en", "--data-dir", DATA)
    assert len(calls) == 1


@pytest.fixture
def chosen(run, monkeypatch):
    """The notebooks, the day and the options with which a report would be made."""

    def choosing(*words):
        seen = {}

        def note(study, notebooks, **options):
            seen.update(options, day=study.request.as_of)
            seen["notebooks"] = [path.stem[:2] for path in notebooks]
            raise SystemExit(0)

        monkeypatch.setattr("fenghua_analysis.report.run.run_report", note)
        monkeypatch.setattr("fenghua_analysis.inspection.check_folder", lambda _: [])
        assert run("report", "--data-dir", DATA, *words)[0] == 0
        return seen

    return choosing


@pytest.mark.parametrize("only", ["4", "04", "04_townships", " 4 ,", "04，"])
def test_a_notebook_may_be_chosen_by_its_bare_number(chosen, only):
    assert chosen("--only", only)["notebooks"] == ["04"]


def test_a_day_may_be_written_without_noughts(chosen):
    assert chosen("--as-of", "2022-9-30")["day"] == "2022-09-30"
    assert chosen("--as-of", "2022年9月30日")["day"] == "2022-09-30"


def test_the_number_of_processes_may_be_chosen(chosen):
    assert chosen("--workers", "2")["workers"] == 2
    assert chosen("--lang", "zh,en")["languages"] == ["zh", "en"]


def test_a_notebook_that_is_not_there_is_refused(run, no_kernel):
    code, _, err = run("report", "--only", "12", "--data-dir", DATA)
    assert code == 2 and "only · 值为“12”：没有这个笔记本" in err


# ── the command itself ───────────────────────────────────────────────────────────────


def test_the_version_is_told(run):
    code, out, _ = run("--version")
    assert code == 0 and out.startswith("fenghua-analysis 0.")


@pytest.mark.parametrize("words", [(), ("data",)])
def test_without_a_command_the_commands_are_listed(run, words):
    code, out, err = run(*words)
    assert (code, err) == (0, "") and "Usage" in out


@pytest.mark.parametrize(
    ("words", "messages"),
    [
        (["repot"], ["没有这个命令；是不是要写“report”", "did you mean “report”"]),
        (["data", "template"], ["kind：这一项没有写", "kind: it is missing"]),
        (
            ["report", "--lang"],
            ["--lang：参数没有给出值", "--lang: no value"],
        ),
        (["doctor", "--x"], ["没有名为“x”的参数", "no parameter called x"]),
        (["data", "check", "foo"], ["“foo”：多出来的内容", "more than the command"]),
    ],
)
def test_a_misspelt_command_is_answered_in_both_languages(run, words, messages):
    code, _, err = run(*words)
    assert code == 2 and all(message in err for message in messages)


def test_who_names_a_language_is_answered_in_it(run):
    code, _, err = run("data", "check", "foo", "--lang", "en")
    assert code == 2 and err == (
        "value “foo”: more than the command takes → remove it, or name its option; "
        "see --help\n"
    )
