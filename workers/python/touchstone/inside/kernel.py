"""The learner's side of a kernel challenge: maps what it is lent, calls, and says when it is done.

Like all of his process it is not trusted. Whoever says too early that he is done has the result
copied too early.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from typing import Any

import torch

from touchstone.inside.only_kernels import OnlyKernels
from touchstone.wire.shared import Memory, Region, memory, tensor_at
from touchstone.wire.values import BadValue

ARMED, GO, DONE = b"a", b"g", b"d"


class Lent:
    """Regions and the doorbell of one case."""

    def __init__(self) -> None:
        self._memory: Memory | None = None
        self._regions: list[Region] = []
        self._doorbell: socket.socket | None = None

    def take(self, order: dict[str, Any], descriptors: list[int]) -> None:
        """Maps new regions in the place of the old ones; the last descriptor is the doorbell."""
        self.give_back()
        self._memory = self._memory or memory(order["memory"])
        *of_regions, doorbell = descriptors
        self._doorbell = socket.socket(fileno=doorbell)
        self._regions = [
            self._memory.open(descriptor, size)
            for descriptor, size in zip(of_regions, order["sizes"], strict=True)
        ]

    @property
    def device(self) -> torch.device:
        assert self._memory
        return self._memory.device

    def give_back(self) -> None:
        for region in self._regions:
            region.close()
        self._regions = []
        if self._doorbell:
            self._doorbell.close()

    def call(self, function: Callable[..., Any], order: dict[str, Any]) -> None:
        """Waits for the bell, calls, and leaves the result in the region for it."""
        assert self._memory and self._doorbell
        arguments = [self._argument(one) for one in order["args"]]
        result = self._argument(order["out"])
        self._doorbell.send(ARMED)
        if self._doorbell.recv(1) != GO:
            raise EOFError
        watch = OnlyKernels(order["most_bytes"]) if order["watched"] else None
        with watch or contextlib.nullcontext():
            answer = function(*arguments)
        _require_tensor(answer, result)
        result.copy_(answer)
        self._memory.synchronize()
        self._doorbell.send(DONE)

    def _argument(self, one: Any) -> Any:
        if not isinstance(one, dict):
            return one
        return tensor_at(self._regions[one["region"]], one["offset"], one["shape"], one["dtype"])


def _require_tensor(answer: Any, expected: Any) -> None:
    kind = type(answer).__name__
    if not hasattr(answer, "dtype") or not hasattr(answer, "device"):
        raise BadValue(f"expected a tensor, got {kind}")
    if tuple(answer.shape) != tuple(expected.shape):
        raise BadValue(f"expected shape {tuple(expected.shape)}, got {tuple(answer.shape)}")
    if answer.dtype != expected.dtype:
        raise BadValue(f"expected {expected.dtype}, got {answer.dtype}")
