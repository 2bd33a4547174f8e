"""Names of indicators made comparable: the same thing under two spellings.

开展职业技能培训累计数 and 职业技能培训 are one series; 新增托位 and 托位, 失业率 and
失业人数, 城镇居民收入 and 居民收入 are not. What was done (新增, 新建, 改造) is kept
apart from what it was done to, because offices vary the verb and mean the same.
"""

import re
from dataclasses import dataclass

from fenghua_analysis.documents.grammar.lexicon import any_of, words

# Each pair is a rewriting that never changes what is measured.
_WIDTH = r"全[区市县省国州镇乡]|我[区市县省]|本[区市县]"
_REWRITTEN = (
    (r"[“”\"‘’'《》「」·\s★]", ""),
    (r"(?:国内|地区)?生产总值(?:\(GDP\))?", "GDP"),
    (r"普惠[型性]", "普惠"),
    (r"全体(?=居民)", ""),
    (r"(?P<thing>[\u4e00-\u9fff]{2})占[^占]{0,6}(?P=thing)(?:总数|总量|总额)?(?:的?比[重例])?$",
     r"\g<thing>占比"),
    (r"占(?P<whole>.{2,14}?)的?(?:比重|比例|份额|占比|比)$", r"占\g<whole>"),
    (r"所?占?(?:比重|比例|占比|份额)$", "占比"),
    (r"每(?P<n>[百千万]|十万)[名个]?(?P<who>老年人|老人|人)口?(?:拥有)?的?",
     r"每\g<n>\g<who>"),
    (r"(?:年人均|人均|年)标准$", "标准"),
    (r"城乡居民?(?:人均)?(?:可支配)?收入(?:之比|比|比值|倍差|差距倍数)",
     "城乡居民收入倍差"),
    (r"(?<=[\u4e00-\u9fff])的(?=[\u4e00-\u9fff])", ""),
    (rf"^(?:{_WIDTH}|年度|全年|本年|当年|累计|力争|积极|推动|加快|继续)+", ""),
    (r"(?:累计|合计|总)?(?:数量|总数|数)$", ""),
)  # fmt: skip
_REWRITE = tuple((re.compile(old), new) for old, new in _REWRITTEN)

_DEEDS = {
    "added": words("建设筹集 新增筹集 新增 净增 增加 筹集 筹建 新筹集"),
    "built": words("新建成 新建 建成 建设打造 打造 创建 争创 设立 组建 建立"),
    "renewed": words("改造提升 提升改造 改造 改建 扩建 改扩建 提升 整治"),
    "begun": words("新开工 开工"),
    "finished": words("竣工 完工 投入使用 投用"),
    "": words("完成 实施 开展 推进 组织 举办 建设 实现"),
}
_DEED_OF = {verb: deed for deed, verbs in _DEEDS.items() for verb in verbs}
_VERB = any_of(_DEED_OF)
_FIRST = re.compile(rf"(?:{_VERB})(?![率面度])")
_LAST = re.compile(rf"(?:{_VERB})$")


@dataclass(frozen=True, slots=True)
class Name:
    """What a fact is said of.

    Attributes
    ----------
    core : the thing, in one spelling
    deed : what was done to it: added built renewed begun finished; "" for none
    """

    core: str
    deed: str = ""

    @property
    def tail(self) -> str:
        """What names of one thing share, however they begin."""
        return self.core[-2:]


def read_name(stated: str) -> Name:
    """The comparable form of a name.

    Examples
    --------
    >>> read_name("全市新增普惠型托位数") == read_name("新增普惠托位")
    True
    >>> read_name("保障性租赁住房建设筹集数")
    Name(core='保障性租赁住房', deed='added')
    >>> read_name("每万名老年人拥有持证养老护理员数量").core
    '每万老年人持证养老护理员'
    """
    core = stated
    for old, new in _REWRITE:
        core = old.sub(new, core)
    deed = ""
    for pattern in (_FIRST, _LAST):
        verb = pattern.match(core) if pattern is _FIRST else pattern.search(core)
        if verb and len(verb.group()) < len(core):
            deed = deed or _DEED_OF[verb.group()]
            core = core[: verb.start()] + core[verb.end() :]
    return Name(core, deed)


def elided(short: str, long: str) -> str | None:
    """The words that `long` has more than `short`, where these stand in one piece.

    Examples
    --------
    >>> elided("持证护理员", "持证养老护理员"), elided("失业率", "就业率")
    ('养老', None)
    """
    if not 4 <= len(short) < len(long):
        return None
    head = 0
    while head < len(short) and short[head] == long[head]:
        head += 1
    rest = len(short) - head
    return long[head : len(long) - rest] if long.endswith(short[head:]) else None


def supplied(words: str, *, by: str) -> bool:
    """Whether a context says what a name leaves out, most of its pairs of characters.

    Examples
    --------
    >>> supplied("养老", by="加大基本养老服务供给"), supplied("农村", by="城镇居民")
    (True, False)
    """
    pairs = {words[n : n + 2] for n in range(len(words) - 1)} or {words}
    return sum(pair in by for pair in pairs) >= 0.7 * len(pairs)
