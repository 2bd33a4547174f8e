"""What is adopted stands in the folder, with its source; what fails leaves no trace."""

import hashlib
import json
import shutil

import pandas as pd
import pytest

from fenghua_analysis import datapackage, wording
from fenghua_analysis.contract import read_table
from fenghua_analysis.errors import DataError
from fenghua_analysis.inspection import check_folder
from fenghua_analysis.records import read_records
from fenghua_analysis.registry import Source
from fenghua_analysis.study import open_study
from fenghua_analysis.supply import adopt
from fenghua_analysis.supply.together import NotAddedError
from fenghua_analysis.table import CONFLICTS, ILLUSTRATIVE, ITEM_STATUS, OBSERVATIONS
from tests.offices import incomes_csv, text

HEAD = "指标,地区,年份,数值,单位,发布单位,资料来源"
MEAN_AS = "income_all,奉化区,2022"
MEAN = {"indicator": "income_all", "region": "330213", "period": "2022"}


def state(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def row(declared, folder, **key):
    rows = read_table(declared, folder)
    for name, value in key.items():
        rows = rows[rows[name] == value]
    return rows.to_dict("records")


# ── Township incomes, from the file to the verdict ───────────────────────────────────


def test_twelve_township_incomes_lead_to_the_ratio_and_its_verdict(
    folder, proposed, tmp_path
):
    """43,000 (Dayan) / 54,451 (the district's estimate) = 0.78970…, below 0.8."""
    assert adopt(proposed(incomes_csv(tmp_path / "a.csv")), folder) == 12
    study = open_study("x", data_dir=str(folder), lang="en", region="奉化区")
    ratios = study.observations.query("indicator == 'lowest_township_ratio'")
    assert ratios.value.tolist() == pytest.approx([43_000 / 54_451])
    assert ratios.note.iloc[0].startswith(
        "大堰镇 43,000/54,451，54,451＝65,436元×0.788"
    )
    own = study.assessment.query(
        "indicator == 'lowest_township_ratio' and region == '330213'"
    )
    assert own.verdict.tolist() == ["missed"]
    assert "short of the target of 0.8" in study.why("lowest_township_ratio")


def test_without_the_twelfth_township_nothing_is_said_of_the_lowest(
    folder, proposed, tmp_path
):
    path = incomes_csv(tmp_path / "a.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    adopt(proposed(text(path, *lines[:-1])), folder)
    study = open_study("x", data_dir=str(folder), lang="en")
    assert "lowest_township_ratio" not in set(study.observations.indicator)


# ── What is written ──────────────────────────────────────────────────────────────────


def test_rows_and_their_source_are_written_and_the_folder_passes_its_check(
    folder, proposed, tmp_path
):
    path = incomes_csv(tmp_path / "镇街.csv")
    adopt(proposed(path), folder)
    (xikou,) = row(OBSERVATIONS, folder, region="330213100", indicator="income_all")
    source = read_records(folder / "registry/sources.yml", Source)[xikou["source"]]
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (xikou["value"], xikou["status"]) == (57_000, "internal")
    assert check_folder(folder) == []


def test_the_descriptor_is_written_anew_where_there_is_one(folder, proposed, tmp_path):
    adopt(proposed(incomes_csv(tmp_path / "a.csv")), folder)
    written = (folder / datapackage.DESCRIPTOR).read_text(encoding="utf-8")
    assert json.loads(written) == datapackage.descriptor(folder)


def test_a_folder_without_a_descriptor_gets_none(folder, proposed, tmp_path):
    (folder / datapackage.DESCRIPTOR).unlink()
    adopt(proposed(incomes_csv(tmp_path / "a.csv")), folder)
    assert not (folder / datapackage.DESCRIPTOR).exists()


def test_nothing_else_in_the_folder_is_touched(folder, proposed, tmp_path):
    before = state(folder)
    adopt(proposed(incomes_csv(tmp_path / "a.csv")), folder)
    after = state(folder)
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {
        *("observations.csv", "registry/sources.yml", datapackage.DESCRIPTOR),
    }
    assert before.keys() == after.keys()


def test_comments_and_order_of_the_sources_are_kept(folder, proposed, tmp_path):
    path = folder / "registry/sources.yml"
    before = path.read_text(encoding="utf-8")
    adopt(proposed(incomes_csv(tmp_path / "a.csv")), folder)
    assert path.read_text(encoding="utf-8").startswith(before.rstrip("\n"))


def test_the_same_file_twice_adds_nothing(folder, proposed, tmp_path):
    path = incomes_csv(tmp_path / "a.csv")
    adopt(proposed(path), folder)
    before = state(folder)
    assert adopt(proposed(path, date="2024-02-02"), folder) == 0
    assert state(folder) == before


def test_a_later_file_adds_only_what_is_new(folder, proposed, tmp_path):
    adopt(proposed(incomes_csv(tmp_path / "a.csv")), folder)
    both = text(
        tmp_path / "b.csv",
        HEAD,
        "income_all,溪口镇,2022,57000,元,,",
        "income_all,溪口镇,2023,60000,元,,",
    )
    assert adopt(proposed(both), folder) == 1


def test_illustrative_figures_are_kept_apart(folder, proposed, tmp_path):
    path = text(
        tmp_path / "a.csv", "地区,年份,收入（元）,数据性质", "溪口镇,2023,52000,示意"
    )
    adopt(proposed(path), folder)
    assert row(ILLUSTRATIVE, folder, region="330213100", period="2023")
    assert not row(OBSERVATIONS, folder, region="330213100", period="2023")


def test_a_folder_without_illustrative_figures_gets_their_table(
    folder, proposed, tmp_path
):
    shutil.rmtree(folder / "illustrative")
    path = text(
        tmp_path / "a.csv", "地区,年份,收入（元）,数据性质", "溪口镇,2023,52000,示意"
    )
    adopt(proposed(path), folder)
    assert len(read_table(ILLUSTRATIVE, folder)) == 1


def test_completion_of_items_is_added_and_a_later_report_beside_it(
    folder, proposed, tmp_path
):
    head = "清单,序号,完成比例（%）,截至日"
    for day, share in (("2022-06-30", 40), ("2022-09-30", 65)):
        path = text(tmp_path / "a.csv", head, f"work,1,{share},{day}")
        adopt(proposed(path), folder)
    reports = row(ITEM_STATUS, folder, list="work", number=1)
    assert [report["completed"] for report in reports] == [0.4, 0.65]


# ── Conflicts ────────────────────────────────────────────────────────────────────────


def test_a_conflict_is_refused(folder, proposed, tmp_path):
    wording.speak("en")
    before = state(folder)
    path = text(
        tmp_path / "a.csv", HEAD, "income_all,奉化区,2022,55000,元,区统计局,年鉴"
    )
    message = (
        r"2 · 数值 · value “55000”: another figure stands: 54451 \(nb_income_2022\)"
    )
    with pytest.raises(DataError, match=message):
        adopt(proposed(path), folder)
    assert state(folder) == before


def test_a_figure_that_is_replaced_is_kept_among_the_conflicts(
    folder, proposed, tmp_path
):
    path = text(
        tmp_path / "a.csv", HEAD, "income_all,奉化区,2022,55000,元,区统计局,年鉴"
    )
    adopt(proposed(path), folder, replacing=True)
    (standing,) = row(OBSERVATIONS, folder, **MEAN)
    (lost,) = row(CONFLICTS, folder, **MEAN)
    assert (standing["value"], lost["value"]) == (55_000, 54_451)
    assert (lost["source"], lost["chosen"]) == ("nb_income_2022", standing["source"])
    assert check_folder(folder) == []


def test_the_conflicts_name_the_figure_in_use_through_two_replacements(
    folder, proposed, tmp_path
):
    for name, value in (("a", 55_000), ("b", 56_000)):
        line = f"income_all,奉化区,2022,{value},元,区统计局,{name}"
        path = text(tmp_path / f"{name}.csv", HEAD, line)
        adopt(proposed(path), folder, replacing=True)
    (standing,) = row(OBSERVATIONS, folder, **MEAN)
    lost = pd.DataFrame(row(CONFLICTS, folder, **MEAN))
    assert sorted(lost.value) == [54_451, 55_000]
    assert set(lost.chosen) == {standing["source"]}


def test_a_figure_that_comes_back_is_no_loser_any_more(folder, proposed, tmp_path):
    line = "income_all,奉化区,2022,{},元,区统计局,{}"
    own = text(tmp_path / "a.csv", HEAD, line.format(55_000, "年鉴"))
    first = text(tmp_path / "b.csv", HEAD, line.format(54_451, "nb_income_2022"))
    for path in (own, first):
        adopt(proposed(path), folder, replacing=True)
    (standing,) = row(OBSERVATIONS, folder, **MEAN)
    (lost,) = row(CONFLICTS, folder, **MEAN)
    assert (standing["value"], lost["value"]) == (54_451, 55_000)
    assert lost["chosen"] == standing["source"] == "nb_income_2022"


def test_a_corrected_report_of_an_item_names_what_it_replaces(
    folder, proposed, tmp_path
):
    head = "清单,序号,完成比例（%）,截至日"
    for share in (40, 45):
        path = text(tmp_path / "a.csv", head, f"work,1,{share},2022-06-30")
        adopt(proposed(path), folder, replacing=True)
    (report,) = row(ITEM_STATUS, folder, list="work", number=1)
    assert report["completed"] == 0.45 and "取代 0.4（user_a_" in report["note"]


# ── Failures ─────────────────────────────────────────────────────────────────────────


def test_a_full_disk_leaves_the_folder_as_it_was(
    folder, proposed, tmp_path, monkeypatch
):
    """The second of three files no longer fits."""
    wording.speak("en")
    proposal, before = proposed(incomes_csv(tmp_path / "a.csv")), state(folder)
    copy, copied = shutil.copyfile, []

    def full(source, target, **options):
        if str(target).endswith(".next"):
            copied.append(target)
            if len(copied) == 2:
                raise OSError(28, "No space left on device", str(target))
        return copy(source, target, **options)

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(NotAddedError, match=r"No space left on device.*is as it was"):
        adopt(proposal, folder)
    assert state(folder) == before


def test_a_renaming_that_fails_is_undone(folder, proposed, tmp_path, monkeypatch):
    from fenghua_analysis.supply import together

    proposal, before = proposed(incomes_csv(tmp_path / "a.csv")), state(folder)
    rename, renamed = together.os.replace, []

    def failing(source, target):
        if folder in target.parents:
            renamed.append(target)
            if len(renamed) == 2:
                raise KeyboardInterrupt
        rename(source, target)

    monkeypatch.setattr(together.os, "replace", failing)
    with pytest.raises(KeyboardInterrupt):
        adopt(proposal, folder)
    assert state(folder) == before


def test_a_folder_that_would_not_pass_its_check_is_not_added_to(
    folder, proposed, tmp_path
):
    proposal = proposed(incomes_csv(tmp_path / "a.csv"))
    (folder / "geo/fenghua_townships_tiles.geojson").unlink()
    before = state(folder)
    with pytest.raises(DataError, match=r"fenghua_townships_tiles\.geojson"):
        adopt(proposal, folder)
    assert state(folder) == before
