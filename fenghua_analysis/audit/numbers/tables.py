"""Tables that do not add up: totals against their rows, rates against their columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from fenghua_analysis.audit.evidence import Evidence
from fenghua_analysis.audit.findings import HARD, SOFT, Finding, Place
from fenghua_analysis.audit.numbers.measured import CONSTANT_PRICES, Span, plain
from fenghua_analysis.documents.grammar.places import is_whole
from fenghua_analysis.documents.passages import Passage
from fenghua_analysis.documents.tables.cells import read_cell
from fenghua_analysis.documents.tables.grids import Grid
from fenghua_analysis.documents.tables.titles import Title, read_title

_SUMMED = re.compile(r"合计|总计|总和|小计|全[市县区省州]合计")
_NOT_ADDED = re.compile(
    r"率|比|均|指数|度|单价|标准|浓度|增速|增幅|增长|%|‰|位次|排名|年限|价格|系数|得分|分$"
)
_DONE = re.compile(
    r"(?:完成|达成|达标|执行|使用|支付|投资完成)(?:率|进度|比例|占比)|^(?:进度|完成占比)$"
)
_GREW = re.compile(r"(?<!年均)(?:增长率?|增速|增幅|增减率?)(?!.*年均)")
_NESTED = re.compile(
    r"其中|#|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十\d]+\)|其他："
)
"""Rows that open parts of other rows: such a table is no plain sum."""
FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Value:
    """The one number of a cell, as it is printed."""

    cell: Passage
    value: float
    printed: Span


Row = Sequence[Passage | None]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two values that make a rate: part / whole, less 1 for a growth."""

    part: _Value
    whole: _Value
    less: int = 0

    @property
    def percent(self) -> float:
        return 100 * (self.part.value / (self.whole.value or 1) - self.less)

    def makes(self, rate: _Value) -> bool:
        """Whether the rate is theirs, within the printing of all three."""
        if self.whole.printed.low <= 0:
            return True
        ratio = self.part.printed / self.whole.printed
        made = Span(100 * (ratio.low - self.less), 100 * (ratio.high - self.less))
        return made.meets(rate.printed)


def tables(read: Sequence[Evidence]) -> Iterator[Finding]:
    """Sums and rates of every indicator table."""
    for evidence in read:
        for grid in evidence.grids:
            yield from _totals(grid, evidence=evidence)
            titles = [read_title(column.title) for column in grid.columns]
            for row in grid.rows:
                yield from _rates(row, grid, titles=titles, evidence=evidence)


def _totals(grid: Grid, *, evidence: Evidence) -> Iterator[Finding]:
    """The row 合计, or 全市 above its districts, against the rows that it sums."""
    labels = [_label(row, grid) for row in grid.rows]
    totals = [row for row, name in zip(grid.rows, labels, strict=True) if _sums(name)]
    parts = [
        row for row, name in zip(grid.rows, labels, strict=True) if not _sums(name)
    ]
    regions = any(column.role == "region" for column in grid.columns)
    if len(totals) != 1 or len(parts) < FEWEST_ROWS or any(map(_NESTED.match, labels)):
        return
    summed = _SUMMED.search(_label(totals[0], grid)) is not None
    for n, column in enumerate(grid.columns):
        added = column.role == "value" and not _NOT_ADDED.search(column.title)
        if added and (summed or regions):
            yield from _total(totals[0], parts, grid=grid, n=n, evidence=evidence)


def _sums(label: str) -> bool:
    return is_whole(label) and "平均" not in label


def _total(
    row: Row, rows: Sequence[Row], *, grid: Grid, n: int, evidence: Evidence
) -> Iterator[Finding]:
    """One column of a total row against the same column of the others."""
    total = _value(row[n])
    parts = [part for other in rows if (part := _value(other[n]))]
    if total is None or len(parts) < len(rows):
        return
    added = reduce(add, (part.printed for part in parts))
    if added.meets(total.printed):
        return
    label = _label(row, grid)
    # 全市 may hold more than the districts below it; 合计 is their sum.
    more = added.high < total.printed.low and not _SUMMED.search(label)
    yield Finding(
        kind="sum_mismatch",
        severity=SOFT if more else HARD,
        key="table",
        places=tuple(_place(value, evidence) for value in (total, *parts)),
        values={
            "column": grid.columns[n].title,
            "row": label,
            "total": total.cell.text,
            "sum": f"{sum(part.value for part in parts):.10g}",
            "count": len(parts),
        },
    )


def _label(row: Row, grid: Grid) -> str:
    named = {c.role: cell for c, cell in zip(grid.columns, row, strict=True) if cell}
    cell = named.get("region") or named.get("name") or next(filter(None, row), None)
    return cell.text if cell else ""


def _rates(
    row: Row, grid: Grid, *, titles: Sequence[Title], evidence: Evidence
) -> Iterator[Finding]:
    """完成率 against 目标 and 完成数, 增长 against two years, in one row."""
    cells = [
        (title, value)
        for title, column, cell in zip(titles, grid.columns, row, strict=True)
        if column.role == "value" and (value := _value(cell))
    ]
    rates = [(title, value) for title, value in cells if title.ratio]
    levels = [(t, v) for t, v in cells if not t.ratio and not _is_share(v)]
    label = _label(row, grid)
    for title, rate in rates if len(rates) == 1 else ():
        pair = _of_plan(title, levels) or _of_year(title, levels, label=label)
        if pair is None or pair.makes(rate):
            continue
        yield Finding(
            kind="ratio_mismatch",
            severity=HARD,
            key="table",
            places=tuple(_place(v, evidence) for v in (rate, pair.part, pair.whole)),
            values={
                "row": label,
                "column": title.label,
                "stated": rate.cell.text,
                "part": pair.part.cell.text,
                "whole": pair.whole.cell.text,
                "implied": f"{pair.percent:.1f}%",
            },
        )


def _of_plan(title: Title, levels: Sequence[tuple[Title, _Value]]) -> _Pair | None:
    """Done and planned, for a rate of completion; of several done, the cumulated."""
    done = [(t, v) for t, v in levels if t.kind == "actual"]
    done = [(t, v) for t, v in done if "累计" in t.label] if len(done) > 1 else done
    planned = [value for t, value in levels if t.kind == "target"]
    alike = len({t.unit for t, _ in levels if t.unit}) < 2
    if _DONE.search(title.label) and len(done) == len(planned) == 1 and alike:
        return _Pair(done[0][1], planned[0])
    return None


def _of_year(
    title: Title, levels: Sequence[tuple[Title, _Value]], *, label: str
) -> _Pair | None:
    """This year and the one before, for a growth in current prices."""
    dated = {int(t.period): value for t, value in levels if t.period.isdigit()}
    grows = _GREW.search(title.label) and "年均" not in title.label
    if len(dated) != len(levels) or len(dated) != 2 or not grows:
        return None
    before, after = sorted(dated)
    if after - before != 1 or CONSTANT_PRICES.search(label):
        return None
    return _Pair(dated[after], dated[before], less=1)


def _is_share(value: _Value) -> bool:
    return "%" in value.cell.text or "‰" in value.cell.text


def _value(cell: Passage | None) -> _Value | None:
    readings = read_cell(cell.text) if cell else []
    if cell is None or len(readings) != 1 or readings[0].quantity is None:
        return None
    quantity = readings[0].quantity
    if quantity.comparator != "eq" and quantity.comparator != "growth":
        return None
    factor = plain(quantity.unit)[1] if quantity.unit not in ("%", "‰") else 1
    digits = re.search(r"\d+(?:\.(\d+))?", cell.text.replace(",", ""))
    half = 0.5 * 10.0 ** -len((digits[1] if digits else "") or "")
    low, high = quantity.value - half, quantity.value + half
    return _Value(cell, quantity.value, Span(low * factor, high * factor))


def _place(value: _Value, evidence: Evidence) -> Place:
    return evidence.place_in(value.cell, 0, len(value.cell.text))
