"""`fenghua audit`: what it prints and writes, and its exit codes."""

import csv
import sys
from pathlib import Path

import pytest

from fenghua_analysis import cli

DATA = Path(__file__).resolve().parents[2] / "data"
DRAFT = (
    "临湖区2024年工作要点\n\n实施全民法治素养提升行动。\n\n"
    "加快推进全民法制素养提升行动落地。\n\n覆盖率达达到80%。"
)


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def run(monkeypatch, capsys):
    """Run `fenghua audit …`: exit code, output, messages."""

    def running(*arguments, lang="en"):
        words = ["--data-dir", DATA, "--lang", lang]
        monkeypatch.setattr(
            sys, "argv", ["fenghua", "audit", *map(str, (*arguments, *words))]
        )
        monkeypatch.setenv("COLUMNS", "200")
        code = 0
        try:
            cli.main()
        except SystemExit as left:
            code = left.code or 0
        said = capsys.readouterr()
        return code, said.out, said.err

    return running


def test_findings_are_shown_by_severity_and_are_no_failure(run, draft):
    code, out, err = run(draft)
    assert (code, err) == (0, "")
    assert out.index("contradiction") < out.index("question")
    assert "法制素养提升行动" in out and "draft.txt:" in out


def test_it_speaks_chinese(run, draft):
    code, out, _ = run(draft, lang="zh")
    assert code == 0 and "写法不一" in out and "矛盾" in out


def test_one_severity_can_be_asked_for(run, draft):
    _, out, _ = run(draft, "--what", "soft")
    assert "达达" in out and "法制" not in out


def test_a_draft_without_findings_is_told_so(run, tmp_path):
    path = tmp_path / "clean.txt"
    path.write_text("临湖区2024年工作要点\n\n建设公园。", encoding="utf-8")
    code, out, _ = run(path)
    assert code == 0 and "Nothing was found" in out


@pytest.mark.parametrize("suffix", [".csv", ".html", ".docx"])
def test_every_form_is_written_whole(run, draft, tmp_path, suffix):
    output = tmp_path / f"findings{suffix}"
    code, out, err = run(draft, "-o", output)
    assert (code, err) == (0, "") and str(output) in out
    assert output.stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir() if path.name[0] == "."] == []


def test_the_table_names_kind_severity_and_place(run, draft, tmp_path):
    output = tmp_path / "findings.csv"
    run(draft, "-o", output)
    with output.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["severity"] for row in rows} == {"hard", "soft"}
    assert all(
        DRAFT[int(row["start"]) : int(row["end"])] == row["quote"] for row in rows
    )


def test_a_file_given_twice_is_read_once(run, draft):
    _, once, _ = run(draft)
    _, twice, _ = run(draft, draft)
    assert once == twice


def test_two_files_of_one_name_are_told_apart(run, draft, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    copy = folder / "draft.txt"
    copy.write_text(DRAFT, encoding="utf-8")
    _, out, _ = run(draft, copy, "--what", "soft")
    assert "other/draft.txt" in "".join(out.split())


def test_it_audits_against_the_registry(run, tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("宁波市奉化区2024年工作要点\n\n城镇登记失业率低于9%。", "utf-8")
    code, _, err = run(path, "--registry")
    assert (code, err) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "findings.pdf"), "no such form of output"),
        (("--what", "harsh"), "no such listing"),
        (("--lange", "en"), "lange"),
    ],
)
def test_a_wrong_request_is_refused_before_anything_is_read(
    run, draft, arguments, said
):
    code, out, err = run(draft, *arguments)
    assert code == 2 and out == "" and said in err


def test_a_missing_file_is_named(run, tmp_path):
    code, _, err = run(tmp_path / "nothing.txt")
    assert code == 2 and "nothing.txt" in err
