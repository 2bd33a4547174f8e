"""Who is credited for a supplied figure: its record in the registry of sources."""

import re
from collections.abc import Mapping
from pathlib import Path

from fenghua_analysis.loaders.supplied import Origin, Supply
from fenghua_analysis.registry import Source
from fenghua_analysis.wording import both


def credit(supply: Supply, known: Mapping[str, Source]) -> dict[Origin, Source]:
    """A source for everything that a file says its figures are from.

    A publication that is registered already, by its id or its title, is credited
    itself. Everything else becomes a record of kind ``user``: its id is made of the
    file's name and content, so that the same file is the same source.
    """
    titles = {source.title: source for source in known.values()}
    credited: dict[Origin, Source] = {}
    for origin in dict.fromkeys(entry.origin for entry in supply.entries):
        registered = known.get(origin.title) or titles.get(origin.title)
        own = sum(source.kind == "user" for source in credited.values())
        credited[origin] = registered or _record(supply, origin, own + 1)
    return credited


def _record(supply: Supply, origin: Origin, number: int) -> Source:
    words = re.sub(r"[^a-z0-9]+", "_", Path(supply.file).stem.lower()).strip("_")
    parts = ["user", words, supply.sha256[:8], str(number) if number > 1 else ""]
    return Source(
        id="_".join(part for part in parts if part),
        kind="user",
        title=origin.title or supply.file,
        publisher=origin.publisher or both("supply.publisher"),
        licence=both("supply.licence"),
        issued=origin.issued,
        file=supply.file,
        sha256=supply.sha256,
        note=both("supply.entered"),
    )
