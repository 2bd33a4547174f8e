"""Tables of figures → entries for the observations.

Whose a figure is, of what and when, its row says, or the heading of its column, or the
caption, or the name of the sheet. Row and heading must not contradict each other; what
none of them says is a fault of the heading.
"""

from dataclasses import dataclass

from fenghua_analysis import wording
from fenghua_analysis.loaders.sheets import Place
from fenghua_analysis.loaders.supplied.cells import is_day, plain, says_nothing
from fenghua_analysis.loaders.supplied.entries import Entry, Origin
from fenghua_analysis.loaders.supplied.measures import Measure, measure
from fenghua_analysis.loaders.supplied.rows import origin_of, status_of
from fenghua_analysis.loaders.supplied.tables import Column, Spot, Table
from fenghua_analysis.loaders.supplied.words import Vocabulary
from fenghua_analysis.registry import Indicator
from fenghua_analysis.table import ILLUSTRATIVE, OBSERVATIONS

_YEAR_DAYS = ("-01-01", "-12-31")
"""Days that stand for a whole year where a spreadsheet has made a date of it."""


@dataclass(frozen=True)
class FigureReader:
    """Reads figures of any indicator; `usual` is where they are from unless said."""

    vocabulary: Vocabulary
    usual: Origin

    def columns(self, table: Table) -> list[Column]:
        """The columns of figures; also those whose heading says nothing known."""
        return table.columns_of("", "value")

    def entry(self, spot: Spot) -> Entry:
        """What a cell states.

        Raises
        ------
        Refused : it cannot be told whose figure this is, or what it amounts to.
        """
        self._refuse_strange(spot)
        region, where = self._said("region", spot)
        name, what = self._said("indicator", spot)
        period, when = self._said("period", spot)
        indicator = self.vocabulary.registry.indicators[name]
        found = self._measure(spot, indicator)
        status = status_of(spot)
        return Entry(
            table=ILLUSTRATIVE if status == "illustrative" else OBSERVATIONS,
            cells={
                "indicator": name,
                "region": region,
                "period": _timed(period, indicator, when),
                "value": found.value,
                "unit": indicator.unit,
                "low": found.low,
                "high": found.high,
                "status": status,
                "note": _note(spot, found),
            },
            origin=origin_of(spot, self.usual),
            place=spot.place,
            places={"region": where, "indicator": what, "period": when},
        )

    def _refuse_strange(self, spot: Spot) -> None:
        """Figures under a heading that nothing knows, or in merged cells."""
        column = spot.column
        if not column.words.known:
            near = self.vocabulary.like("indicator", column.title)
            column.place.refuse("unknown_heading", column.title or None, near=near)
        if spot.is_covered:
            spot.place.refuse("merged_figure")

    def _said(self, role: str, spot: Spot) -> tuple[str, Place]:
        """What row and heading, or else the caption, say of region, indicator, period.

        Raises
        ------
        Refused : none of them says it; a word is unknown; or two differ.
        """
        column = spot.column
        said = [(self._known(role, s), s.place) for s in spot.beside(role)]
        heading = getattr(column.words, role)
        answers = {answer for answer, _ in said} | ({heading} if heading else set())
        if len(answers) > 1:
            place = said[-1][1]
            place.refuse("contradiction", "、".join(sorted(answers)))
        if said:
            return said[0]
        answer = heading or getattr(spot.table.caption, role)
        if not answer:
            for blank in spot.table.columns_of(role):
                spot.at(blank).place.refuse("blank_cell")
            column.place.refuse(f"no_{role}", column.title or None)
        return answer, column.place

    def _known(self, role: str, spot: Spot) -> str:
        """The code, id or period that a cell names."""
        known = self.vocabulary.look_up(role, spot.cell)
        if not known:
            near = self.vocabulary.like(role, spot.cell)
            names = "、".join(self._alike(spot))
            spot.place.refuse(
                f"unknown_{role}", plain(spot.cell), near=near, names=names
            )
        return known

    def _alike(self, spot: Spot) -> list[str]:
        """Regions of the tier of those named in the same column, as examples."""
        regions = self.vocabulary.registry.regions
        cells = [row[spot.column.index] for row in spot.table.sheet.rows]
        named = [self.vocabulary.look_up("region", c) for c in cells if c is not None]
        beside = regions[regions.code.isin(named) & (regions.valid_to == "")]
        tiers = beside.level.mode()
        level = tiers.iloc[0] if len(tiers) else "county"
        alike = regions[(regions.level == level) & (regions.valid_to == "")]
        # Of the same parent first: 大堰镇 among the towns of Fenghua.
        alike = alike.assign(near=~alike.parent.isin(beside.parent))
        return list(alike.sort_values("near", kind="stable").name_zh[:3])

    def _measure(self, spot: Spot, indicator: Indicator) -> Measure:
        """The figure in the indicator's unit; its interval, stated or from rounding."""
        found = measure(spot, indicator, self.vocabulary)
        ends = {
            role: measure(end, indicator, self.vocabulary).value
            for role in ("low", "high")
            for end in spot.beside(role)
            if not says_nothing(end.cell)
        }
        return Measure(found.value, **ends) if ends else found


def _note(spot: Spot, found: Measure) -> str:
    """The row's remark, and how a round figure was stated."""
    note = spot.text("note")
    if found.low is None or spot.table.columns_of("low"):
        return note
    stated = wording.both("supply.stated_as", stated=plain(spot.cell))
    return "；".join(part for part in (note, stated) if part)


def _timed(period: str, indicator: Indicator, place: Place) -> str:
    """The period as the indicator counts time: the state at a year's end, a whole year.

    Raises
    ------
    Refused : a day within the year for an indicator of whole years.
    """
    if indicator.timing == "point":
        period = f"{period}-12" if len(period) == len("2022") else period
        return period[: len("2022-12")] if is_day(period) else period
    if is_day(period) and not period.endswith(_YEAR_DAYS):
        place.refuse("wrong_timing", period)
    return period[: len("2022")] if is_day(period) else period
