"""What a learner's processes use of a device's memory, asked of its driver from outside."""

from __future__ import annotations

import math
import time
from functools import cache

from touchstone.runner.devices import Device
from touchstone.runner.nvml import Gpus, open_gpus
from touchstone.runner.proc_usage import tree

LOOK_EVERY_S = 0.1


@cache
def _gpus() -> Gpus:
    return open_gpus()


class DeviceMeter:
    """Of one job. Where the driver does not tell processes apart, all that was added counts."""

    def __init__(self, device: Device, gpus: Gpus | None = None) -> None:
        self._uuid, self._gpus = device.uuid, gpus or _gpus()
        self._at_first = self._in_all()
        self._looked, self._used = -math.inf, 0

    def used_mb(self, pid: int) -> int:
        """By the process and its descendants; as of a moment ago at most."""
        now = time.monotonic()
        if now - self._looked >= LOOK_EVERY_S:
            self._looked = now
            told = self._gpus.used_mb(self._uuid, set(tree(pid)))
            self._used = self._in_all() - self._at_first if told is None else told
        return self._used

    def _in_all(self) -> int:
        return next(one.used_mb for one in self._gpus.found() if one.uuid == self._uuid)


def meter_of(device: Device | None) -> DeviceMeter | None:
    return DeviceMeter(device) if device and device.kind == "cuda" else None
