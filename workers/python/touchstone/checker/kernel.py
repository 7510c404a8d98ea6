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

from typing import Any

import numpy as np
import torch

from touchstone.checker.compare import Mismatch
from touchstone.checker.lending import DEVICE, Lending, owned_memory
from touchstone.checker.preview import preview
from touchstone.checker.proxy import Candidate, channel_of, is_recorded, record_call
from touchstone.checker.twin import twin

# Only on a device is speed worth a mark; elsewhere kernels are interpreted.
SPEED_COUNTS = DEVICE == "cuda"


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
        self._lending = Lending(channel_of(candidate))
        # Before this process uses the device: what is forked later could not.
        twin()

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
        looked_at = watched and self._must_be_own
        return self._lending.timed(self._function, arguments, like, looked_at, self._spacious)


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
