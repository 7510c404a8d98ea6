"""Cases that are not right or wrong but more or less good."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from touchstone.checker.compare import Mismatch

# Two-sided 95 % quantiles of Student's t by degrees of freedom; beyond them the normal's.
T_95 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)
NORMAL_95 = 1.96
DIGITS = 4


@dataclass(frozen=True)
class Measured:
    """What a case's body returns: the share of its points, 0 to 1, and what is said of it."""

    share: float
    passed: bool
    params: dict[str, float]

    @property
    def code(self) -> str:
        if not self.params:
            return "measured.not_here"
        return "measured.interval" if "half_width" in self.params else "measured.value"


def unmeasured() -> Measured:
    """What cannot be judged on this machine: passed, and said to be so."""
    return Measured(1.0, True, {})


def measure(
    value: float,
    *,
    floor: float,
    mark: float,
    full: float,
    half_width: float | None = None,
) -> Measured:
    """Points in proportion between `floor` (none) and `full` (all); passed from `mark` on.

    `full` below `floor` means that less is better. half_width: of the value's interval, shown
    beside it. A value that is not finite fails the case.
    """
    if not (floor < mark <= full or floor > mark >= full):
        raise ValueError("mark has to lie between floor and full")
    if not math.isfinite(value):
        raise Mismatch("measured.not_finite", {})
    share = min(1.0, max(0.0, (value - floor) / (full - floor)))
    passed = value >= mark if full > floor else value <= mark
    params = {"value": _rounded(value), "mark": mark, "full": full}
    if half_width is not None:
        params["half_width"] = _rounded(half_width)
    return Measured(share, passed, params)


def mean_with_interval(values: Sequence[float]) -> tuple[float, float]:
    """The mean of at least two values and half the width of its 95 % interval (Student's t)."""
    count = len(values)
    mean = sum(values) / count
    variance = sum((value - mean) ** 2 for value in values) / (count - 1)
    quantile = T_95[count - 2] if count - 2 < len(T_95) else NORMAL_95
    return mean, quantile * math.sqrt(variance / count)


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
