"""Results of a rule: one field an ingredient, each a value or an array of n."""

import dataclasses
from typing import Any, TypeVar

import numpy as np

Verdict = TypeVar("Verdict")


def as_asked(verdict: Verdict, *, single: bool) -> Verdict:
    """`verdict` as it is, or with plain Python values when one series was asked for."""
    return _plain(verdict) if single else verdict


def _plain(verdict: Any) -> Any:
    fields = dataclasses.fields(verdict)
    values = {field.name: getattr(verdict, field.name) for field in fields}
    return dataclasses.replace(
        verdict, **{name: _only(value) for name, value in values.items()}
    )


def _only(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return _plain(value)
    return np.asarray(value).reshape(-1)[0].item()
