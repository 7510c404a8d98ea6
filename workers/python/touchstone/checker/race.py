"""Speed of a kernel beside a rival's in the same run, and beside what the memory allows.

A round writes fresh inputs into lent memory, has the kernel or the rival work, and copies the
result: all of it on this side's clock. The rival works in a process of its own, as the kernel does.
What lending costs alone is measured there in the same rounds and taken off. Every result of the
kernel is checked, so that no round is cheaper for being wrong.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import torch

from touchstone.checker.kernel import SPEED_COUNTS, Kernel
from touchstone.checker.lending import owned_memory
from touchstone.checker.measure import Measured, measure, unmeasured
from touchstone.checker.proxy import Unmeasurable
from touchstone.checker.twin import rival_seconds

WARM_ROUNDS, WITNESSES, ROUNDS, TRIES = 3, 3, 25, 3
# A rival whose times scatter more than this, as a share of their median, was disturbed.
STEADY = 0.25
# More than the second-level cache of any device.
CACHE_BYTES = 256 * 2**20 if SPEED_COUNTS else 8 * 2**20
COPIES = 9

Draw = Callable[[], tuple[torch.Tensor, ...]]
Compute = Callable[..., torch.Tensor]


@dataclass(frozen=True)
class Race:
    """Median seconds of one call. least_s: what moving its bytes takes at the best bandwidth."""

    own_s: float
    rival_s: float
    least_s: float

    def against_rival(self, *, floor: float, mark: float, full: float) -> Measured:
        """The rival's time as a multiple of the learner's; only where there is a device."""
        value = self.rival_s / self.own_s
        return measure(value, floor=floor, mark=mark, full=full) if SPEED_COUNTS else unmeasured()

    def against_memory(self, *, floor: float, mark: float, full: float) -> Measured:
        """The share of the bandwidth of a copy; only where there is a device."""
        value = self.least_s / self.own_s
        return measure(value, floor=floor, mark=mark, full=full) if SPEED_COUNTS else unmeasured()


def race(
    kernel: Kernel,
    draw: Draw,
    rival: Compute,
    check: Callable[..., None],
    *,
    options: tuple[object, ...] = (),
    moved_bytes: Callable[..., int] | None = None,
) -> Race:
    """draw: fresh inputs. rival(*inputs, *options): what the kernel is measured against, a function
    of the checker's module.

    check(got, *inputs): fails the case where the result is wrong. moved_bytes: read and written
    at least, by default all of the inputs and the result. Raises Unmeasurable on a busy machine.
    """
    for _ in range(TRIES):
        found = _once(kernel, draw, rival, check, options, moved_bytes)
        if found is not None:
            return found
    raise Unmeasurable


def _once(
    kernel: Kernel,
    draw: Draw,
    rival: Compute,
    check: Callable[..., None],
    options: tuple[object, ...],
    moved_bytes: Callable[..., int] | None,
) -> Race | None:
    own, rivals, empty = [], [], []
    inputs = draw()
    like = rival(*inputs, *options)
    # Some rounds look whose work it is instead of how long it takes; he cannot tell which.
    witnesses = random.SystemRandom().sample(range(WARM_ROUNDS, ROUNDS), WITNESSES)
    for number in range(ROUNDS):
        inputs = draw()
        _flush_cache()
        watched = number < WARM_ROUNDS or number in witnesses
        result, seconds = kernel.timed(*inputs, *options, like=like, watched=watched)
        check(result, *inputs)
        if watched:
            continue
        own.append(seconds)
        for times, function in ((rivals, rival), (empty, None)):
            _flush_cache()
            times.append(rival_seconds(function, (*inputs, *options), like))
    quarters = statistics.quantiles(rivals, n=4)
    if SPEED_COUNTS and quarters[2] - quarters[0] > STEADY * quarters[1]:
        return None
    size = sum(one.nbytes for one in (*inputs, like))
    least = (moved_bytes(*inputs) if moved_bytes else size) / bandwidth()
    spent = statistics.median(empty)
    # Nothing is quicker than its bytes: less than that is noise of what was taken off.
    own_s, rival_s = (max(least, statistics.median(times) - spent) for times in (own, rivals))
    return Race(own_s, rival_s, least)


@cache
def bandwidth() -> float:
    """Bytes a second, read and written, of a copy on this device: the roof for such kernels."""
    source = torch.zeros(CACHE_BYTES, dtype=torch.uint8, device=owned_memory().device)
    target = torch.empty_like(source)
    times = []
    for _ in range(COPIES):
        owned_memory().synchronize()
        start = time.perf_counter()
        target.copy_(source)
        owned_memory().synchronize()
        times.append(time.perf_counter() - start)
    return 2 * CACHE_BYTES / statistics.median(times)


def _flush_cache() -> None:
    _spill().add_(1)
    owned_memory().synchronize()


@cache
def _spill() -> torch.Tensor:
    return torch.zeros(CACHE_BYTES, dtype=torch.uint8, device=owned_memory().device)
