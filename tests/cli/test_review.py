"""`fenghua data add` of a review workbook: what is shown, asked and refused."""

import io
import shutil
import sys
from pathlib import Path

import pandas as pd
import pytest

from fenghua_analysis import cli
from fenghua_analysis.registry import load_registry
from tests.reviewing import PLAN, reviewed_plan

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


@pytest.fixture
def reviewer(folder, tmp_path):
    return reviewed_plan(tmp_path / "审核表.xlsx", load_registry(folder))


@pytest.fixture
def run(folder, monkeypatch, capsys):
    """Run `fenghua …` on the folder: exit code, output, messages."""

    def running(*arguments, answer="", lang="zh"):
        words = [*arguments, "--data-dir", folder, "--lang", lang]
        monkeypatch.setattr(sys, "argv", ["fenghua", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
        monkeypatch.setenv("COLUMNS", "200")
        code = 0
        try:
            cli.main()
        except SystemExit as left:
            code = left.code or 0
        said = capsys.readouterr()
        return code, said.out, said.err

    return running


def targets(folder):
    rows = pd.read_csv(folder / "registry" / "targets.csv", dtype=str)
    return rows[rows.plan == "fh_2024"]


def test_plan_lineage_and_rows_are_shown_before_they_are_written(run, reviewer, folder):
    code, out, _ = run("data", "add", reviewer.save(), answer="y\n")
    assert code == 0 and len(targets(folder)) == 13
    for line in (
        "新文件 fh_2024：宁波市奉化区2024年共同富裕重点工作计划",
        "新计划 fh_2024：奉化区2024年计划（示意）（奉化区，2024）",
        "新指标 study_tour_share：研学旅游接待人数占比（%，越高越好）",
        "指标目标中，沿用已有指标11项，新指标2项",
        "将录入 registry/targets.csv：13行",
        "将录入 registry/milestones.csv：9行",
        "已录入36行",
    ):
        assert line in out
    assert "│ 居民人均可支配收入" in out and "6.15万元" in out and "≤3.5%" in out


def test_the_preview_speaks_english(run, reviewer, folder):
    code, out, _ = run("data", "add", reviewer.save(), "--dry-run", lang="en")
    assert code == 0 and targets(folder).empty
    assert "New plan fh_2024: Fenghua, plan 2024 (for illustration)" in out
    assert "Of the targets 11 continue known indicators, 2 are of new ones" in out
    assert "nothing was written" in out


def test_a_no_leaves_everything_as_it_was(run, reviewer, folder):
    code, out, _ = run("data", "add", reviewer.save(), answer="n\n")
    assert code == 0 and "没有写入任何数据" in out and targets(folder).empty


def test_faults_are_printed_with_cell_and_remedy_and_counted(run, reviewer, folder):
    reviewer.set("facts", 3, value="三万多").fill_form(publisher="")
    code, _, err = run("data", "add", reviewer.save(), "--yes")
    assert code == 2 and targets(folder).empty
    assert "审核表.xlsx · 事实!I4 · 值为“三万多”：不是数字 → 请只写阿拉伯数字" in err
    assert "来源!B3：不得为空" in err
    assert "共2处问题，没有录入任何数据" in err


def test_a_second_review_that_differs_needs_replace(run, reviewer, folder):
    run("data", "add", reviewer.save(), "--yes")
    reviewer.set("facts", 1, value=6.2)
    code, out, err = run("data", "add", reviewer.save(), "--yes")
    assert code == 2 and "与 registry/targets.csv 中现有的数不符：1行" in out
    assert "有1行与审核表不符" in err and "--replace" in err
    code, _, _ = run("data", "add", reviewer.save(), "--yes", "--replace")
    assert code == 0 and "6.2" in set(targets(folder).value)


def test_extract_accept_and_add_are_three_commands(run, folder, tmp_path):
    """The whole way with the commands alone, the reviewer's part apart."""
    path = tmp_path / "审核.xlsx"
    code, _, err = run("extract", PLAN, "-o", path)
    assert code == 0 and f"fenghua data add {path}" in err
    code, _, err = run("data", "add", path, "--yes")
    assert code == 2 and "来源!B3：不得为空" in err
    code, _, err = run("extract", PLAN, "-o", path)
    assert code == 2 and "文件已存在，没有覆盖" in err
