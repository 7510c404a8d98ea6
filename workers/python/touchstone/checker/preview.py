"""Small pictures of values for people: arrays abbreviated, differing entries marked."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np

MAX_VALUES = 64
MAX_TEXT = 400


def preview(value: Any, marks: list[int] | None = None) -> dict[str, Any]:
    """An array with its type, shape and first entries, or any other value as text."""
    if isinstance(value, np.ndarray | np.generic) and np.asarray(value).dtype.kind in "biufc":
        array = np.asarray(value)
        flat = array.ravel()[:MAX_VALUES]
        return {
            "kind": "array",
            "dtype": str(array.dtype),
            "shape": list(array.shape),
            "values": [_number(item) for item in flat.tolist()],
            "truncated": array.size > MAX_VALUES,
            "marks": [index for index in marks or [] if index < MAX_VALUES],
        }
    text = _text(value)
    return {"kind": "value", "text": text[:MAX_TEXT], "truncated": len(text) > MAX_TEXT}


def _number(item: Any) -> Any:
    if isinstance(item, bool | int):
        return item
    if isinstance(item, float) and math.isfinite(item):
        return float(f"{item:.6g}")
    return str(item)


def _text(value: Any) -> str:
    if isinstance(value, np.ndarray | np.generic):
        return np.array2string(np.asarray(value), threshold=MAX_VALUES, precision=6)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        shown = [_text(item) for item in value[:MAX_VALUES]]
        more = [f"… {len(value)}"] if len(value) > MAX_VALUES else []
        return "[" + ", ".join(shown + more) + "]"
    if isinstance(value, str):
        return json.dumps(value[:MAX_TEXT], ensure_ascii=False)
    return repr(value)[:MAX_TEXT]
