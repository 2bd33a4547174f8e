"""What a supplied file states, before anything is decided about it.

An `Entry` is one row for one table of the data package, in its words and units, that
still knows the cells it came from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fenghua_analysis.contract import Table
from fenghua_analysis.errors import Problem
from fenghua_analysis.loaders.sheets import Place


@dataclass(frozen=True)
class Origin:
    """Where the supplier says that a figure is from; "" where nothing is said.

    Attributes
    ----------
    title : of a publication; the id or the title of a registered source names that one
    issued : ``2022``, ``2022-03`` or ``2022-03-29``
    """

    title: str = ""
    publisher: str = ""
    issued: str = ""


@dataclass(frozen=True)
class Entry:
    """One row, for one table.

    Attributes
    ----------
    cells : every column of `table` but the source; `status` is "" where the file does
        not say how the figure came about
    places : column → the cell that it was read from
    place : the cell of the figure itself
    """

    table: Table
    cells: Mapping[str, Any]
    origin: Origin
    place: Place
    places: Mapping[str, Place]


@dataclass(frozen=True)
class Supply:
    """One supplied file, read.

    Attributes
    ----------
    file, sha256 : its name and the fingerprint of its content
    problems : everything in it that could not be read
    unread : names of sheets with numbers but without a heading; they are not looked at
    """

    file: str
    sha256: str
    entries: Sequence[Entry]
    problems: Sequence[Problem]
    unread: Sequence[str]
