"""Values as JSON with arrays beside it as raw bytes.

Crosses: None, bool, int, float, str, list, tuple (arrives as list), dict with str keys, NumPy
arrays and scalars of boolean, integer, floating and complex types. Everything else is refused.
A `Kept` names a value that stays in the learner's process, where alone it is resolved.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

ARRAY_KINDS = frozenset("biufc")
MAX_DEPTH = 64
MAX_DIMENSIONS = 32
TAG = "$"


class Kept(NamedTuple):
    """Stands for what a call returned and what stayed where it was made."""

    call: int


class BadValue(ValueError):
    """A value that must not or cannot cross; the text says why."""


def encode(value: Any) -> tuple[Any, list[bytes]]:
    """The value as JSON-ready data and the bytes of its arrays, in order."""
    blobs: list[bytes] = []
    return _encode(value, blobs, 0), blobs


def _encode(value: Any, blobs: list[bytes], depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise BadValue("nested too deeply")
    kind = type(value)
    if value is None or kind in (bool, str):
        return value
    if kind is int:
        return value if value.bit_length() < 64 else {TAG: "int", "hex": hex(value)}
    if kind is Kept:
        return {TAG: "kept", "call": value.call}
    if kind is float:
        return value if math.isfinite(value) else {TAG: "float", "text": repr(value)}
    if kind is list or kind is tuple:
        return [_encode(item, blobs, depth + 1) for item in value]
    if kind is dict:
        return _encode_dict(value, blobs, depth)
    if isinstance(value, np.ndarray | np.generic):
        return _encode_array(value, blobs)
    raise BadValue(f"a {kind.__name__} cannot be returned or passed")


def _encode_dict(value: dict[Any, Any], blobs: list[bytes], depth: int) -> dict[str, Any]:
    if any(type(key) is not str for key in value):
        raise BadValue("dictionary keys must be strings")
    plain = {key: _encode(item, blobs, depth + 1) for key, item in value.items()}
    return {TAG: "dict", "items": plain} if TAG in plain else plain


def _encode_array(value: np.ndarray | np.generic, blobs: list[bytes]) -> dict[str, Any]:
    # asarray on a base-class view: a subclass must not run its own code here.
    array = np.array(value, copy=True, order="C", subok=False)
    if array.dtype.kind not in ARRAY_KINDS or array.dtype.hasobject:
        raise BadValue(f"an array of type {array.dtype} cannot be returned or passed")
    plain = array.astype(array.dtype.newbyteorder("<"), copy=False)
    blobs.append(plain.tobytes())
    shape = list(plain.shape)
    return {TAG: "array", "dtype": plain.dtype.str, "shape": shape, "blob": len(blobs) - 1}


def decode(data: Any, blobs: list[memoryview], kept: Mapping[int, Any] | None = None) -> Any:
    """The value again. Raises BadValue for anything that encode does not write.

    kept: what a `Kept` resolves to, by call; without it one is refused.
    """
    return _decode(data, blobs, kept or {}, 0)


def _decode(data: Any, blobs: list[memoryview], kept: Mapping[int, Any], depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise BadValue("nested too deeply")
    if data is None or isinstance(data, bool | int | float | str):
        return data
    if isinstance(data, list):
        return [_decode(item, blobs, kept, depth + 1) for item in data]
    if not isinstance(data, dict):
        raise BadValue("not a value")
    if TAG not in data:
        return {key: _decode(item, blobs, kept, depth + 1) for key, item in data.items()}
    return _decode_tagged(data, blobs, kept, depth)


def _decode_tagged(
    data: dict[str, Any], blobs: list[memoryview], kept: Mapping[int, Any], depth: int
) -> Any:
    try:
        match data[TAG]:
            case "array":
                return _decode_array(data, blobs)
            case "float":
                return {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}[data["text"]]
            case "int":
                return int(data["hex"], 16)
            case "dict":
                items = data["items"].items()
                return {key: _decode(item, blobs, kept, depth + 1) for key, item in items}
            case "kept":
                return kept[data["call"]]
    except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
        if isinstance(error, BadValue):
            raise
    raise BadValue("a malformed value")


def _decode_array(data: dict[str, Any], blobs: list[memoryview]) -> np.ndarray:
    dtype, shape, blob = np.dtype(data["dtype"]), data["shape"], blobs[data["blob"]]
    if dtype.kind not in ARRAY_KINDS or dtype.hasobject:
        raise BadValue(f"an array of type {dtype} is refused")
    if len(shape) > MAX_DIMENSIONS or any(type(n) is not int or n < 0 for n in shape):
        raise BadValue("a malformed shape")
    if math.prod(shape) * dtype.itemsize != len(blob):
        raise BadValue("the bytes of an array do not fill its shape")
    # A copy is writable and aligned, and frees the frame.
    return np.frombuffer(blob, dtype=dtype).reshape(shape).astype(dtype.newbyteorder("="))
