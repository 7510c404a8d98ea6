"""How quick a learner's model is: beside a reference, in the same process, run by run in turn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from touchstone.checker.proxy import Candidate, Unmeasurable

TRIES = 3
# A machine on which the reference's slow runs take this many times its usual ones is too busy.
BUSY_SPREAD = 3.0


@dataclass(frozen=True)
class Race:
    """Times of the learner's model as multiples of the reference's; below 1 it is quicker."""

    median: float
    p95: float


def race(candidate: Candidate, x: np.ndarray, reference: bytes, rounds: int = 200) -> Race:
    """Runs the learner's model and a reference on `x` in turn, on one thread.

    x: what both take, first axis the batch. reference: an ONNX file. Raises Unmeasurable where the
    reference's own times scatter too much.
    """
    rival = np.frombuffer(reference, np.uint8)
    for _ in range(TRIES):
        took = candidate.race(x, rival, rounds)
        own, other = (np.quantile(took[name], (0.5, 0.95)) for name in ("own", "reference"))
        if other[1] <= BUSY_SPREAD * other[0]:
            return Race(median=float(own[0] / other[0]), p95=float(own[1] / other[1]))
    raise Unmeasurable
