"""The units of official Chinese texts.

A unit after a number is: scale? + base, then any number of “/” + scale? + base. A unit
that the grammar does not know is added here, and only here.
"""

import re

SCALE = r"(?:万亿|千亿|百亿|十亿|千万|百万|十万|[十百千万亿])"

MEASURED = (
    "元 美元 欧元 港元 港币 日元 英镑 人民币 平方公里 平方千米 平方米 平方 立方米 "
    "立方 公顷 亩 亩次 顷 ㎡ m² m2 km² km2 m³ m3 公里 千米 海里 米 厘米 毫米 微米 "
    "纳米 km mm cm m 吨 公斤 千克 克 毫克 微克 斤 升 毫升 吨标煤 吨标准煤 吨二氧化碳 "
    "吨公里 人公里 t kg 千瓦时 千瓦 兆瓦 兆瓦时 吉瓦 瓦 度电 度 kW kWh MW MWh GW GWh "
    "g 千伏安 千伏 伏 kV 比特 bps Gbps Mbps GB TB PB EB P PFlops EFLOPS 分贝 dB ℃ "
    "摄氏度 赫兹 MHz GHz 载重吨 总吨 载重吨位 标箱 标准箱 TEU 箱 航班 标准分 机架 "
    "标准机架 μg/m³ μg/m3 ug/m3 mg/L"
)
SHARES = "% ‰ 个百分点 百分点 个千分点 个点 倍 成 折"
DIVIDING = "年 月 季 季度 学期 日 天 周 小时"
TIMES = "小时 分钟 秒 天 日 周 个月 年 岁 周岁 个工作日 工作日 个小时"
COUNTED = (
    "人次 人 名 位 户次 户 口 家次 家 个 项 所 座 处 条 场次 场 次 套次 套 间 栋 幢 "
    "张 台次 台套 台 辆次 辆 艘次 艘 架次 架 件次 件 份 册次 册 本 篇次 篇 部 首 种 "
    "类 批次 批 轮 只 头 匹 羽 尾 株 棵 笔 单 票 对 双 组 支 队 团次 团 班次 班 班列 "
    "宗 起 例 例次 枚 款 盏 根 杆 片 块 段 道 孔 站 线 层 门 口井 眼 节 堂 课时 学时 "
    "集 期 幅 版 页 通 列次 列 车次 趟 床次 床 床位 车位 座位 泊位 学位 席 点次 点 "
    "分 方 桩 格 标的 村 镇 街道 社区 所次 井 井次 站点 网点 车道 车公里 人日 人天 "
    "品种 颗 具 袋 瓶 桶 盆 尊 路"
)

# What makes a unit the beginning of another word: 5片区, 100人口, 8成功.
_ELSE = {
    "部": "门 分 队 委 署 级 长",
    "家": "门口",
    "名": "山 镇",
    "组": "织",
    "人": "口 才 均",
    "户": "籍 均",
    "条": "例 底线 主线 战线 路径",
    "项": "目(?!标)",
    "年": "度 级 底 初 末 均 内 来 期 制 代 龄 间 以 前 后 轻 货 金 产 会 报 鉴",
    "天": "然 津",
    "日": "均 产 报 照 前 内",
    "分": "公 别 局 之 院 校 店 行 中 级 散 布 配 会 类 解 享 期 管 区 片 为",
    "点": "位 多 对",
    "座": "谈",
    "张": "家口 家界 家港",
    "台": "湾 州 账 风(?![力电机])",
    "班": "子 列",
    "村": "级 庄 民 集 社 居",
    "镇": "街 级 域 区",
    "单": "位 元 个 项 体 品",
    "对": "接 口 外 于 标 照",
    "线": "上 下 路 索",
    "门": "诊 类 槛",
    "道": "路 口 德",
    "口": "岸 径 腔 之",
    "期": "间 末 满",
    "种": "业 粮",
    "批": "准 发 复",
    "类": "型",
    "间": "接 隙",
    "套": "餐",
    "片": "区",
    "升": "级 至 到 学",
    "倍": "增 差",
    "成": "立 为 功 果 效 本 员 长 熟 品 都 型 套 年 绩 交 就",
    "亩": "均 产(?!业)",
    "元": "旦 素 宇",
    "次": "数 级 生 要 序",
    "方": "面 案 式 便 向 法 针 位",
    "度": "假 过 量",
    "团": "队 体 组",
    "支": "持 撑 付 出",
    "头": "部 雁",
    "通": "过 用 道 车 报 知 行 信",
    "版": "本 权 块",
    "层": "次 级 面",
    "段": "落 时",
    "节": "能 约 点 目 水 日",
    "集": "中 体 聚 团 成 群",
    "格": "局 式",
    "周": "岁 边 期 年",
    "位": "于 居 列",
    "例": "如",
    "起": "步 草 点",
    "本": "地 级 科 市 区 省 县 年 土",
    "平方": "公 千 米 厘",
    "小时": "圈",
    "分钟": "圈",
    "克": "服 难",
    "份": "额",
    "只": "有 要",
    "双": "向 创 方",
    "具": "有 体 备",
    "颗": "粒",
    "袋": "装",
    "瓶": "装 颈",
    "桶": "装",
    "盆": "地 栽",
    "尊": "重 严",
    "路": "公 线 口 段 网 桥 面 灯 长 径 基 由 过 沿",
}


def _guarded(unit: str) -> str:
    """The unit, where it is not the beginning of another word."""
    if unit.isascii() and unit.isalpha():
        return rf"{re.escape(unit)}(?![A-Za-z])"
    other = "|".join(_ELSE.get(unit, "").split())
    return re.escape(unit) + (f"(?!{other})" if other else "")


def _any_of(*groups: str) -> str:
    units = {unit for group in groups for unit in group.split()}
    return "|".join(map(_guarded, sorted(units, key=lambda u: (-len(u), u))))


BASE = f"(?:{_any_of(MEASURED, SHARES, TIMES, COUNTED)})"
_DIVISOR = _any_of(MEASURED, DIVIDING, COUNTED)
_PER = rf"/每?(?:\d{{1,3}})?{SCALE}?(?:{_DIVISOR})(?:[·.]?[年月日])?"
UNIT = rf"(?:{SCALE}?{BASE}(?:{_PER}){{0,3}}|/10万人?|[万亿]|{SCALE}亿)"
"""A literal unit: 万元, 个/千人, 微克/立方米, 万 alone (老人160.88万)."""

COUNTS = frozenset(COUNTED.split())
EXTENTS = frozenset(
    ("公里", "千米", "米", "亩", "公顷", "平方米", "平方公里", "立方米")
)
"""Lengths and areas of works: 提升120公里 counts them, as 提升52处 does."""
SPANS_OF_TIME = frozenset(TIMES.split())
