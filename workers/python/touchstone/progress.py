"""How far training has come: what a learner's code reports while a model is being fitted."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator

from touchstone.wire.blocking import Channel
from touchstone.wire.frames import Kind, pack

_channel: Channel | None = None


def report(step: float, **values: float) -> None:
    """Adds a point to each named curve, such as `report(epoch, loss=0.4, accuracy=0.9)`.

    Points that come quicker than a curve can be drawn are left out. Outside of training it does
    nothing.
    """
    if _channel is None:
        return
    plain = {str(name): _number(value) for name, value in values.items()}
    _channel.send(pack(Kind.PROGRESS, {"step": float(step), "values": plain}))


def _number(value: float) -> float | None:
    """None where training went out of bounds: JSON knows neither NaN nor infinity."""
    number = float(value)
    return number if math.isfinite(number) else None


@contextlib.contextmanager
def sent_over(channel: Channel | None) -> Iterator[None]:
    """Reports go to the channel while inside."""
    global _channel
    _channel = channel
    try:
        yield
    finally:
        _channel = None
