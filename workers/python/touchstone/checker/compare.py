"""Comparisons of what the learner returned with what was expected.

Each raises Mismatch, which ends the case as failed, with a code and figures that a page can put
into words. A learner's value of any kind gives a mismatch at worst, never a crash.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

# Defaults by the expected precision: (rtol, atol).
TOLERANCE = {2: (1e-2, 1e-3), 4: (1e-4, 1e-6), 8: (1e-5, 1e-7)}
NUMBERS = (bool, int, float, complex, np.generic)


class Mismatch(Exception):
    """A case's requirement that does not hold."""

    def __init__(
        self, code: str, params: dict[str, Any], expected: Any = None, got: Any = None
    ) -> None:
        super().__init__(code)
        self.code, self.params, self.expected, self.got = code, params, expected, got
        self.marks: list[int] = []


class OutOfTime(Mismatch):
    """What the learner's program was given time for, and has not done: the case is timed out."""


def require(condition: object, *, en: str, zh: str) -> None:
    """Fails the case with the given message unless the condition holds."""
    if not condition:
        raise Mismatch("custom", {"en": en, "zh": zh})


def kind_of(value: Any) -> str:
    """A word for a value's type that a learner knows."""
    if isinstance(value, np.ndarray):
        return "array"
    return type(value).__name__


def as_array(value: Any, *, en: str | None = None, zh: str | None = None) -> np.ndarray:
    """The value as a numeric array. Fails the case where it is none."""
    try:
        array = np.asarray(value)
    except (ValueError, OverflowError, RecursionError, MemoryError):
        # MemoryError: one long text among many numbers makes as many long texts.
        array = None
    if array is None or array.dtype.kind not in "biufc":
        raise _mismatch(
            "mismatch.type", {"expected": "array", "got": kind_of(value)}, en, zh, got=value
        )
    return array


def close(
    got: Any,
    expected: Any,
    rtol: float | None = None,
    atol: float | None = None,
    en: str | None = None,
    zh: str | None = None,
) -> None:
    """Holds where |got - expected| <= atol + rtol |expected| everywhere.

    Shapes must be the same, except that a plain number is expected of every element. Lists and
    dictionaries are compared member by member. NaN and infinities must stand in the same places.
    Defaults follow the expected precision: 1e-5 and 1e-7 for float64, 1e-4 and 1e-6 for float32.
    """
    if isinstance(expected, dict):
        _same_keys(got, expected, en, zh)
        for key in expected:
            close(got[key], expected[key], rtol, atol, en, zh)
    elif isinstance(expected, list | tuple):
        _same_length(got, expected, en, zh)
        for mine, theirs in zip(got, expected, strict=True):
            close(mine, theirs, rtol, atol, en, zh)
    elif expected is None or isinstance(expected, str):
        equal(got, expected, en, zh)
    else:
        _close_arrays(got, expected, rtol, atol, en, zh)


def equal(got: Any, expected: Any, en: str | None = None, zh: str | None = None) -> None:
    """Holds where both are the same, member by member; True is not 1, 1 is 1.0."""
    if not _identical(got, expected):
        raise _mismatch("mismatch.exact", {}, en, zh, expected, got)


def numeric_gradient(
    f: Callable[[np.ndarray], float], x: np.ndarray, eps: float = 1e-6
) -> np.ndarray:
    """Central differences of the scalar f at x, with x's shape, in float64."""
    point = np.array(x, dtype=np.float64)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        kept = point[index]
        point[index] = kept + eps
        above = f(point)
        point[index] = kept - eps
        gradient[index] = (above - f(point)) / (2 * eps)
        point[index] = kept
    return gradient


def _mismatch(
    code: str,
    params: dict[str, Any],
    en: str | None,
    zh: str | None,
    expected: Any = None,
    got: Any = None,
) -> Mismatch:
    if en is not None and zh is not None:
        return Mismatch("custom", {"en": en, "zh": zh}, expected, got)
    return Mismatch(code, params, expected, got)


def _same_keys(got: Any, expected: dict[str, Any], en: str | None, zh: str | None) -> None:
    if not isinstance(got, dict):
        found = kind_of(got)
        raise _mismatch("mismatch.type", {"expected": "dict", "got": found}, en, zh, expected, got)
    if set(got) != set(expected):
        params = {"expected": ", ".join(sorted(expected)), "got": ", ".join(sorted(got))}
        raise _mismatch("mismatch.keys", params, en, zh, expected, got)


def _same_length(got: Any, expected: Any, en: str | None, zh: str | None) -> None:
    if not isinstance(got, list | tuple | np.ndarray):
        found = kind_of(got)
        raise _mismatch("mismatch.type", {"expected": "list", "got": found}, en, zh, expected, got)
    size = 0 if isinstance(got, np.ndarray) and got.ndim == 0 else len(got)
    if size != len(expected):
        params = {"expected": len(expected), "got": size}
        raise _mismatch("mismatch.length", params, en, zh, expected, got)


def _close_arrays(
    got: Any, expected: Any, rtol: float | None, atol: float | None, en: str | None, zh: str | None
) -> None:
    want = np.asarray(expected)
    if not isinstance(got, (np.ndarray, list, *NUMBERS)):
        params = {"expected": kind_of(expected), "got": kind_of(got)}
        raise _mismatch("mismatch.type", params, en, zh, expected, got)
    have = as_array(got, en=en, zh=zh)
    one_for_all = isinstance(expected, NUMBERS) and not isinstance(expected, np.generic)
    if not one_for_all and have.shape != want.shape:
        params = {"expected": str(want.shape), "got": str(have.shape)}
        raise _mismatch("mismatch.shape", params, en, zh, expected, got)
    default_rtol, default_atol = TOLERANCE.get(want.dtype.itemsize, TOLERANCE[8])
    if want.dtype.kind not in "fc":
        default_rtol, default_atol = TOLERANCE[8]
    _within(
        have,
        want,
        default_rtol if rtol is None else rtol,
        default_atol if atol is None else atol,
        en,
        zh,
    )


def _within(
    have: np.ndarray, want: np.ndarray, rtol: float, atol: float, en: str | None, zh: str | None
) -> None:
    have_64 = have.astype(np.result_type(have.dtype, np.float64))
    want_64 = np.broadcast_to(want.astype(np.result_type(want.dtype, np.float64)), have.shape)
    with np.errstate(all="ignore"):
        finite = np.isfinite(have_64) & np.isfinite(want_64)
        difference = np.abs(have_64 - want_64)
        good = np.where(finite, difference <= atol + rtol * np.abs(want_64), have_64 == want_64)
    good |= np.isnan(have_64) & np.isnan(want_64)
    if good.all():
        return
    wrong = np.flatnonzero(~good)
    stray = wrong[np.isnan(have_64.ravel()[wrong])]
    if stray.size:
        params: dict[str, Any] = {"count": int(stray.size), "total": int(good.size)}
        failure = _mismatch("mismatch.nan", params, en, zh, want, have)
    else:
        failure = _mismatch(
            "mismatch.values", _figures(have_64, want_64, wrong, rtol, atol), en, zh, want, have
        )
    failure.marks = [int(index) for index in wrong[:256]]
    raise failure


def _figures(
    have: np.ndarray, want: np.ndarray, wrong: np.ndarray, rtol: float, atol: float
) -> dict[str, Any]:
    mine, theirs = have.ravel(), want.ravel()
    with np.errstate(all="ignore"):
        distance = np.abs(mine[wrong] - theirs[wrong])
        relative = distance / np.maximum(np.abs(theirs[wrong]), np.finfo(np.float64).tiny)
        finite = np.isfinite(distance)
        worst = int(wrong[np.argmax(np.where(finite, distance, np.inf))])
    index = ", ".join(str(int(i)) for i in np.unravel_index(worst, have.shape))
    return {
        "count": int(wrong.size),
        "total": int(have.size),
        "max_abs": float(distance[finite].max()) if finite.any() else "inf",
        "max_rel": float(relative[finite].max()) if finite.any() else "inf",
        "rtol": rtol,
        "atol": atol,
        "index": index,
        "expected": str(theirs[worst]),
        "got": str(mine[worst]),
    }


def _identical(got: Any, expected: Any) -> bool:
    if isinstance(expected, np.ndarray) or isinstance(got, np.ndarray):
        if isinstance(got, list) or isinstance(expected, list):
            return _identical(_listed(got), _listed(expected))
        have, want = np.asarray(got), np.asarray(expected)
        return have.shape == want.shape and bool(
            np.array_equal(have, want, equal_nan=_floats(have, want))
        )
    if isinstance(expected, list | tuple):
        return (
            isinstance(got, list | tuple)
            and len(got) == len(expected)
            and all(_identical(a, b) for a, b in zip(got, expected, strict=True))
        )
    if isinstance(expected, dict):
        return (
            isinstance(got, dict)
            and set(got) == set(expected)
            and all(_identical(got[key], expected[key]) for key in expected)
        )
    if isinstance(expected, bool | np.bool_) or isinstance(got, bool | np.bool_):
        return (
            isinstance(expected, bool | np.bool_)
            and isinstance(got, bool | np.bool_)
            and got == expected
        )
    return type(got) in (type(None), int, float, str) and bool(got == expected)


def _listed(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value


def _floats(*arrays: np.ndarray) -> bool:
    return all(array.dtype.kind in "fc" for array in arrays)
