"""Memory that this process owns and lends to one other, which works on it when the bell rings.

The same for the learner's process and for our own that runs his rivals: what either costs beside
its work is the same for both.
"""

from __future__ import annotations

import itertools
import os
import select
import socket
import time
from functools import cache
from typing import Any

import numpy as np
import torch

from touchstone.checker.compare import Mismatch
from touchstone.checker.proxy import CallEnded
from touchstone.wire.blocking import Channel
from touchstone.wire.frames import Kind, pack, unpack
from touchstone.wire.shared import DTYPES, Memory, Region, memory, tensor_at

DEVICE = os.environ.get("TOUCHSTONE_DEVICE", "cpu")
GO = b"g"
# Of the tensors and the result; the bell is one more descriptor of the eight that go at once.
MOST_REGIONS = 7
GUARD, SLACK, ALIGNMENT = 4096, 65536, 512
POISON = 0xFF  # NaN in every floating type
NAMES = {kind: name for name, kind in DTYPES.items()}

Lent = list[tuple[torch.Tensor, dict[str, Any]]]
_identities = itertools.count(1)


@cache
def owned_memory() -> Memory:
    """The maker of what is lent, on the one device of this grading."""
    return memory(DEVICE)


class Lending:
    """What one process at the other end of `channel` is lent."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._regions: list[Region] = []
        self._doorbell: socket.socket | None = None
        self._places = np.random.default_rng()

    def timed(
        self,
        function: str,
        arguments: tuple[Any, ...],
        like: torch.Tensor,
        watched: bool = False,
        spacious: float | None = None,
    ) -> tuple[torch.Tensor, float]:
        """The result and the seconds from the first input written to the result copied.

        Raises CallEnded where there is none, and Mismatch where lent memory was misused.
        """
        tensors = [one.contiguous() for one in arguments if isinstance(one, torch.Tensor)]
        self._lend([one.nbytes for one in [*tensors, like]])
        lent = [
            self._place(region, one)
            for region, one in zip(self._regions, [*tensors, like], strict=True)
        ]
        kept = torch.empty_like(like, device=owned_memory().device)
        order = {
            "function": function,
            "watched": watched,
            "most_bytes": spacious and int(spacious * self._regions[-1].size),
        }
        identity = self._order(order, arguments, lent)
        armed = self._rung()
        start = time.perf_counter()
        for (view, _), one in zip(lent, tensors, strict=False):
            view.copy_(one)
        owned_memory().synchronize()
        if armed:
            self._ring()
            self._rung()
        kept.copy_(lent[-1][0])
        owned_memory().synchronize()
        seconds = time.perf_counter() - start
        self._answered(identity)
        self._require_untouched(function, tensors, lent)
        return kept, seconds

    def _lend(self, sizes: list[int]) -> None:
        """Regions of at least those sizes; the ones lent already serve where they are enough."""
        if len(sizes) > MOST_REGIONS:
            raise ValueError(f"a kernel takes at most {MOST_REGIONS - 1} tensors")
        wanted = [size + 2 * GUARD + SLACK for size in sizes]
        large_enough = len(self._regions) == len(wanted) and all(
            region.size >= size for region, size in zip(self._regions, wanted, strict=True)
        )
        if large_enough:
            return
        self.close()
        self._regions = [owned_memory().create(size) for size in wanted]
        self._doorbell, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._doorbell.setblocking(False)
        identity = next(_identities)
        order = {
            "id": identity,
            "memory": DEVICE,
            "sizes": [region.size for region in self._regions],
        }
        descriptors = [*(region.descriptor for region in self._regions), theirs.fileno()]
        self._channel.send(pack(Kind.LEND, order), descriptors)
        theirs.close()
        self._answered(identity)

    def _place(self, region: Region, like: torch.Tensor) -> tuple[torch.Tensor, dict[str, Any]]:
        """A view at an address of its own, in a region that holds nothing but NaN."""
        region.bytes().fill_(POISON)
        offset = GUARD + ALIGNMENT * int(self._places.integers(SLACK // ALIGNMENT))
        shape, dtype = list(like.shape), NAMES[like.dtype]
        place = {"offset": offset, "shape": shape, "dtype": dtype}
        return tensor_at(region, offset, shape, dtype), place

    def _order(self, order: dict[str, Any], arguments: tuple[Any, ...], lent: Lent) -> int:
        places = ({"region": index, **place} for index, (_, place) in enumerate(lent))
        given = [next(places) if isinstance(one, torch.Tensor) else one for one in arguments]
        identity = next(_identities)
        whole = {"id": identity, "args": given, "out": next(places), **order}
        owned_memory().synchronize()
        self._channel.send(pack(Kind.LENT_CALL, whole))
        return identity

    def _rung(self) -> bool:
        """Waits until the learner's side rings; False where its answer is there already."""
        assert self._doorbell
        answers = self._channel.socket
        ready = select.select([self._doorbell, answers], [], [])[0]
        return self._doorbell in ready and self._doorbell.recv(1) != b""

    def _ring(self) -> None:
        assert self._doorbell
        try:
            self._doorbell.send(GO)
        except OSError:
            # He closed it, or let it fill up; his answer, or his end, says the rest.
            return

    def _answered(self, identity: int) -> None:
        frame = self._channel.receive()
        if frame.kind != Kind.RESULT:
            raise CallEnded
        try:
            answer, _ = unpack(frame)
            good = type(answer) is dict and answer.get("id") == identity
        except ValueError:
            good = False
        if not good:
            raise Mismatch("error.bad_result", {"reason": "an answer to another call"})

    def _require_untouched(self, function: str, tensors: list[torch.Tensor], lent: Lent) -> None:
        for (view, _), one in zip(lent, tensors, strict=False):
            if not torch.equal(view.view(torch.uint8), one.view(torch.uint8)):
                raise Mismatch("mutated", {"function": function})
        for region, (view, place) in zip(self._regions, lent, strict=True):
            whole, start = region.bytes(), place["offset"]
            outside = (whole[:start], whole[start + view.nbytes :])
            if any(bool((part != POISON).any()) for part in outside):
                raise Mismatch("kernel.outside", {"function": function})

    def close(self) -> None:
        for region in self._regions:
            region.close()
        self._regions = []
        if self._doorbell:
            self._doorbell.close()
        self._doorbell = None
