"""Names in two spellings, and words typed wrong."""

import pytest

from fenghua_analysis.audit import HARD, SOFT
from fenghua_analysis.audit.words import spelled
from fenghua_analysis.audit.words.bodies import bodies
from fenghua_analysis.audit.words.names import echoes, kinds, quoted
from fenghua_analysis.audit.words.sounds import alike
from fenghua_analysis.audit.words.spellings import confusions, letters, traditional
from fenghua_analysis.audit.words.titles import two_spellings
from fenghua_analysis.audit.words.twins import twins
from tests.audit.words.drafts import TITLE, found, item, told, work_list


def text(*sentences: str) -> str:
    return "\n\n".join((TITLE, *sentences))


@pytest.mark.parametrize(
    "pair", ["治制", "届节", "印引", "纷封", "教救", "末未", "生身"]
)
def test_characters_that_sound_or_look_alike(pair):
    assert alike(*pair) and alike(*reversed(pair))


@pytest.mark.parametrize("pair", ["上下", "区市", "男女", "治治", "东a", "路桥"])
def test_characters_that_nobody_confuses(pair):
    assert not alike(*pair)


def test_one_character_that_sounds_alike_makes_two_spellings():
    finding = told(
        twins,
        text("实施全民法治素养提升行动。", "加快推进全民法制素养提升行动落地。"),
    )
    assert (finding.key, finding.severity) == ("twin", HARD)


def test_a_rare_spelling_of_a_frequent_name_is_a_slip_whatever_its_sound():
    usual = [f"{verb}湖东科创大走廊建设。" for verb in ("推进", "加快", "谋划", "支持")]
    assert found(twins, text(*usual, "服务湖东青创大走廊建设。")) == [("twin", HARD)]


def test_words_that_are_no_name_may_differ_however_often():
    usual = [f"{verb}开展职业技能培训。" for verb in ("统筹", "持续", "扎实", "深入")]
    assert found(twins, text(*usual, "积极开展职业技术培训。")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("完成上半年两批项目申报工作。", "完成下半年两批项目申报工作。"),
        ("完成第一批示范村评审工作。", "完成第二批示范村评审工作。"),
        (
            "市人民政府办公厅关于推进绿道建设的意见",
            "市人民政府办公室关于推进绿道建设的意见",
        ),
        ("加强城乡社区管理和服务机制建设。", "加强城乡社区治理和服务机制建设。"),
        ("开展年度总结和评价工作并通报。", "开展年度总结和评估工作并通报。"),
        ("省级财政安排专项资金支持。", "市级财政安排专项资金支持。"),
        ("推进全区重点建设项目前期工作。", "推进全区重大建设项目前期工作。"),
    ],
)
def test_what_is_told_apart_on_purpose_is_no_slip(one, other):
    assert found(twins, text(one, other)) == []


def test_two_endings_of_one_word_are_a_question_within_one_document():
    one, other = "新增托位中普惠型托位占八成。", "新增托位中普惠性托位不少于八成。"
    assert found(twins, text(one, other)) == [("suffix", SOFT)]
    assert found(twins, text(one), text(other)) == []


def test_two_quoted_names_that_sound_alike_are_one():
    names = text("推广“解纷码”应用。", "完成“解封码”推广。")
    assert told(quoted, names).severity == HARD
    assert found(quoted, text("推广“上岗码”。", "推广“下岗码”。")) == []


def test_the_name_of_an_item_is_echoed_by_its_cells():
    cells = item(
        "大教助体系(区民政局)",
        target="救助标准提高。",
        work="落实救助政策，开展救助核查，救助信息共享。",
    )
    assert told(echoes, work_list(cells)).values["one"] == "教助"


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("实施数字经济倍增行动。", "推进数字经济倍增工程。"), [("kinds", SOFT)]),
        (("实施数字经济倍增行动。", "印发数字经济倍增行动计划。"), []),
        (("建成“山海”实践学校。", "确定“山海”实践小学选址。"), [("kinds", HARD)]),
        (("实施就业提升行动。", "实施养老提升工程。"), []),
    ],
)
def test_one_name_is_one_kind_of_thing(sentences, expected):
    assert found(kinds, text(*sentences)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("按照关于引发实施方案的通知执行。", [("confused", SOFT)]),
        ("由此引发关注。", []),
        ("出台先关政策。", [("confused", SOFT)]),
        ("先关闭再改造。", []),
        ("开展法制教育，强化法治教育。", [("two_words", HARD)]),
        ("做好重大执法决定法制审核。", []),
        ("截止2024年6月底完成。", [("confused", SOFT)]),
        ("报名截止日期顺延。", []),
        ("构建全链条体系，创建全国文明城市。", []),
    ],
)
def test_words_typed_by_sound(sentence, expected):
    assert found(confusions, text(sentence)) == expected


def test_a_traditional_character_in_a_simplified_text_is_a_slip():
    filler = "持续提升公共服务水平，" * 30
    assert told(traditional, text(filler + "惠及中小學生。")).values["char"] == "學"


def test_a_text_in_traditional_characters_is_written_so_on_purpose():
    assert found(traditional, "關於發展經濟的實施意見\n\n擴大開放，發展產業。") == []


def test_letters_in_two_cases():
    assert found(letters, text("推广We平台。", "维护we平台。")) == [("letters", SOFT)]


def test_departments_in_several_ways_make_one_finding():
    finding = told(
        bodies,
        text(
            "推进健康建设(区卫健局、区总工会)。",
            "推进托育建设(区卫生健康局、总工会)。",
            "推进人才建设(区委办、区委人才办)。",
        ),
    )
    assert finding.severity == SOFT
    ways = finding.values["ways"]
    assert "区卫生健康局、区卫健局" in ways and "区总工会、总工会" in ways
    assert "人才" not in ways


def test_a_document_cited_with_a_word_more_is_one_document():
    one = "落实《临湖区推进制造业高质量发展的若干意见》。"
    other = "执行《临湖区制造业高质量发展的若干意见》。"
    assert told(two_spellings, text(one, other)).severity == SOFT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("《临湖市公共服务体系建设规划》", "《临湖市城乡社区服务体系建设规划》"),
        (
            "《临湖市城乡风貌整治提升行动实施方案》",
            "《湖东区城乡风貌整治提升实施方案》",
        ),
        (
            "《关于推进2023年绿道建设的工作意见》",
            "《关于推进2024年绿道建设的工作意见》",
        ),
    ],
)
def test_different_documents_stay_apart(one, other):
    assert found(two_spellings, text(f"落实{one}。", f"执行{other}。")) == []


def test_what_one_rule_tells_the_next_does_not_tell_again():
    names = text("推进全民法治教育提升行动。", "做好全民法制教育提升行动宣传。")
    assert len(found(spelled, names)) == 1
