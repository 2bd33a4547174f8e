"""Records of the registry: one YAML file, one kind of record, read strictly.

A file maps ids to fields. The record's declared types decide what a scalar is, never
YAML's guess at it: ``issued: 2022-03`` stays the text that it is. Every fault carries
its line.
"""

import dataclasses
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar

from fenghua_analysis.errors import Problem, RegistryError, nearest

Record = TypeVar("Record")

# A node of the YAML tree: `id` says what it is, `start_mark` where (no stub says so).
Node = Any

_ID = r"[a-z][a-z0-9_]*"


def read_records(path: Path, record: type[Record]) -> dict[str, Record]:
    """Read a YAML file of records of one kind.

    Parameters
    ----------
    path : the file: a mapping of ids to the fields of `record`, its ``id`` apart
    record : a dataclass whose fields are texts, whole numbers, choices
        (``Literal``) or lists of texts (``tuple[str, ...]``)

    Returns
    -------
    Id → record, in file order.

    Raises
    ------
    RegistryError : no such file, not YAML, an id twice, an unknown or missing key, a
        value of the wrong type; all faults at once, each with its line.
    """
    records, problems = examine_records(path, record)
    if problems:
        raise RegistryError(problems)
    return records


def examine_records(
    path: Path, record: type[Record]
) -> tuple[dict[str, Record], list[Problem]]:
    """Read a file of records and list every fault; faulty records are left out."""
    import yaml

    where = f"{path.parent.name}/{path.name}"
    if not path.is_file():
        return {}, [Problem("missing_file", where)]
    try:
        text = path.read_text(encoding="utf-8")
        tree = yaml.compose(text, Loader=yaml.CSafeLoader)
    except UnicodeDecodeError:
        return {}, [Problem("not_utf8", where)]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        reason = {"reason": error.problem or ""}
        return {}, [Problem("broken_yaml", where, line, details=reason)]
    reader = _Reader(where, record)
    return reader.records(tree), reader.problems


class _Reader:
    """One pass over a file; `problems` grows on the way."""

    def __init__(self, where: str, record: type) -> None:
        self.where = where
        self.record = record
        self.fields = {f.name: f for f in dataclasses.fields(record) if f.name != "id"}
        self.types = typing.get_type_hints(record)
        self.problems: list[Problem] = []

    def records(self, tree: Node) -> dict[str, Any]:
        """Id → record, of those without fault."""
        found: dict[str, Any] = {}
        for key, node in self._pairs(tree, ""):
            if re.fullmatch(_ID, key.value):
                found[key.value] = self._one(key, node)
            else:
                self._add("wrong_id", key, value=key.value)
        return {name: record for name, record in found.items() if record is not None}

    def _one(self, key: Node, node: Node) -> Any:
        """The record of one id, or None when any of its fields is at fault."""
        before = len(self.problems)
        values: dict[str, Any] = {}
        for name, value in self._pairs(node, key.value):
            column = f"{key.value}.{name.value}"
            if name.value in self.fields:
                values[name.value] = self._value(value, name.value, column)
            else:
                near = nearest(name.value, self.fields)
                names = "、".join(self.fields)
                self._add("unknown_key", name, column, near=near, names=names)
        for name in self.fields:
            if name not in values and self._required(name):
                self._add("missing_key", key, f"{key.value}.{name}")
        if len(self.problems) > before:
            return None
        return self.record(id=key.value, **values)

    def _pairs(self, node: Node, column: str) -> Iterator[tuple[Node, Node]]:
        """Keys and values of a mapping, each key once; an empty file has none."""
        if node is None:
            return
        if node.id != "mapping":
            self._add("not_mapping", node, column)
            return
        seen = set()
        for key, value in node.value:
            if key.id != "scalar":
                self._add("not_text", key, column)
            elif key.value in seen:
                self._add("duplicate_id", key, column, key.value)
            else:
                seen.add(key.value)
                yield key, value

    def _value(self, node: Node, name: str, column: str) -> Any:
        """The value of a field, read as the field's type."""
        kind = self.types[name]
        if typing.get_origin(kind) is tuple:
            return self._list(node, column)
        if node.id != "scalar":
            return self._add("not_text", node, column)
        text = "" if node.tag.endswith(":null") else node.value
        allowed = _choices(kind)
        if not text and self._required(name):
            self._add("blank_cell", node, column)
        elif kind is int and not re.fullmatch(r"-?\d+", text):
            self._add("not_integer", node, column, text)
        elif allowed and text not in allowed:
            self._add("not_allowed", node, column, text, allowed="、".join(allowed))
        elif kind is int:
            return int(text)
        return text

    def _list(self, node: Node, column: str) -> tuple[str, ...]:
        if node.id == "sequence" and all(item.id == "scalar" for item in node.value):
            return tuple(item.value for item in node.value)
        self._add("not_list", node, column)
        return ()

    def _required(self, name: str) -> bool:
        return self.fields[name].default is dataclasses.MISSING

    def _add(
        self,
        key: str,
        node: Node,
        column: str = "",
        value: str | None = None,
        near: str = "",
        **details: str,
    ) -> None:
        place = (self.where, node.start_mark.line + 1, column, value)
        self.problems.append(Problem(key, *place, details, near))


def _choices(kind: Any) -> tuple[str, ...]:
    return typing.get_args(kind) if typing.get_origin(kind) is Literal else ()
