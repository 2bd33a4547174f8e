"""One little document in four formats, for tests that compare how they read."""

import html
import io
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

Span = tuple[str, int, int]
"""Text of a cell, and the rows and columns that it covers."""


@dataclass(frozen=True)
class Table:
    """Rows of cells; paragraphs of a cell are parted by line ends."""

    rows: Sequence[Sequence[Span | str]]
    widths: Sequence[int]

    def spans(self) -> list[list[Span]]:
        return [
            [(cell, 1, 1) if isinstance(cell, str) else cell for cell in row]
            for row in self.rows
        ]


Part = str | Table

INDICATORS = Table(
    [
        [("领域", 2, 1), ("2024年指标目标", 1, 3), ("责任单位", 2, 1)],
        ["序号", "指标", "目标值"],
        [("幼有善育", 2, 1), "1", "★每千人口拥有3岁以下婴幼儿托位数（个）", "4.5",
         ("县卫生\n健康局", 2, 1)],
        ["2", "普惠托位占比（%）", "≥86"],
        ["学有优教", "3", "新增公办学位数（个）", "890", "县教育局"],
    ],
    (2, 1, 5, 2, 3),
)  # fmt: skip
TASKS = Table(
    [
        ["序号", "工作任务（部门）", "目标体系", "工作体系", "政策体系", "评价体系",
         "进度安排"],
        [("民生保障先行示范（共2项）", 1, 7)],
        ["1", "普惠托育（县卫生健康局、县教育局）",
         "新增托位450个，普惠托位占比达到60%以上。",
         "1.开展摸底调查。\n2.建设托育中心3家。", "《托育服务工作方案》。", "",
         "2—4月：印发方案。\n5—8月：建成托育中心2家。\n年底前：完成验收。"],
        ["2", "公办学位扩容（县教育局）", "新增公办学位890个。", "1.完善规划。", "",
         "年度考核办法。", "一季度：开工建设。二季度：主体结构封顶。"],
        [("生态宜居先行示范（共1项）", 1, 7)],
        ["3", "美丽河湖（县水利局）", "建设美丽河湖5条。", "1.制定方案。", "", "",
         "全年：按月调度。"],
    ],
    (1, 3, 4, 4, 3, 3, 5),
)  # fmt: skip
LITTLE: list[Part] = [
    "临江县2024年推进共同富裕工作要点",
    "为推进共同富裕，现提出2024年工作要点如下。",
    "一、主要目标",
    "（一）收入分配。城乡居民收入倍差缩小到1.67以内，居民人均可支配收入增长8%以上，"
    "城镇登记失业率控制在3.5%以内，家庭可支配收入10—50万元群体比例达65%。（责任单位：县发改局）",
    "（二）公共服务。每千名老年人拥有护理型床位由4.8张提高到7张，适龄妇女两癌筛查完成3.2万人次。",
    "二、指标目标",
    INDICATORS,
    "三、重点任务",
    "加强组织领导，压实工作责任。",
    "附件1",
    "2024年重点工作清单",
    TASKS,
]


def as_html(parts: Sequence[Part]) -> str:
    """A web page with the parts in the middle of what surrounds a text."""
    body = "\n".join(_html(part) for part in parts)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<title>要点_临江县人民政府</title></head><body>
<div class="header"><h2>临江县人民政府2023年门户网站工作计划</h2></div>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a>政务公开</a></li>
<li><a>2023年新增就业5000人</a></li></ul></div>
<div class="crumbs">当前位置：<a>首页</a> &gt; <a>政务公开</a></div>
<div class="con"><p>发布时间：2024-03-05 浏览次数：1234次 【字体：大 中 小】</p>
{body}
<div class="share">分享到：微信 100人</div></div>
<div class="list"><h3>相关阅读</h3><ul><li><a>全县投资增长12%</a></li>
<li><a>新增托位900个</a></li><li><a>三</a></li></ul></div>
<div id="footer">主办单位：临江县人民政府办公室 网站标识码：3301220003</div>
</body></html>"""


def _html(part: Part) -> str:
    if isinstance(part, str):
        return f"<p>{html.escape(part)}</p>"
    rows = "".join(f"<tr>{''.join(map(_td, row))}</tr>" for row in part.spans())
    return f"<table>{rows}</table>"


def _td(span: Span) -> str:
    text, rows, columns = span
    inside = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
    return f'<td rowspan="{rows}" colspan="{columns}">{inside}</td>'


def as_docx(parts: Sequence[Part]) -> bytes:
    """A Word document with the parts."""
    from docx import Document

    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            _add_table(document, part)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _add_table(document, part: Table) -> None:
    table = document.add_table(len(part.rows), len(part.widths))
    taken: set[tuple[int, int]] = set()
    for row, spans in enumerate(part.spans()):
        column = 0
        for text, rows, columns in spans:
            while (row, column) in taken:
                column += 1
            covered = [
                (row + a, column + b) for a in range(rows) for b in range(columns)
            ]
            taken.update(covered)
            cell = table.cell(row, column).merge(table.cell(*covered[-1]))
            cell.text, *more = text.split("\n")
            for line in more:
                cell.add_paragraph(line)


def as_pdf(parts: Sequence[Part], *, setting: str = "") -> bytes:
    """A PDF with a text layer and ruled tables, several pages of it."""
    body = "\n\n".join(_typst(part) for part in parts)
    return typeset(
        '#set page(width: 240mm, height: 120mm, margin: 18mm, numbering: "— 1 —")\n'
        f"#set par(first-line-indent: (amount: 2em, all: true)){setting}\n{body}"
    )


def typeset(source: str) -> bytes:
    """A PDF of typst source, in the font that the package ships."""
    import pylopdf_fonts_zh_cn
    import typst

    fonts = Path(pylopdf_fonts_zh_cn.__file__).parent
    settings = '#set text(font: "Noto Sans SC", size: 10pt, lang: "zh")\n'
    content: bytes = typst.compile(
        (settings + source).encode(), font_paths=[str(fonts)], ignore_system_fonts=True
    )
    return content


def _typst(part: Part) -> str:
    if isinstance(part, str):
        return f"#{_quoted(part)}"
    widths = ", ".join(f"{width}fr" for width in part.widths)
    spans = part.spans()
    cells = [[_typst_cell(span) for span in row] for row in spans]
    head = 1 + any(rows > 1 for _, rows, _ in spans[0])
    header, body = (
        ", ".join(itertools.chain(*part)) for part in (cells[:head], cells[head:])
    )
    return f"#table(columns: ({widths}), table.header({header}), {body})"


def _typst_cell(span: Span) -> str:
    text, rows, columns = span
    lines = " + linebreak() + ".join(_quoted(line) for line in text.split("\n"))
    return f"table.cell(rowspan: {rows}, colspan: {columns}, {lines})"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
