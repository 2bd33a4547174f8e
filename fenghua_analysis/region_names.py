"""Which region is meant: by its code, by its names, or by what everybody calls it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fenghua_analysis.errors import Problem, nearest
from fenghua_analysis.wording import language

if TYPE_CHECKING:
    import pandas as pd

_TIERS_ZH = ("街道", "省", "市", "区", "县", "镇", "乡")
_TIERS_EN = (
    *(" subdistrict", " district", " city", " county"),
    *(" town", " township", " province"),
)
SHOWN = 12
"""Regions that a message names as examples."""


def find_region(asked: str, regions: "pd.DataFrame") -> str | Problem:
    """The code of the region that `asked` names, or what is wrong with the name.

    A code, a name in either language, and a name without its tier (奉化, Fenghua) will
    do; a region that has ceased is refused, with the one that took its name.
    """
    standing = regions[regions.valid_to == ""]
    found = _named(asked, standing)
    if len(found) == 1:
        return found[0]
    ended = _named(asked, regions.drop(standing.index))
    if ended:
        row = regions[regions.code == ended[-1]].iloc[0]
        details = {"name": row[f"name_{language()}"], "until": row.valid_to}
        near = _shown(_alike(row.name_zh, standing), standing)
        return Problem("region_ended", "", None, "region", asked, details, near)
    alike = _alike(asked, standing)
    return alike[0] if len(alike) == 1 else _unknown(asked, standing)


def _unknown(asked: str, standing: "pd.DataFrame") -> Problem:
    """No such region; a mistyped name finds its own, a mistyped code could be any."""
    stems = {stem: row.code for row in standing.itertuples() for stem in _stems(row)}
    meant = nearest(_stem(asked), () if asked.isdecimal() else stems)
    near = _shown([stems[meant]] if meant else [], standing)
    examples = standing[standing.level == "county"]
    details = {"names": "、".join(examples[f"name_{language()}"][:SHOWN])}
    return Problem("unknown_region", "", None, "region", asked, details, near)


def _alike(asked: str, regions: "pd.DataFrame") -> list[str]:
    """Codes of the regions that `asked` names without their tier, or under another."""
    stem = _stem(asked)
    return [row.code for row in regions.itertuples() if stem in _stems(row)]


def _named(asked: str, regions: "pd.DataFrame") -> list[str]:
    """Codes of the regions of which `asked` is the code or a full name."""
    word = asked.casefold()
    return [
        row.code
        for row in regions.itertuples()
        if word in (name.casefold() for name in _names(row))
    ]


def _names(row: Any) -> tuple[str, ...]:
    return (row.code, row.name_zh, row.name_en)


def _stems(row: Any) -> tuple[str, ...]:
    return (_stem(row.name_zh), _stem(row.name_en))


def _stem(name: str) -> str:
    """A name without its tier: 奉化区 → 奉化, Fenghua District → fenghua.

    Examples
    --------
    >>> _stem("奉化区"), _stem("Fenghua District"), _stem("城区")
    ('奉化', 'fenghua', '城区')
    """
    word = name.casefold()
    for tier in (*_TIERS_ZH, *_TIERS_EN):
        if word.endswith(tier) and len(word) > len(tier) + 1:
            return word.removesuffix(tier)
    return word


def _shown(codes: Sequence[str], regions: "pd.DataFrame") -> str:
    """The name of the one region in the language of the run; "" unless there is one."""
    named = regions[regions.code.isin(codes)][f"name_{language()}"]
    return named.iloc[0] if len(named) == 1 else ""
