"""Supplied figures beside those that stand, and everything that forbids adding them."""

import pytest

from fenghua_analysis import wording
from fenghua_analysis.errors import DataError
from fenghua_analysis.supply import CONFLICT, NEW, SAME, doubts, propose
from fenghua_analysis.table import OBSERVATIONS
from tests.offices import INCOMES, TOWNSHIPS, incomes_csv, text, workbook

HEAD = "指标,地区,年份,数值,单位,数据性质"
# Fenghua's own mean of 2022 stands as an estimate of 54,451 yuan.
STANDING = "income_all,奉化区,2022,54451,元"
OTHERWISE = "income_all,奉化区,2022,55000,元"


@pytest.fixture
def proposed(shipped):
    def proposing(*paths, date="2023-01-01"):
        return propose(paths, shipped, date=date)

    return proposing


def counts(proposal):
    return [proposal.count(fate) for fate in (NEW, SAME, CONFLICT)]


def test_figures_without_a_counterpart_are_new(proposed, tmp_path):
    proposal = proposed(incomes_csv(tmp_path / "a.csv"))
    assert counts(proposal) == [12, 0, 0]
    rows = proposal.rows[OBSERVATIONS]
    assert rows.value.tolist() == list(INCOMES)
    assert set(rows.unit) == {"元"} and set(rows.status) == {"internal"}


def test_an_equal_figure_is_there_already(proposed, tmp_path):
    assert counts(proposed(text(tmp_path / "a.csv", HEAD, STANDING + ","))) == [0, 1, 0]


def test_another_figure_is_a_conflict_and_shows_what_stands(proposed, tmp_path):
    proposal = proposed(text(tmp_path / "a.csv", HEAD, OTHERWISE + ","))
    assert counts(proposal) == [0, 0, 1]
    (row,) = proposal.rows[OBSERVATIONS].to_dict("records")
    assert (row["value"], row["value_standing"]) == (55000, 54451)
    assert (row["status_standing"], row["source_standing"]) == (
        *("estimated", "nb_income_2022"),
    )


def test_an_equal_figure_that_is_said_to_be_known_otherwise_is_a_conflict(
    proposed, tmp_path
):
    """An estimate does not become a publication by standing in a file again."""
    head = f"{HEAD},发布单位,资料来源"
    path = text(tmp_path / "a.csv", head, STANDING + ",公布,区统计局,年鉴")
    assert counts(proposed(path)) == [0, 0, 1]


def test_files_of_one_command_are_proposed_together(proposed, tmp_path):
    town = text(tmp_path / "b.csv", HEAD, "income_urban,奉化区,2022,64000,元,")
    proposal = proposed(incomes_csv(tmp_path / "a.csv"), town)
    assert counts(proposal) == [13, 0, 0] and len(proposal.sources) == 2


# ── Sources ──────────────────────────────────────────────────────────────────────────


def test_a_file_becomes_a_source_by_its_name_and_its_content(proposed, tmp_path):
    path = incomes_csv(tmp_path / "镇街 Income-2022.csv")
    (source,) = proposed(path).sources.values()
    assert source.id == f"user_income_2022_{source.sha256[:8]}"
    assert (source.kind, source.title, source.file) == (
        *("user", path.name, path.name),
    )
    assert source.publisher == "使用者提供 / supplied by user"
    assert source.issued == "2023-01-01"


def test_the_same_file_is_the_same_source_on_any_day(proposed, tmp_path):
    path = incomes_csv(tmp_path / "a.csv")
    assert list(proposed(path).sources) == list(
        proposed(path, date="2024-05-05").sources
    )


def test_several_publications_in_one_file_are_several_sources(proposed, tmp_path):
    head = "地区,年份,收入（元）,资料来源,发布单位"
    rows = [head, "溪口镇,2022,1,甲,统计局", "裘村镇,2022,2,乙,统计局"]
    first, second = proposed(text(tmp_path / "a.csv", *rows)).sources.values()
    assert (first.title, second.title) == ("甲", "乙")
    assert second.id == f"{first.id}_2"


@pytest.mark.parametrize("field", ["id", "title"])
def test_a_registered_publication_is_credited_itself(
    proposed, shipped, tmp_path, field
):
    registered = shipped.sources["zj_yearbook_2022"]
    row = f'溪口镇,2022,52000,"{getattr(registered, field)}"'
    path = text(tmp_path / "a.csv", "地区,年份,收入（元）,资料来源", row)
    (source,) = proposed(path).sources.values()
    assert source == registered


# ── Whence, and how far from what is known ───────────────────────────────────────────


def _form(path, rows, **said):
    """A workbook of ours: the sheet of instructions with its form, and the data."""
    labels = {"title": "资料名称", "publisher": "发布单位", "issued": "发布日期"}
    form = [[label, said.get(name)] for name, label in labels.items()]
    head = ["地区", "年份", "居民人均可支配收入", "单位", "数据性质"]
    return workbook(path, {"填写说明": form, "数据": [head, *rows]})


TOWN = ["溪口镇", 2022, 52_000, "元"]


@pytest.mark.parametrize(
    ("said", "nature", "status"),
    [
        ({}, None, "internal"),
        ({}, "内部数据", "internal"),
        ({"title": "年鉴", "publisher": "区统计局"}, None, "published"),
        ({"title": "年鉴", "publisher": "区统计局"}, "内部", "internal"),
        ({}, "估计", "estimated"),
    ],
)
def test_only_a_named_publication_makes_a_figure_published(
    proposed, tmp_path, said, nature, status
):
    path = _form(tmp_path / "a.xlsx", [[*TOWN, nature]], **said)
    assert proposed(path).rows[OBSERVATIONS].status.tolist() == [status]


@pytest.mark.parametrize(
    ("said", "nature", "missing"),
    [
        ({}, "公布", "资料名称"),
        ({"publisher": "区统计局"}, "初步核算", "资料名称"),
        ({"title": "年鉴"}, None, "发布单位"),
    ],
)
def test_a_published_figure_needs_its_publication(
    proposed, tmp_path, said, nature, missing
):
    path = _form(tmp_path / "a.xlsx", [[*TOWN, nature]], **said)
    with pytest.raises(DataError, match=f"数据!C2：称为公布数，但没有写明“{missing}”"):
        proposed(path)


def test_a_registered_publication_has_its_publisher(proposed, tmp_path, shipped):
    title = shipped.sources["zj_yearbook_2022"].title
    path = _form(tmp_path / "a.xlsx", [[*TOWN, "公布"]], title=title)
    assert proposed(path).rows[OBSERVATIONS].source.tolist() == ["zj_yearbook_2022"]


def test_faults_come_in_the_order_of_the_rows(proposed, tmp_path):
    rows = [
        ["溪口镇", 2022, -1, "元"],
        ["某镇", 2022, 5, "元"],
        ["裘村镇", 2022, "x", "元"],
    ]
    with pytest.raises(DataError) as caught:
        proposed(_form(tmp_path / "a.xlsx", [[*row, None] for row in rows]))
    cells = [problem.column for problem in caught.value.problems]
    assert cells == ["数据!C2", "数据!A3", "数据!C4"]


def test_an_unknown_township_is_answered_with_townships(proposed, tmp_path):
    rows = [
        [*TOWN, None],
        ["大堰", 2022, 5, "元", None],
        ["奉花镇", 2022, 5, "元", None],
    ]
    with pytest.raises(DataError, match=r"奉花镇.*如 锦屏街道、岳林街道、江口街道"):
        proposed(_form(tmp_path / "a.xlsx", rows))


@pytest.mark.parametrize(
    ("row", "is_far"),
    [
        ("居民人均可支配收入,溪口镇,2022,4.39,元,", True),  # 万元 was meant
        ("居民人均可支配收入,溪口镇,2022,43900,元,", False),
        ("居民人均可支配收入,溪口镇,2022,43900,万元,", True),
        ("城乡居民收入倍差,奉化区,2022,1.71,,", False),
    ],
)
def test_a_figure_far_from_all_that_is_known_is_asked_about(
    proposed, shipped, tmp_path, row, is_far
):
    found = doubts(proposed(text(tmp_path / "a.csv", HEAD, row)), shipped)
    assert bool(found) == is_far


def test_a_whole_column_in_the_wrong_unit_vouches_for_nothing(
    proposed, shipped, tmp_path
):
    path = incomes_csv(tmp_path / "a.csv", [one / 10_000 for one in INCOMES])
    found = doubts(proposed(path), shipped)
    assert len(found) == 12
    assert "与该指标已知的数（" in found[0].text() and "单位是否有误" in found[0].text()


def test_small_towns_vouch_for_each_others_people(proposed, shipped, tmp_path):
    """No region of the registry is as small as a township."""
    head = "地区,年份,常住人口（万人）"
    towns = [f"{name},2022,1.{n}" for n, name in enumerate(TOWNSHIPS[:4])]
    assert doubts(proposed(text(tmp_path / "a.csv", head, *towns)), shipped) == []
    alone = text(tmp_path / "b.csv", head, "溪口镇,2022,0.001")
    assert len(doubts(proposed(alone), shipped)) == 1


# ── Mutations: one mistake, one message, and no proposal ─────────────────────────────


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            ["income_all,溪口镇,2022,1,元,", "income_all,溪口,2022年,2,元,"],
            r"row 3 · 数值 · value “income_all · 330213100 · 2022”: "
            r"the same figure is given at a\.csv · 2 · 数值 → leave one",
        ),
        (
            ["income_all,溪口镇,2022,-52000,元,"],
            "row 2 · 数值 · value “-52000”: a sum of money must be above zero",
        ),
        (
            ["income_all,溪口镇,2022,0,元,"],
            "a sum of money must be above zero → check it; leave the cell blank",
        ),
        (["population,溪口镇,2022,-8,万人,"], "must not be below zero"),
        (["urbanisation,奉化区,2022,625,%,"], "value “625.0”: outside 0–100"),
        (
            ["income_all,溪口镇,2022-12,52000,元,"],
            "row 2 · 年份 · value “2022-12”: the period does not fit the indicator",
        ),
        (
            ["income_all,奉化市,2022,52000,元,"],
            "the region did not exist in that year",
        ),
        (["income_all,溪口镇,2022,52000,人,"], "does not fit the indicator → use “元”"),
        (["income_all,溪口镇,2022,五万,元,"], "value “五万”: not a number"),
        (["income_all,溪扣,2022,52000,元,"], "no such region"),
    ],
)
def test_a_mistake_is_named_where_it_stands(proposed, tmp_path, rows, message):
    wording.speak("en")
    with pytest.raises(DataError, match=message) as caught:
        proposed(text(tmp_path / "a.csv", HEAD, *rows))
    assert all(problem.file == "a.csv" for problem in caught.value.problems)


def test_all_mistakes_of_all_files_are_told_at_once(proposed, tmp_path):
    wrong = text(tmp_path / "a.csv", HEAD, "income_all,某镇,2022,x,元,")
    negative = workbook(
        tmp_path / "b.xlsx",
        {"表": [["地区", "年份", "收入（元）"], ["溪口镇", 2022, -1]]},
    )
    with pytest.raises(DataError) as caught:
        proposed(wrong, negative, tmp_path / "nowhere.xlsx")
    keys = {problem.key for problem in caught.value.problems}
    assert keys == {"unknown_region", "not_positive", "no_such_file"}
    places = [problem.where("en") for problem in caught.value.problems]
    assert any("b.xlsx · 表!C2" in place for place in places)


def test_the_same_figure_in_two_files_is_given_twice(proposed, tmp_path):
    wording.speak("en")
    paths = [incomes_csv(tmp_path / name) for name in ("a.csv", "b.csv")]
    with pytest.raises(DataError, match=r"b\.csv .*is given at a\.csv · 2"):
        proposed(*paths)


def test_an_item_that_no_list_holds_is_named(proposed, tmp_path):
    wording.speak("en")
    row = "work,999,60"
    with pytest.raises(DataError, match=r"work_items\.csv does not hold it"):
        proposed(text(tmp_path / "a.csv", "清单,序号,完成比例（%）", row))


def test_more_than_all_of_an_item_is_none(proposed, tmp_path):
    wording.speak("en")
    with pytest.raises(DataError, match="completion must lie between 0% and 100%"):
        proposed(text(tmp_path / "a.csv", "清单,序号,completed", "work,1,60"))
