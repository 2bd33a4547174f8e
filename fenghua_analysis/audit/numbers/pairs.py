"""Which claims speak of the same thing.

Names in one spelling form a group. Where a name leaves out what its heading has said
(新增持证护理员 below 养老服务), it joins the group of the full name.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fenghua_analysis.audit.numbers.claims import Claim
from fenghua_analysis.audit.numbers.names import Name, elided, supplied
from fenghua_analysis.documents.grammar import naming
from fenghua_analysis.documents.grammar.lexicon import words

Key = tuple[Name, bool]
MOST_ALIKE = 30
"""So many names with one ending are not held against each other: the time is linear."""
SHORTEST = 3
"""A shorter name (投资, 面积) is said of whatever was named before it."""
_ANYTHING = frozenset(
    words(
        "项目 企业 机构 床位 面积 平台 中心 岗位 人才 学校 工程 公园 试点 设施 投资 村 "
        "人口 房屋 道路 车位 专业 标准 品牌 基地 站点 网点 场所 团队 主体 产值 收入 "
        "重点项目 重大项目"
    )
)
"""Names of so many things that two mentions rarely mean one of them."""
_KINDRED = ({"persons", "person-times"}, {"count", "households"})


def groups(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims of one thing each, in the order of their first; names alone decide."""
    named: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _says_enough(claim.name):
            named[claim.name, claim.grows].append(claim)
    _join_elided(named)
    return [group for group in named.values() if len(group) > 1]


def _says_enough(name: Name) -> bool:
    if name.core in _ANYTHING:
        return False
    enough = SHORTEST - 1 if name.deed else SHORTEST
    return len(name.core) >= enough and (
        name.deed != "" or not naming.is_dependent(name.core)
    )


def _join_elided(named: dict[Key, list[Claim]]) -> None:
    """Claims under a shortened name, added to those under the full name."""
    by_tail = defaultdict(list)
    for key in named:
        by_tail[key[0].deed, key[0].tail, key[1]].append(key)
    for keys in by_tail.values():
        if len(keys) > MOST_ALIKE:
            continue
        keys = sorted(keys, key=lambda key: len(key[0].core))
        for n, short in enumerate(keys):
            for claim in list(named[short]):
                for long in _meant(claim, keys[n + 1 :], named=named):
                    named[long].append(claim)


def _meant(
    claim: Claim, longer: Sequence[Key], *, named: Mapping[Key, Sequence[Claim]]
) -> list[Key]:
    """The full names that a shortened one may stand for.

    Where the value is that of one of them it is that one, and no other.
    """
    meant = []
    for key in longer:
        left_out = elided(claim.name.core, key[0].core)
        if left_out and supplied(left_out, by=claim.before):
            meant.append(key)
    value = claim.measured.value
    agreeing = [k for k in meant if any(c.measured.value == value for c in named[k])]
    return agreeing or meant


def of_one_quantity(one: Claim, other: Claim) -> bool:
    """Whether two values can be held against each other; a lost unit is forgiven."""
    here, there = one.measured.quantity, other.measured.quantity
    if here == there or "" in (here, there):
        return True
    return any({here, there} <= kindred for kindred in _KINDRED)
