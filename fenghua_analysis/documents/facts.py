"""One row a stated fact: the contract between the grammar and everything above it."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Fact:
    """What a document states of one indicator.

    Attributes
    ----------
    indicator : as the text names it, lists spelled out
    value, value_high : unscaled; None where no number was given
    comparator : eq ge le gt lt approx growth; "" for delegated and qualitative
    unit : literal; "" where the text has none
    year : 2022 · 2021-H1 · 2016/2020; "" where the text gives none
    kind : target actual baseline delegated qualitative
    department : canonical names, joined by “、”
    core : 1 for ★
    quote : the shortest span of number, unit and comparator; `text[start:end]`
    change : up or down, for a growth
    baseline_of : for a baseline, `start` of the row that it is the baseline of
    section : headings above it, joined by “ > ”
    """

    indicator: str
    value: float | None
    value_high: float | None
    comparator: str
    unit: str
    year: str
    region: str
    kind: str
    department: str
    core: int
    quote: str
    start: int
    end: int
    change: str = ""
    baseline_of: int | None = None
    section: str = ""


COLUMNS = tuple(field.name for field in fields(Fact))


def facts_table(facts: Iterable[Fact]) -> "pd.DataFrame":
    """The facts as a table with the columns of the contract, one row each."""
    import pandas as pd

    table = pd.DataFrame([astuple(fact) for fact in facts], columns=list(COLUMNS))
    return table.astype({"value": float, "value_high": float, "baseline_of": "Int64"})
