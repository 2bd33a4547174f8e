"""The words of headings and captions: whose figures, of what, when and in which unit.

Everything is looked up in the registry, under every name that it holds; nothing is
matched by likeness. What is merely like a known name is offered in the message.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from fenghua_analysis import wording
from fenghua_analysis.errors import nearest
from fenghua_analysis.loaders.sheets import Cell
from fenghua_analysis.loaders.supplied.cells import find_period, key, read_period
from fenghua_analysis.registry import Registry
from fenghua_analysis.units import QUANTITIES

EVERYDAY = {
    "收入": "income_all",
    "人均收入": "income_all",
    "城镇收入": "income_urban",
    "农村收入": "income_rural",
    "人口": "population",
}
"""Names too short for the registry, as headings of a table use them."""

_UNIT_ALIASES = {
    **dict.fromkeys(("yuan", "cny", "rmb", "人民币元"), "元"),
    **dict.fromkeys(("percent", "百分比"), "%"),
    **dict.fromkeys(("倍", "比值"), "ratio"),
}
PER_HEAD = "/人"

_ROLES = {
    "region": "地区 区域 镇街 镇(街道) 镇、街道 乡镇 乡镇(街道) 街道 县市区 区县"
    " 区(县、市) 行政区划 地区代码 代码 region area township district code",
    "indicator": "指标 指标名称 统计指标 项目 indicator",
    "period": "年份 年度 年 时期 期间 报告期 period year",
    "value": "数值 值 实际值 完成值 实绩 实际 数据 value figure actual",
    "unit": "单位 计量单位 unit",
    "low": "下限 low",
    "high": "上限 high",
    "status": "数据性质 性质 status nature",
    "source": "来源 资料来源 数据来源 出处 source",
    "publisher": "发布单位 publisher",
    "issued": "发布日期 issued",
    "title": "资料名称 title",
    "note": "备注 说明 note notes remarks",
    "plan": "文件 plan document",
    "list": "清单 list",
    "number": "序号 编号 number no no.",
    "completed": "完成比例 完成率 完成进度 completed progress",
    "as_of": "截至日 截至日期 as_of",
    "aside": "排名 位次 目标 目标值 目标年 责任单位 任务 任务名称"
    " target department task",
}
_HEADING = "template.heading."
_FILLER = re.compile(
    r"各|镇\(?街道\)?|镇街|乡镇|区\(县、市\)|年度|年(?!均)|实际|数?值|情况|统计表?|表|[\s_:,、。()（）·-]"
)
_STATED_UNIT = re.compile(
    r"[(\[](?:计量)?(?:单位)?:?([^()\[\]]+)[)\]]|单位:([^\s,;()]+)"
)


@dataclass(frozen=True)
class Words:
    """What a heading or a caption says; "" where it says nothing.

    Attributes
    ----------
    role : what the column holds, where the heading says that instead
    rest : words that nothing knows
    """

    indicator: str = ""
    region: str = ""
    period: str = ""
    unit: str = ""
    role: str = ""
    rest: str = ""

    @property
    def known(self) -> bool:
        """Whether the whole text was understood, and says something."""
        said = self.role or self.indicator or self.region or self.period or self.unit
        return bool(said) and not self.rest


class Vocabulary:
    """The names of a registry, ready to be looked up."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._regions = _region_names(registry)
        self._stems = _region_stems(registry)
        names = {key(word): name for word, name in EVERYDAY.items()}
        names = {word: n for word, n in names.items() if n in registry.indicators}
        for one in registry.indicators.values():
            names |= {key(name): one.id for name in (one.id, one.en)}
        for one in registry.indicators.values():
            names |= {key(name): one.id for name in (*one.names, one.zh)}
        self._indicators = names

    @cached_property
    def units(self) -> frozenset[str]:
        """Every unit that a number may be followed by."""
        own = {one.unit for one in self.registry.indicators.values()}
        known = {unit for units in QUANTITIES.values() for unit in units}
        per_head = {f"{unit}{PER_HEAD}" for unit in QUANTITIES["money"]}
        return frozenset(own | known | per_head | set(_UNIT_ALIASES)) - {"1"}

    def unit(self, text: Cell) -> str:
        """The unit under its usual name; as it stands when it has no other."""
        return _UNIT_ALIASES.get(key(text), key(text))

    def look_up(self, role: str, text: Cell) -> str:
        """The code of a region, the id of an indicator or a period; "" if unknown."""
        if role == "region":
            return self._regions.get(key(text)) or self._stems.get(key(text), "")
        if role == "indicator":
            # A name may carry its unit: 常住人口（万人）.
            bare = self._stated_unit(key(text))[1]
            return self._indicators.get(key(text)) or self._indicators.get(bare, "")
        return read_period(text)

    def like(self, role: str, text: Cell) -> str:
        """The name of a region or an indicator that was probably meant, or ""."""
        names = {"region": self._regions, "indicator": self._indicators}
        return nearest(key(text), names.get(role, ()))

    def words(self, text: Cell) -> Words:
        """What a heading or a caption says.

        The longest name wins: 常住人口城镇化率 is not 常住人口.
        """
        unit, rest = self._stated_unit(key(text))
        role = roles().get(rest, "")
        if role:
            return Words(role=role, unit=unit)
        indicator, rest = _longest(rest, self._indicators)
        whole = read_period(rest)
        period, rest = (whole, "") if whole else find_period(rest)
        region, rest = _longest(rest, self._regions)
        return Words(indicator, region, period, unit, rest=_FILLER.sub("", rest))

    def _stated_unit(self, text: str) -> tuple[str, str]:
        for found in _STATED_UNIT.finditer(text):
            unit = found[1] or found[2]
            if unit in self.units:
                return self.unit(unit), text[: found.start()] + text[found.end() :]
        return "", text


def _longest(text: str, names: Mapping[str, str]) -> tuple[str, str]:
    """The longest of the names in `text`: what it stands for, and the rest."""
    found = max((name for name in names if name in text), key=len, default="")
    return (names[found], text.replace(found, "", 1)) if found else ("", text)


def _region_names(registry: Registry) -> dict[str, str]:
    """Codes, names, and names behind those of the regions above: 奉化区溪口镇."""
    rows = registry.regions.set_index("code")
    names: dict[str, str] = {}
    for code, row in rows.iterrows():
        names |= {key(code): code, key(row.name_en): code}
        path = ""
        for above in registry.lineage(code):
            path = rows.name_zh[above] + path
            names[key(path)] = code
    return names


def _region_stems(registry: Registry) -> dict[str, str]:
    """Names without 镇, 街道 or 区, where one living region only has them."""
    regions = registry.regions[registry.regions.valid_to == ""]
    stems = regions.name_zh.str.replace(
        r"(?<=..)(?:街道|[省市县区镇乡])$", "", regex=True
    )
    single = ~stems.duplicated(keep=False)
    return dict(zip(stems[single].map(key), regions.code[single], strict=True))


@cache
def roles() -> dict[str, str]:
    """Heading → role: the usual words, and those that our own templates print."""
    words = {key(word): role for role, line in _ROLES.items() for word in line.split()}
    spoken = wording.texts()
    own = {
        key(heading): name.removeprefix(_HEADING)
        for name in spoken
        if name.startswith(_HEADING)
        for heading in spoken[name].values()
    }
    return words | own


def mostly_regions(cells: Iterable[Cell], vocabulary: Vocabulary) -> bool:
    """Whether more than half of the cells that hold anything name a region."""
    named = [
        bool(vocabulary.look_up("region", cell)) for cell in cells if cell is not None
    ]
    return sum(named) * 2 > len(named)
