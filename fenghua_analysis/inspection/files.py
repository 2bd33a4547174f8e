"""Files beside the tables: maps of the right regions, sources that have not changed."""

import hashlib
from collections.abc import Iterator

from fenghua_analysis.errors import Problem
from fenghua_analysis.inspection.folder import Folder
from fenghua_analysis.loaders.geography import map_problems


def maps(folder: Folder) -> Iterator[Problem]:
    """Maps that lack a region or show one that is not there."""
    if "regions" in folder.tables:
        yield from map_problems(folder.path)


def fingerprints(folder: Folder) -> Iterator[Problem]:
    """Files of the folder that are no longer the ones their source record describes."""
    for source in folder.records.get("sources", {}).values():
        path = folder.path / source.file
        if source.kind == "geography" and path.is_file():
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            if found != source.sha256:
                place = (source.file, None, f"{source.id}.sha256", found)
                yield Problem("changed_file", *place)


CHECKS = (maps, fingerprints)
