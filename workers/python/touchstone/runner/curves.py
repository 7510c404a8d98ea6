"""What a learner's code reports while it trains, thinned to what can be drawn and stored."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any

from touchstone.wire.frames import BadFrame, Frame, unpack

MOST_POINTS = 2000
FIRST_GAP_S = 0.01
# After this many points of one training they are kept twice as far apart.
POINTS_A_GAP = 64
SAY_EVERY_S = 0.25
MAX_CURVES = 8
MAX_CURVE_NAME = 40
MAX_POINT_BYTES = 4096


class Curves:
    """Takes PROGRESS frames of one job and says several points at a time.

    Points of one training are kept further apart the longer it takes: a short one has a curve as
    well, and a long one does not fill the store.
    """

    def __init__(self, say: Callable[[list[dict[str, Any]]], None]) -> None:
        self._say = say
        self._in_call = 0
        self._waiting: list[dict[str, Any]] = []
        self._passed_over: Frame | None = None
        self._kept_at = -math.inf
        self._said_at = -math.inf
        self._count = 0

    def add(self, frame: Frame) -> None:
        """Anything that is no point is passed over: the learner's side is not trusted."""
        now = time.monotonic()
        if now - self._kept_at < FIRST_GAP_S * 2 ** (self._in_call // POINTS_A_GAP):
            self._passed_over = frame
            return
        self._kept_at = now
        self._keep(frame)
        if now - self._said_at >= SAY_EVERY_S:
            self._said_at = now
            self._say_waiting()

    def end_call(self) -> None:
        """Says what waits, with the last point of all: where the training came to."""
        if self._passed_over:
            self._keep(self._passed_over)
        self._say_waiting()
        self._in_call = 0

    def _keep(self, frame: Frame) -> None:
        self._passed_over = None
        point = read_point(frame) if self._count < MOST_POINTS else None
        if point is not None:
            self._count += 1
            self._in_call += 1
            self._waiting.append(point)

    def _say_waiting(self) -> None:
        if self._waiting:
            points, self._waiting = self._waiting, []
            self._say(points)


def read_point(frame: Frame) -> dict[str, Any] | None:
    """A point as the learner's side sent it, or None for anything that is none."""
    if len(frame.header) > MAX_POINT_BYTES:
        return None
    try:
        data, _ = unpack(frame)
        step, values = data["step"], data["values"]
        good = _is_number(step) and 0 < len(values) <= MAX_CURVES
        good = good and all(
            len(name) <= MAX_CURVE_NAME and (value is None or _is_number(value))
            for name, value in values.items()
        )
    except (BadFrame, KeyError, TypeError, AttributeError):
        return None
    return {"step": step, "values": values} if good else None


def _is_number(value: object) -> bool:
    return type(value) in (int, float) and math.isfinite(value)  # type: ignore[arg-type]
