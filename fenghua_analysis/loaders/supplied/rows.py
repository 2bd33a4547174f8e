"""What a row of any supplied table may say of itself: how known, whence, remarks."""

from fenghua_analysis import wording
from fenghua_analysis.loaders.sheets import Cell, Place
from fenghua_analysis.loaders.supplied.cells import key, plain, read_day, read_period
from fenghua_analysis.loaders.supplied.entries import Origin
from fenghua_analysis.loaders.supplied.tables import Spot
from fenghua_analysis.table import STATUSES

_DATES = (len("2022"), len("2022-03"), len("2022-03-29"))


def status_of(spot: Spot) -> str:
    """The status that a row states, by its id or its name; "" when it states none."""
    known = {
        key(word.format(wording.say(f"status.{status}", lang))): status
        for status in STATUSES
        for lang in wording.LANGUAGES
        for word in ("{}", "{}数", "{}数据")
    }
    for said in spot.beside("status"):
        if key(said.cell) not in known:
            allowed = "、".join(wording.say(f"status.{name}") for name in STATUSES)
            said.place.refuse("not_allowed", plain(said.cell), allowed=allowed)
        return known[key(said.cell)]
    return ""


def origin_of(spot: Spot, usual: Origin) -> Origin:
    """Where a row says its figures are from; `usual` where it says nothing.

    A row that names its own publication does not inherit the publisher of another.
    """
    title, publisher = spot.text("source"), spot.text("publisher")
    dates = [date_of(said.cell, said.place) for said in spot.beside("issued")]
    return Origin(
        title=title or usual.title,
        publisher=publisher or ("" if title else usual.publisher),
        issued=next(iter(dates), usual.issued),
    )


def date_of(cell: Cell, place: Place) -> str:
    """A date to the day, the month or the year."""
    date = read_day(cell) or read_period(cell)
    if len(date) not in _DATES or not date.replace("-", "").isdecimal():
        place.refuse("not_date", plain(cell))
    return date
