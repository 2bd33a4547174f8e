"""Records written into the registry's YAML files; nothing else in them is touched."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

PATHS = {
    "sources": "registry/sources.yml",
    "plans": "registry/plans.yml",
    "indicators": "registry/indicators.yml",
}
"""Kind of record → its file in a data folder."""


def append_records(records: Iterable[Any], path: Path) -> None:
    """Write records behind those that stand."""
    text = path.read_text(encoding="utf-8").rstrip("\n")
    for record in records:
        text += f"\n\n{_yaml(record)}"
    path.write_text(f"{text.rstrip()}\n", encoding="utf-8")


def add_names(names: Mapping[str, Sequence[str]], path: Path) -> None:
    """Give records further names, where their list of names stands or below them.

    Parameters
    ----------
    names : id of a record → names that it gets
    """
    for id, added in names.items():
        text = path.read_text(encoding="utf-8")
        path.write_text(_with_names(text, id, added), encoding="utf-8")


def _with_names(text: str, id: str, added: Sequence[str]) -> str:
    """The text with the list of one record longer.

    Examples
    --------
    >>> print(_with_names("a:\\n  zh: 甲\\n  names: [乙]\\nb:\\n  zh: 丁", "a", ["丙"]))
    a:
      zh: 甲
      names: [乙, 丙]
    b:
      zh: 丁
    """
    import yaml

    tree: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    record: Any = next(node for key, node in tree.value if key.value == id)
    names = next((node for key, node in record.value if key.value == "names"), None)
    if names is None:
        return _inserted(text, record.value[-1][1], f"\n  names: {_listed(added)}")
    if names.flow_style:
        held = [item.value for item in names.value]
        start, end = _offset(text, names.start_mark), _offset(text, names.end_mark)
        return text[:start] + _listed([*held, *added]) + text[end:]
    indent = " " * names.start_mark.column
    lines = (f"\n{indent}- {_listed([name])[1:-1]}" for name in added)
    return _inserted(text, names.value[-1], "".join(lines))


def _inserted(text: str, node: Any, words: str) -> str:
    """The text with words behind a node, before whatever follows on other lines."""
    end = _offset(text, node.end_mark)
    end = len(text[:end].rstrip())
    rest = text[end:].partition("\n")[0]
    at = end + len(rest)
    return text[:at] + words + text[at:]


def _offset(text: str, mark: Any) -> int:
    """Character at a mark; the parser counts lines and columns in characters."""
    lines = text.splitlines(keepends=True)
    return sum(map(len, lines[: mark.line])) + mark.column


def _listed(names: Sequence[str]) -> str:
    import yaml

    dumped = yaml.safe_dump(
        list(names), allow_unicode=True, default_flow_style=True, width=10_000
    )
    return str(dumped).strip()


def _yaml(record: Any) -> str:
    import yaml

    stated = {
        field.name: _plain(getattr(record, field.name))
        for field in fields(record)
        if field.name != "id"
        and (field.default is MISSING or getattr(record, field.name) != field.default)
    }
    return str(
        yaml.safe_dump(
            {record.id: stated}, allow_unicode=True, sort_keys=False, width=10_000
        )
    )


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
