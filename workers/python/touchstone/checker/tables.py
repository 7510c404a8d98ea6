"""cases.yaml: cases without Python, as a table of arguments and expected values.

JSON has no NaN and no infinity: they arrive as `{"float": "nan"}`.
"""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from touchstone.checker.compare import close, equal
from touchstone.checker.registry import Body, Case, declared


def declare_table(table: dict[str, Any]) -> None:
    """Declares every row of the parsed file. Raises ValueError where a row is malformed."""
    defaults = table.get("defaults") or {}
    for row in table["cases"]:
        declared.append(
            Case(
                name=row["name"],
                title=row["title"],
                visible=bool(row.get("visible", False)),
                points=row.get("points", 1),
                allow_mutation=False,
                body=_body({**defaults, **row}),
            )
        )


def _body(row: dict[str, Any]) -> Body:
    args = _value(row.get("args", []))
    kwargs = _value(row.get("kwargs", {}))
    expected = _value(row["expected"])

    def body(candidate: Any, _rng: Any) -> None:
        got = getattr(candidate, row["call"])(*copy.deepcopy(args), **copy.deepcopy(kwargs))
        if row.get("compare", _natural(expected)) == "exact":
            equal(got, expected)
        else:
            close(got, expected, row.get("rtol"), row.get("atol"))

    return body


def _natural(expected: Any) -> str:
    inexact = isinstance(expected, float | np.ndarray | list | dict)
    return "close" if inexact and not isinstance(expected, bool) else "exact"


def _value(data: Any) -> Any:
    if isinstance(data, dict) and "array" in data:
        return np.array(_value(data["array"]), dtype=data.get("dtype", "float64"))
    if isinstance(data, dict) and set(data) == {"float"}:
        return float(data["float"])
    if isinstance(data, dict):
        return {key: _value(item) for key, item in data.items()}
    if isinstance(data, list):
        return [_value(item) for item in data]
    return data
