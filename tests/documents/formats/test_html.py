"""Web pages as offices publish them."""

import pytest

from fenghua_analysis.documents import Document, extract_facts
from fenghua_analysis.documents.formats import html
from fenghua_analysis.documents.formats.furniture import is_furniture, without_counters
from fenghua_analysis.errors import DataError

TEXT = "<p>一、目标</p><p>新增托位450个，提供服务30万人次以上。</p>"
READ = "一、目标\n新增托位450个，提供服务30万人次以上。"


def _read(page: str, encoding: str = "utf-8") -> str:
    return html.read(page.encode(encoding), "plan.html")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("stated", ["", "utf-8", "gb2312"])
def test_the_encoding_is_told_by_the_content_whatever_the_page_says(
    encoding: str, stated: str
) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={stated}">'
    assert _read(f"<html><head>{meta if stated else ''}</head>{TEXT}", encoding) == READ


def test_a_page_with_a_spoilt_character_is_read_by_the_charset_that_it_names() -> None:
    filler = "各单位要加强组织领导。" * 30
    page = f'<meta charset="utf-8"><p>{filler}</p>{TEXT}'.encode() + b"<p>\xff\xff\xe5"
    assert READ in html.read(page, "plan.html")


def test_bytes_without_a_charset_that_fits_are_no_text() -> None:
    with pytest.raises(DataError, match="不是可读的文字"):
        html.read(b"<html>" + bytes(range(1, 256)) * 4, "plan.html")


@pytest.mark.parametrize(
    "clutter",
    [
        "<script>var a='新增5个。'</script>",
        "<style>.a{content:'新增5个。'}</style>",
        "<noscript>请开启脚本，新增5个。</noscript>",
        "<!-- 新增5个。 -->",
        "<nav><a>公开</a>新增5个。</nav>",
        "<footer>新增5个。</footer>",
        "<div class='main-nav clearfix'>新增5个。</div>",
        "<div id='pageFooter'>新增5个。</div>",
        "<div class='bdsharebuttonbox'>新增5个。</div>",
        "<div class='relatedNews'><p>全县新增5个。</p></div>",
        "<div style='DISPLAY : none'>新增5个。</div>",
        "<p hidden>新增5个。</p>",
        "<p aria-hidden='true'>新增5个。</p>",
        "<select><option>新增5个。</option></select>",
        "<ul><li><a>新增5个。</a></li><li><a>二</a></li><li><a>三</a></li></ul>",
        "<p>浏览次数：5次</p>",
        "<p>您现在的位置：<a>首页</a> &gt; <a>公开</a> &gt; 5号</p>",
        "<p>【打印】【关闭】</p>",
        "<p>下一篇：全县新增5个</p>",
        "<p>版权所有：某县人民政府办公室 浙ICP备05012345号</p>",
    ],
)
def test_what_is_no_part_of_the_document_is_left_out(clutter: str) -> None:
    assert (
        _read(f"<body>{clutter}<div class='con'>{TEXT}</div>{clutter}</body>") == READ
    )


def test_a_class_that_the_page_itself_hides_is_hidden() -> None:
    style = "<style>@media print{.con{display:none}} .gone, #x{ display:none }</style>"
    page = f"<head>{style}</head><div class='con'>{TEXT}<p class='gone'>新增5个。</div>"
    assert _read(page) == READ


def test_clutter_that_holds_most_of_the_text_is_the_text() -> None:
    assert _read(f"<div class='search-result'>{TEXT}</div>") == READ


def test_the_title_outside_the_text_comes_first_and_once() -> None:
    page = f"<div class='header'><h1>2024年工作要点通知</h1></div><div>{TEXT}</div>"
    assert _read(page) == f"2024年工作要点通知\n{READ}"
    named = f"<meta name='ArticleTitle' content='2024年工作要点'>{TEXT}"
    assert _read(named) == f"2024年工作要点\n{READ}"
    assert _read(f"<h1>2024年工作要点通知</h1>{TEXT}").count("要点") == 1


def test_what_stands_outside_the_container_of_all_sentences_is_left_out() -> None:
    weather = "<div class='x'>今天是2024年5月6日 多云 18℃~26℃</div>"
    imprint = "<table><tr><td>索引号<td>0084<tr><td>浏览次数<td>3652次</table>"
    visitors = "<p>您是第1024368位访客</p>"
    page = f"<body>{weather}{imprint}<div>{TEXT}</div>{visitors}</body>"
    assert _read(page) == READ


def test_a_table_beside_the_text_is_part_of_the_document() -> None:
    rows = "<tr><td>指标<td>目标<tr><td>托位<td>5个<tr><td>床位<td>6张"
    page = f"<body><div>{TEXT}</div><div><table>{rows}</table></div></body>"
    assert _read(page).split("\n")[2:] == ["指标\t目标", "托位\t5个", "床位\t6张"]


def test_links_to_annexes_stay() -> None:
    links = "".join(f"<li><a>附件{n}：清单</a></li>" for n in (1, 2, 3))
    assert "附件2：清单" in _read(f"{TEXT}<ul>{links}</ul>{TEXT}")


def test_breaks_and_blocks_end_lines_and_white_space_does_not() -> None:
    page = "<div>新增\n  托位<br>450个<p>建设<span>学校</span>5所</div>完。"
    assert _read(page).split("\n") == ["新增 托位", "450个", "建设学校5所", "完。"]


@pytest.mark.parametrize(
    ("items", "read"),
    [
        ("<ol><li>甲<li>乙</ol>", "1.甲\n2.乙"),
        ("<ol start='3'><li>甲<li value='7'>乙<li>丙</ol>", "3.甲\n7.乙\n8.丙"),
        ("<ol type='a'><li>甲<li>乙</ol>", "a.甲\nb.乙"),
        ("<ol><li>5万元</ol>", "1、5万元"),
        ("<ol><li>1.甲<li>（二）乙</ol>", "1.甲\n（二）乙"),
        ("<ol style='list-style: none'><li>甲</ol>", "甲"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙"),
        ("<ol><li>甲<ol><li>子</ol><li>乙</ol>", "1.甲\n1.子\n2.乙"),
    ],
)
def test_list_numbers_that_the_browser_prints_are_in_the_text(
    items: str, read: str
) -> None:
    assert _read(items) == read


def test_raised_digits_are_powers_or_notes() -> None:
    assert _read("<p>3km<sup>2</sup>，5%<sup>[1]</sup>以上") == "3km²，5%以上"


def test_spans_of_rows_and_columns_meet_in_the_right_cells() -> None:
    page = """<table><tr><th rowspan="2">领域<th colspan="2">目标<th rowspan=2>部门
    <tr><th>2023年<th>2024年
    <tr><td rowspan=0>民生<td>1<td>2<td>甲局<tr><td>3<td>4<td>乙局
    </table>"""
    assert _read(page).split("\n") == [
        "领域\t目标\t目标\t部门",
        "领域\t2023年\t2024年\t部门",
        "民生\t1\t2\t甲局",
        "民生\t3\t4\t乙局",
    ]


def test_a_table_inside_a_layout_table_is_the_one_that_is_read() -> None:
    inner = "<table><tr><td>指标<td>目标<tr><td>托位<td>5个</table>"
    page = f"<table><tr><td>各单位：<td>右栏<tr><td>{inner}<td>完</table>"
    assert _read(page).split("\n") == [
        "各单位：",
        "右栏",
        "指标\t目标",
        "托位\t5个",
        "完",
    ]


def test_an_indicator_by_region_table_with_two_header_lines_gives_its_facts() -> None:
    page = """<p>2024年民生实事进展情况</p><table>
    <tr><td rowspan=2>地区<td colspan=3>新增托位（个）<td colspan=2>适老化改造（户）
    <tr><td>目标<td>进度<td>完成率(%)<td>目标<td>进度
    <tr><td>甲县<td>300<td>210<td>70<td>100<td>98
    <tr><td>乙县<td>200<td>200<td>100<td>50<td>20</table>"""
    facts = extract_facts(Document(_read(page)))
    found = {(f.region, f.kind, f.value, f.unit) for f in facts if f.unit != "%"}
    assert found == {
        ("甲县", "target", 300, "个"),
        ("甲县", "actual", 210, "个"),
        ("甲县", "target", 100, "户"),
        ("甲县", "actual", 98, "户"),
        ("乙县", "target", 200, "个"),
        ("乙县", "actual", 200, "个"),
        ("乙县", "target", 50, "户"),
        ("乙县", "actual", 20, "户"),
    }


def test_elements_nested_without_end_are_a_clear_error() -> None:
    with pytest.raises(DataError, match="嵌套过深"):
        _read("<div>" * 100_000 + TEXT)


def test_elements_nested_as_deep_as_an_editor_makes_them_are_read() -> None:
    assert _read("<div><span>" * 300 + TEXT) == READ


@pytest.mark.parametrize("page", ["<html></html>", "<!-- -->", "<table></table>"])
def test_a_page_without_text_is_empty(page: str) -> None:
    assert _read(page) == ""


def test_lines_of_the_page_are_told_from_lines_of_the_document() -> None:
    assert not any(map(is_furniture, ["主要目标", "位置优越的新城", "打印机新增5台"]))
    assert without_counters("来源：县府办 字体：大 中 小") == "来源：县府办"
    assert without_counters("阅读：5\t新增") == "阅读：5\t新增"
