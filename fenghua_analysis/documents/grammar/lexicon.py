"""The words of official Chinese that give a number its meaning.

Nothing here runs. A verb, a bound or a kind of name that the grammar does not know is
added here, and only here.
"""

import re
from collections.abc import Iterable


def words(listed: str) -> tuple[str, ...]:
    """The words of a list that spaces part."""
    return tuple(listed.split())


def any_of(listed: Iterable[str]) -> str:
    """One alternative a word, longest first, so that no word hides a longer one."""
    ordered = sorted(set(listed), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered))


# ── Bounds ───────────────────────────────────────────────────────────────────────────

BEFORE = {
    "ge": words(
        "不低于 不少于 不小于 不下于 不得低于 不得少于 至少 最少 最低 ≥ >= 大于等于"
    ),
    "le": words(
        "不高于 不超过 不大于 不多于 不突破 不得超过 不得高于 不超 至多 最多 最高 ≤ "
        "<= 小于等于 控制在 控制到 限制在"
    ),
    "gt": words(
        "超过 超过了 超 突破 突破了 逾 高于 大于 多于 > 破 超出 跨过 跃上 跨越 迈上"
    ),
    "lt": words("低于 小于 少于 不足 不到 <"),
    "approx": words("约 约为 大约 大概 约占 约达 近 接近 将近 ≈ ~"),
}
AFTER = {
    "ge": words("(含)以上 及以上 或以上 以上"),
    "le": words("(含)以内 以内 之内"),
    "lt": words("(含)以下 及以下 以下"),
    "approx": words("左右 上下"),
}
MORE = "余多+"
"""Between number and unit (8000余亩) or behind a scale (30万+): more than that."""

# ── Words that lead to a number ──────────────────────────────────────────────────────
# Read backwards from the number; each has a role, and a direction if it has one.

_CHANGES = {
    "up": words(
        "增长 提高 提升 上升 增加 上涨 增 扩大 涨 升 净增 净增加 递增 攀升 跃升 回升 "
        "多增 高出 上浮 增产 加快 提速"
    ),
    "down": words(
        "下降 减少 降低 回落 缩小 压减 下跌 降 减 缩短 收窄 压降 负增长 削减 压缩 跌 "
        "下浮 减产 减收 放缓"
    ),
}
COUNT_CHANGES = frozenset(
    words(
        "增加 减少 增长 下降 净增 净增加 增 减 上升 多增 压减 削减 递增 回升 回落 降低"
    )
)
"""Only these change a count: 床位增加50张; 设施提升52处 counts what was improved."""

_MOVES = {
    "up": words(
        "提高 提升 增加 增长 上升 扩大 增 升 扩 上调 延长 上涨 跃升 攀升 回升 拓展 "
        "扩展 突破 提"
    ),
    "down": words("降低 下降 减少 缩小 缩短 压缩 降 减 回落 压减 收窄 下调 压降 调减"),
}
MOVED = frozenset(verb for verbs in _MOVES.values() for verb in verbs)
AMPLITUDES = {"增幅": "up", "涨幅": "up", "升幅": "up", "降幅": "down", "跌幅": "down"}
"""Names that tell a change: 增幅7.4% says as much as 增长7.4%."""
_LEVELS = words(
    "达到 达 达到了 已达 将达 可达 高达 多达 总数达 总量达 总额达 累计达 累计达到 为 "
    "是 = 平均为 平均达 保持在 保持 保持到 稳定在 稳定 维持在 稳定到 恢复到 恢复至 "
    "不变 超额达"
)
TURNS = frozenset(words("调整 优化 变化 转变 变动"))
"""With these a move ends as with 提高到: 由5:48:47调整为4:47:49."""
_ADVERBS = words(
    "力争 确保 争取 预计 预期 已 已经 也 仍 将 要 再 还 了 同比 环比 年均 同口径 "
    "按可比价计算 按可比价格计算 按不变价计算 按不变价格计算 按可比口径 名义 实际 "
    "平均每年 每年 全年 首次 成功 努力 持续 稳步 同步 累计 总体 基本 大幅 逐步 "
    "两年平均 三年平均 五年平均 五年年均 年平均 月均 日均 共 共计 合计 总计 总共 计 "
    "有 共有 现有 仅 完成 实现 平均 需 约需 新 累计已 目前 分别完成 分别实现 全面"
)
# They end like one of the words above, and belong to the name.
_NAMES = words(
    "下达 送达 发达 通达 抵达 传达 表达 到达 作为 成为 称为 名为 行为 转为 认为 改为 "
    "列为 视为 定为 设为 分为 变为 评为 确定为 人为 人均 户均 亩均 村均 校均 均衡 "
    "节约 履约 预约 集约 违约 合约 公约 签约 解约 附近 最近 靠近 公共 统计 设计 会计 "
    "审计 拥有 持有 国有 含有 设有 建有 配有 具有 占有 所有 没有 私有 公有 享有 带有 "
    "新增 倍增 激增 核减 递减 升降 沉降 增减 消减 精减 以升 毫升 晋升 创新 高新 更新 "
    "革新 最新 翻新 全新 参与 剩余 总是 于是 凡是 就是 但是 尤其是 特别是 最低 最高 "
    "提 主要 重要 需要 必要 首要 纲要 摘要 一是 二是 三是 四是 五是 六是"
)
_SHARES_OUT = {
    "each": words("分别 分别为 分别达 分别达到 依次为"),
    "all": words("均 都 各 皆 全部 均已 均为 均达"),
}


def _roles() -> dict[str, tuple[str, str]]:
    """Word → (what it does before a number, direction of a change)."""
    roles = dict.fromkeys(_ADVERBS, ("adverb", ""))
    roles |= dict.fromkeys(_LEVELS, ("level", ""))
    for sign, verbs in _CHANGES.items():
        changes = [verb + done for verb in verbs for done in ("", "了")]
        roles |= dict.fromkeys(changes, ("change", sign))
    for sign, verbs in _MOVES.items():
        moves = [verb + to for verb in verbs for to in ("到", "至", "到了")]
        roles |= dict.fromkeys(moves, ("level", sign))
    for bound, bounding in (BEFORE | _SHARES_OUT).items():
        roles |= dict.fromkeys(bounding, (bound, ""))
    return roles | dict.fromkeys(_NAMES, ("name", ""))


LEADING = _roles()
LONGEST = max(map(len, LEADING))

# ── Words of names ───────────────────────────────────────────────────────────────────

LEAD_INS = words(
    "以及 和 及 与 并 且 同时 另 其中 力争 争取 确保 努力 推动实现 实现 达成 要 将 "
    "预计 预期 计划 拟 已 已经 累计 共 共计 总计 合计 全部 目前 截至目前 截止目前 "
    "当前 初步核算 初步统计 据统计 圆满完成 全面完成 超额完成"
)
LEAD_OUTS = words(
    "分别 力争 确保 争取 预计 已 均 平均 以及 和 及 与 共 由 从 自 拟按 按照 按 只 "
    "仅 继续 继续高位 在 要"
)
NOT_LEAD_INS = words(
    "共享 共同 共富 共建 共治 共创 共青 共产 共性 共有产权 和谐 和美 和平 和睦 及时 "
    "及格 及第 与会 并网 并联 并轨 并购 要素 要闻 将军 计划生育"
)
NOT_LEAD_OUTS = words(
    "公共 参与 人均 户均 亩均 村均 校均 年均 日均 月均 饱和 总和 中和 缓和 自由 来自 "
    "普及 涉及 顾及 现在 存在 所在 内在 外在 潜在 旨在 主要 重要 需要 必要 首要"
)
"""Words that begin or end like one of the above, and are part of a name."""
EMPTY = frozenset(words("以 按 用 对 为 将 把 从 由 在 有 仅 获 每 共 首批 着力 及 计"))
"""Words before a number that name nothing: the name is what stands behind it."""

HEADS = words(
    "率 比 之比 比重 比例 占比 倍差 指数 系数 浓度 度 得分 分数 总量 总额 总值 产值 "
    "增加值 收入 支出 投资 面积 人数 标准 水平 数 数量 强度 容量 产量 规模 增速 增幅 "
    "涨幅 能耗 排放 排放量 消耗 用水量 寿命 年限 额 值 量 覆盖面 结构 时间 时长 天数 "
    "年龄"
)
"""What an indicator's name ends with: only such a name takes a number with no unit."""

QUALITIES = words("质量 收支 增长 物价 价格 水质 供给 增收 安全感 获得感 幸福感")
"""What else can be promised to improve without a number."""

STRONG_ACTIONS = words(
    "完成 新增 实现 获得 带动 提供 发放 投入 引进 惠及 吸引 募集 筹集 拨付 撬动 拉动 "
    "累计"
)
ACTIONS = STRONG_ACTIONS + words(
    "建成 获 培训 减免 开展 举办 签订 落地 入选 竣工 开工 投产 融资 补助 受益 参加 "
    "化解 创建 打造 产生 输送 接待 使用 安置 救助 资助 新建 改造 培育 实施 安排 下达 "
    "到位 解决 兑现 服务 办理 查处 整治 建设 销售 节约 招收 招聘 开复工 复工 达产 "
    "缓缴 减征 免征 退还 "
    "组建 设立 推出 出台 修订 制定 认定 遴选 推广 覆盖 拥有 建有 设有 走访 组织"
)
"""Verbs that begin a second statement within a clause: 10个项目完成投资25亿元.

The strong ones are never part of a noun, as 开工 is in 新开工项目.
"""

WORKS = words("改建 扩建 迁建 续建 在建 新改扩建 提升 女性 男性")
"""With the verbs above, names that only repeat what was done: 改建、扩建15家."""

SUMMED = words("共 共计 合计 总 总计 平均 均 累计")
"""They make what stands before them the scope of a sum: 15类项目共计安排资金40亿元."""

HOLDERS = words(
    "企业 项目 园区 镇 乡 村 县 市 区 产业 集群 平台 基地 机构 单位 农户 家庭 人群 "
    "学校 医院 品牌 楼宇 主体 商场 工厂 载体 路段 社区 街道 产品 客商 地区 建筑 河道 "
    "人口 对象 人员"
)
"""What a threshold describes: 总投资超10亿元项目20个, 1万人以上的镇."""

USES = words("用于 支持 给予 并 作为 进行 开展 参加 参与 来自 到位 后")
"""With these goes on what is said of a number; its name stands before it."""

IMPRINTS = words(
    "发布时间 发布日期 发表时间 发文日期 成文日期 生成日期 公开日期 信息来源 来源 作者 "
    "浏览次数 阅读次数 阅读人次 阅读 访问量 点击数 点击量 点击 字体 字号 索引号 文号 "
    "发文字号 文件编号 公开方式 公开时限 有效性 发布机构 发文机关 主题分类 初审 传真 "
    "电话 联系电话 咨询电话 监督电话 举报电话 值班电话 联系人 联系方式 联系地址 网址 "
    "办公地点 办公地址 地址 邮编 邮政编码 邮箱 电子邮箱"
)
"""Labels of what a page or an office says of itself: 发布时间:, 联系电话:."""

# ── Promises without a number ────────────────────────────────────────────────────────

MANNERS = words(
    "稳步 持续 不断 进一步 明显 显著 逐步 有效 大幅 稳中有 稳中 继续 总体 整体 基本 "
    "保持 有所 全面 更加 只 得到 切实 充分 日益 扎实 较大 较快 实现 与经济增长 "
    "与经济发展"
)
TENDENCIES = words(
    "提升 提高 改善 增强 下降 缩小 增长 稳定 优化 降低 好转 同步 基本同步 平稳 上升 "
    "升不降 降不升 减不增 增不减 平衡 升 降 进 向好 趋好 领先 合格 达标 充分 保障 "
    "增加 减少 加强 完善 健全 巩固 扩大 改进 提质 优良 协调 可控 受控 缓解"
)
