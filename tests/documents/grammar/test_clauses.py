"""Where a line parts, and where it does not."""

from fenghua_analysis.documents.grammar.clauses import read_line


def _clauses(text: str) -> list[str]:
    line = read_line(text)
    return [text[clause.start : clause.end] for clause in line.clauses]


def test_marks_inside_names_part_nothing() -> None:
    assert _clauses("推进“县乡一体,条抓块统”改革,印发《甲,乙》") == [
        "推进“县乡一体,条抓块统”改革",
        "印发《甲,乙》",
    ]


def test_a_bracket_that_belongs_to_a_name_stays_in_it() -> None:
    assert _clauses("区(县、市)财政安排21.76亿元") == ["区(县、市)财政安排21.76亿元"]


def test_a_bracket_that_states_a_quantity_is_a_clause_of_its_own() -> None:
    assert _clauses("新增托位450个(其中普惠270个)") == [
        "新增托位450个",
        "其中普惠270个",
    ]


def test_departments_in_a_bracket_are_a_credit_and_no_clause() -> None:
    line = read_line("建成中心1家(区民政局、区财政局)。新增床位5张。")
    assert [credit.departments for credit in line.credits] == [("区民政局", "区财政局")]
    assert len(line.clauses) == 2


def test_a_comma_of_thousands_and_a_colon_of_a_ratio_part_nothing() -> None:
    assert _clauses("产值1,234亿元,结构为5:48:47") == ["产值1,234亿元", "结构为5:48:47"]


def test_list_numbers_begin_a_sentence_and_belong_to_no_clause() -> None:
    line = read_line("1.新建5家。2.65岁以上老年人参检率达61%")
    assert [clause.sentence for clause in line.clauses] == [1, 3]
    assert line.clauses[1].quantities[0].value == 61


def test_brackets_that_never_close_do_no_harm() -> None:
    assert _clauses("((新增5家") == ["新增5家"]
