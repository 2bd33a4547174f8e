"""Tables of work items → entries for the reported completion."""

from collections.abc import Mapping
from dataclasses import dataclass

from fenghua_analysis import units, wording
from fenghua_analysis.errors import nearest
from fenghua_analysis.loaders.sheets import Place
from fenghua_analysis.loaders.supplied.cells import key, plain, read_day
from fenghua_analysis.loaders.supplied.entries import Entry, Origin
from fenghua_analysis.loaders.supplied.measures import amount_of
from fenghua_analysis.loaders.supplied.rows import origin_of, status_of
from fenghua_analysis.loaders.supplied.tables import Column, Spot, Table
from fenghua_analysis.loaders.supplied.words import Vocabulary
from fenghua_analysis.table import ITEM_STATUS, WORK_ITEMS

_LISTS = WORK_ITEMS.column("list").allowed


@dataclass(frozen=True)
class ItemReader:
    """Reads completion; `usual` is where it is from, and when, unless a row says."""

    vocabulary: Vocabulary
    usual: Origin

    def columns(self, table: Table) -> list[Column]:
        """The column of completion, in a table that numbers what is completed."""
        return table.columns_of("completed") if table.columns_of("number") else []

    def entry(self, spot: Spot) -> Entry:
        """What a cell states.

        Raises
        ------
        Refused : it cannot be told which item this is, or how much of it is done.
        """
        plan, where = _chosen("plan", spot, self._plans())
        list_, which = _chosen("list", spot, _lists())
        number, at = _number(spot)
        return Entry(
            table=ITEM_STATUS,
            cells={
                "plan": plan,
                "list": list_,
                "number": number,
                "as_of": self._day(spot),
                "completed": self._share(spot),
                "status": status_of(spot),
                "note": spot.text("note"),
            },
            origin=origin_of(spot, self.usual),
            place=spot.place,
            places={"plan": where, "list": which, "number": at},
        )

    def _plans(self) -> dict[str, str]:
        """Names of the plans that have items → their ids."""
        registry = self.vocabulary.registry
        plans = [registry.plans[name] for name in registry.work_items.plan.unique()]
        return {
            key(name): plan.id for plan in plans for name in (plan.id, plan.zh, plan.en)
        }

    def _day(self, spot: Spot) -> str:
        """The day of the report; that of the whole file where the row has none."""
        for said in spot.beside("as_of"):
            day = read_day(said.cell)
            if not day:
                said.place.refuse("not_date", plain(said.cell))
            return day
        return self.usual.issued

    def _share(self, spot: Spot) -> float:
        """Completion as a fraction: a plain number is one unless something says %."""
        amount = amount_of(spot, self.vocabulary)
        unit = self.vocabulary.unit(amount.unit) or spot.column.words.unit or "1"
        if not units.convertible(unit, "1"):
            spot.place.refuse("wrong_unit", unit, unit="%")
        return units.convert(amount.value * amount.scale, unit, to="1")


def _lists() -> dict[str, str]:
    spoken = {
        key(wording.say(f"list.{name}", lang)): name
        for name in _LISTS
        for lang in wording.LANGUAGES
    }
    return spoken | {name: name for name in _LISTS}


def _chosen(role: str, spot: Spot, known: Mapping[str, str]) -> tuple[str, Place]:
    """The plan or list that a row names; the only one where it names none."""
    said = next(iter(spot.beside(role)), None)
    if said is None and len(set(known.values())) == 1:
        return next(iter(known.values())), spot.place
    place, text = (said.place, plain(said.cell)) if said else (spot.place, "")
    if key(text) not in known:
        near, names = nearest(key(text), known), "、".join(known)
        place.refuse(f"unknown_{role}", text or None, near=near, names=names)
    return known[key(text)], place


def _number(spot: Spot) -> tuple[int, Place]:
    """The number of the item in its list."""
    text = spot.text("number")
    place = spot.at(spot.table.columns_of("number")[0]).place
    if not text.isdecimal():
        place.refuse("not_integer", text or None)
    return int(text), place
