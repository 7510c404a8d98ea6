"""Speed of a kernel beside a rival's in the same run, and beside what the memory allows.

A round writes fresh inputs into lent memory, has the kernel or the rival work, and copies the
result: all of it on this side's clock. What writing, ringing and copying cost alone is measured in
the same rounds and taken off. Every result is checked, so that no round is cheaper for being wrong.
"""

from __future__ import annotations

import os
import random
import socket
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import torch

from touchstone.checker.kernel import SPEED_COUNTS, Kernel, owned_memory
from touchstone.checker.measure import Measured, measure, unmeasured
from touchstone.checker.proxy import Unmeasurable

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
    """draw: fresh inputs. rival(*inputs, *options): what the kernel is measured against.

    check(got, *inputs): fails the case where the result is wrong. moved_bytes: read and written
    at least, by default all of the inputs and the result. Raises Unmeasurable on a busy machine.
    """
    _echo()
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
        rivals.append(_aside(inputs, like, lambda views: rival(*views, *options)))
        empty.append(_aside(inputs, like, lambda _: like))
    quarters = statistics.quantiles(rivals, n=4)
    if SPEED_COUNTS and quarters[2] - quarters[0] > STEADY * quarters[1]:
        return None
    size = sum(one.nbytes for one in (*inputs, like))
    least = (moved_bytes(*inputs) if moved_bytes else size) / bandwidth()
    spent = statistics.median(empty)
    # Nothing is quicker than its bytes: less than that is noise of what was taken off.
    own_s, rival_s = (max(least, statistics.median(times) - spent) for times in (own, rivals))
    return Race(own_s, rival_s, least)


def _aside(inputs: tuple[torch.Tensor, ...], like: torch.Tensor, work: Compute) -> float:
    """The seconds of a round in which this process does the work; a bell is rung, too."""
    views = [torch.empty_like(one) for one in inputs]
    lent, kept = torch.empty_like(like), torch.empty_like(like)
    _flush_cache()
    start = time.perf_counter()
    for view, one in zip(views, inputs, strict=True):
        view.copy_(one)
    owned_memory().synchronize()
    _ring()
    lent.copy_(work(views))
    owned_memory().synchronize()
    kept.copy_(lent)
    owned_memory().synchronize()
    return time.perf_counter() - start


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


@cache
def _echo() -> socket.socket:
    """A process that rings back at once: what waking another one costs on this machine."""
    mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    if os.fork() == 0:
        try:
            while word := theirs.recv(1):
                theirs.send(word)
        finally:
            os._exit(0)
    theirs.close()
    return mine


def _ring() -> None:
    _echo().send(b"g")
    _echo().recv(1)
