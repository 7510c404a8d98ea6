"""Kernels: the learner's functions, called with tensors that this process owns and lends.

from touchstone.checker.kernel import Kernel, agree

@case(points=2, en="Odd widths", zh="不规则的宽度")
def odd_widths(candidate, rng):
    softmax = Kernel(candidate, "softmax")
    x = softmax.normal(rng, (37, 781), torch.float16)
    agree(softmax(x, like=x), torch.softmax(x.float(), -1), atol=2e-3)

Every call gets fresh inputs at another address; they are written when the clock has started, and
it stops when this process has copied the result. See docs/security.md.
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
from touchstone.checker.preview import preview
from touchstone.checker.proxy import CallEnded, Candidate, channel_of, is_recorded, record_call
from touchstone.wire.frames import Kind, pack, unpack
from touchstone.wire.shared import DTYPES, Memory, Region, memory, tensor_at

DEVICE = os.environ.get("TOUCHSTONE_DEVICE", "cpu")
# Only on a device is speed worth a mark; elsewhere kernels are interpreted.
SPEED_COUNTS = DEVICE == "cuda"
GO = b"g"
# Of the tensors and the result; the bell is one more descriptor of the eight that go at once.
MOST_REGIONS = 7
GUARD, SLACK, ALIGNMENT = 4096, 65536, 512
POISON = 0xFF  # NaN in every floating type
NAMES = {kind: name for name, kind in DTYPES.items()}


@cache
def owned_memory() -> Memory:
    """The maker of what is lent, on the one device of this grading."""
    return memory(DEVICE)


class Kernel:
    """One function of the learner's. Calls end the case as the runner sees fit.

    own: an operation of PyTorch that computes, in a call that is not timed, ends the case; so does
    a tensor there of more than `spacious` times the result's size.
    """

    def __init__(
        self, candidate: Candidate, function: str, own: bool = True, spacious: float | None = None
    ) -> None:
        self._candidate, self._function = candidate, function
        self._must_be_own, self._spacious = own, spacious
        self._regions: list[Region] = []
        self._doorbell: socket.socket | None = None
        self._places = np.random.default_rng()

    @property
    def device(self) -> torch.device:
        return owned_memory().device

    def normal(
        self, rng: np.random.Generator, shape: tuple[int, ...], dtype: torch.dtype
    ) -> torch.Tensor:
        """Standard normal numbers on the device, following from `rng`."""
        generator = torch.Generator(self.device).manual_seed(int(rng.integers(2**62)))
        drawn = torch.randn(shape, generator=generator, device=self.device)
        return drawn.to(dtype)

    def __call__(self, *arguments: Any, like: torch.Tensor) -> torch.Tensor:
        """The result, of the shape and type of `like`, copied to where only this process is."""
        result, _ = self.timed(*arguments, like=like, watched=True)
        if is_recorded(self._candidate):
            shown = [_shown(argument) for argument in arguments]
            record_call(self._candidate, self._function, shown, _shown(result))
        return result

    def timed(
        self, *arguments: Any, like: torch.Tensor, watched: bool = False
    ) -> tuple[torch.Tensor, float]:
        """The result and the seconds from the first input written to the result copied.

        watched: his side looks that no operation of a library does the work, which takes time.
        """
        tensors = [one.contiguous() for one in arguments if isinstance(one, torch.Tensor)]
        self._lend([one.nbytes for one in [*tensors, like]])
        lent = [
            self._place(region, one)
            for region, one in zip(self._regions, [*tensors, like], strict=True)
        ]
        kept = torch.empty_like(like, device=self.device)
        identity = self._order(arguments, lent, watched and self._must_be_own)
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
        self._require_untouched(tensors, lent)
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
        channel_of(self._candidate).send(pack(Kind.LEND, order), descriptors)
        theirs.close()
        self._answered(identity)

    def _place(self, region: Region, like: torch.Tensor) -> tuple[torch.Tensor, dict[str, Any]]:
        """A view at an address of its own, in a region that holds nothing but NaN."""
        region.bytes().fill_(POISON)
        offset = GUARD + ALIGNMENT * int(self._places.integers(SLACK // ALIGNMENT))
        shape, dtype = list(like.shape), NAMES[like.dtype]
        place = {"offset": offset, "shape": shape, "dtype": dtype}
        return tensor_at(region, offset, shape, dtype), place

    def _order(
        self, arguments: tuple[Any, ...], lent: list[tuple[Any, dict[str, Any]]], watched: bool
    ) -> int:
        places = ({"region": index, **place} for index, (_, place) in enumerate(lent))
        given = [next(places) if isinstance(one, torch.Tensor) else one for one in arguments]
        identity = next(_identities)
        order = {
            "id": identity,
            "function": self._function,
            "args": given,
            "out": next(places),
            "watched": watched,
            "most_bytes": self._spacious and int(self._spacious * self._regions[-1].size),
        }
        owned_memory().synchronize()
        channel_of(self._candidate).send(pack(Kind.LENT_CALL, order))
        return identity

    def _rung(self) -> bool:
        """Waits until the learner's side rings; False where its answer is there already."""
        assert self._doorbell
        answers = channel_of(self._candidate).socket
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
        frame = channel_of(self._candidate).receive()
        if frame.kind != Kind.RESULT:
            raise CallEnded
        try:
            answer, _ = unpack(frame)
            good = type(answer) is dict and answer.get("id") == identity
        except ValueError:
            good = False
        if not good:
            raise Mismatch("error.bad_result", {"reason": "an answer to another call"})

    def _require_untouched(
        self, tensors: list[torch.Tensor], lent: list[tuple[torch.Tensor, dict[str, Any]]]
    ) -> None:
        for (view, _), one in zip(lent, tensors, strict=False):
            if not torch.equal(view.view(torch.uint8), one.view(torch.uint8)):
                raise Mismatch("mutated", {"function": self._function})
        for region, (view, place) in zip(self._regions, lent, strict=True):
            whole, start = region.bytes(), place["offset"]
            outside = (whole[:start], whole[start + view.nbytes :])
            if any(bool((part != POISON).any()) for part in outside):
                raise Mismatch("kernel.outside", {"function": self._function})

    def close(self) -> None:
        for region in self._regions:
            region.close()
        self._regions = []
        if self._doorbell:
            self._doorbell.close()
        self._doorbell = None


_identities = itertools.count(1)


def agree(got: torch.Tensor, truth: torch.Tensor, *, atol: float, rtol: float = 0.0) -> None:
    """Holds where |got - truth| <= atol + rtol |truth| everywhere; fails the case elsewhere."""
    have, want = got.float(), truth.float()
    distance = (have - want).abs()
    good = (distance <= atol + rtol * want.abs()) | (have == want)
    if bool(good.all()):
        return
    stray = int((have.isnan() & ~want.isnan()).sum())
    if stray:
        raise Mismatch(
            "mismatch.nan", {"count": stray, "total": good.numel()}, _array(truth), _array(got)
        )
    distance = distance.nan_to_num(posinf=torch.finfo(torch.float32).max)
    worst = int(distance.argmax())
    index = ", ".join(str(int(one)) for one in np.unravel_index(worst, tuple(got.shape)))
    expected = float(want.flatten()[worst])
    figures = {
        "count": int((~good).sum()),
        "total": good.numel(),
        "max_abs": float(distance.flatten()[worst]),
        "max_rel": float(distance.flatten()[worst]) / max(abs(expected), 1e-30),
        "rtol": rtol,
        "atol": atol,
        "index": index,
        "expected": str(expected),
        "got": str(float(have.flatten()[worst])),
    }
    raise Mismatch("mismatch.values", figures, _array(truth), _array(got))


def _array(value: torch.Tensor) -> np.ndarray:
    return value.detach().float().cpu().numpy()


def _shown(value: Any) -> dict[str, Any]:
    return preview(_array(value) if isinstance(value, torch.Tensor) else value)
