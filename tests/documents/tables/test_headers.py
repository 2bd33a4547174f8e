"""Headers of flattened tables."""

from fenghua_analysis.documents import Document
from fenghua_analysis.documents.tables.headers import column_titles, header_end


def _end(*texts: str) -> int:
    return header_end(Document("\n\n".join(texts)).lines, 0)


def test_a_header_ends_with_its_last_title() -> None:
    assert _end("指标", "2020年", "2025年", "托位数(个)", "2", "4") == 3


def test_a_title_that_nobody_lists_stands_between_those_that_are_known() -> None:
    titles = ("序号", "指标", "每千人口拥有量", "责任单位")
    assert _end(*titles, "1", "托位数", "4", "区教育局") == 4


def test_above_regions_everything_is_header_down_to_the_first_with_a_value() -> None:
    titles = ("地区", "就业工程", "新增就业(人)", "市人社局", "目标", "任务", "进度")
    assert _end(*titles, "全市", "120", "60", "东溪区", "70", "40") == len(titles)


def test_a_sentence_is_no_header() -> None:
    assert _end("地区生产总值增长5%。", "指标", "目标") == 0
    assert _end("地区", "这是一段关于全市各地就业工作的说明文字。", "全市", "5") == 1


def test_titles_cut_into_two_lines_are_one() -> None:
    header = ["序号", "指标", "单位", "2020年", "基期值", "2025年", "目标值"]
    assert column_titles(header)[1] == ["2020年基期值", "2025年目标值"]
    assert column_titles(["指标", "总量", "(亿元)"])[1] == ["总量(亿元)"]
    assert column_titles(["比上年同期", "增长(%)"])[1] == ["比上年同期增长(%)"]


def test_departments_above_columns_hold_no_values() -> None:
    assert column_titles(["地区", "新增就业(人)", "市教育局"])[1] == ["新增就业(人)"]


def test_titles_repeated_below_indicators_belong_to_one_each() -> None:
    header = ["地区", "民生工程", "就业(人)", "失业率(%)", *["目标", "任务", "进度"]]
    found = column_titles([*header, "完成率", "目标", "任务", "进度"])[1]
    assert found == [
        *("就业(人)目标任务", "就业(人)进度", "就业(人)完成率"),
        *("失业率(%)目标任务", "失业率(%)进度"),
    ]


def test_a_category_above_the_first_number_is_no_title() -> None:
    titles = ("类别", "序号", "指标", "2020年", "2025年", "属性")
    for category in ("环境质量", "发展目标", "重点任务", "任务进度"):
        assert _end(*titles, category, "1", "托位数(个)", "2", "4") == 6


def test_behind_the_attribute_only_known_titles_are_titles() -> None:
    titles = ("序号", "指标", "2020年", "2025年", "属性")
    assert _end(*titles, "环境质量", "1", "托位数(个)", "2", "4") == 5
