"""Softmax over rows in half precision: right on rows of any width, then as quick as memory."""

import torch

from touchstone.checker import case
from touchstone.checker.kernel import SPEED_COUNTS, Kernel, agree
from touchstone.checker.race import race

TOLERANCE = 2e-3
# Without a device kernels are interpreted, an element at a time as it were: same code, small rows.
TALL, ODD = ((32768, 8192), (16384, 5003)) if SPEED_COUNTS else ((24, 512), (24, 313))


def truth(x):
    return torch.softmax(x.float(), dim=-1)


def rival(x):
    return torch.softmax(x, dim=-1)


def right(softmax, x):
    agree(softmax(x, like=x), truth(x), atol=TOLERANCE)


@case(visible=True, en="Two rows", zh="两行数据")
def two_rows(candidate, rng):
    softmax = Kernel(candidate, "softmax")
    x = torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]], dtype=torch.float16)
    right(softmax, x.to(softmax.device))


@case(points=2, en="Odd widths", zh="不规则的宽度")
def odd_widths(candidate, rng):
    softmax = Kernel(candidate, "softmax")
    for width in (1, 2, 127, 781, 1025, 3000):
        rows = int(rng.integers(2, 9))
        right(softmax, softmax.normal(rng, (rows, width), torch.float16) - 4.0)


@case(points=2, en="bfloat16", zh="bfloat16")
def brain_floats(candidate, rng):
    softmax = Kernel(candidate, "softmax")
    for _ in range(3):
        rows, width = (int(n) for n in rng.integers(3, 700, size=2))
        right(softmax, softmax.normal(rng, (min(rows, 40), width), torch.bfloat16))


@case(points=2, en="Large logits", zh="很大的分数")
def large_logits(candidate, rng):
    softmax = Kernel(candidate, "softmax")
    x = softmax.normal(rng, (6, 300), torch.float16)
    x = torch.stack([x[0] * 8000, x[1] * 8000 - 30000, x[2] + 60000, x[3] - 60000, x[4], x[5] * 0])
    x[4, 1:] = -float("inf")
    right(softmax, x)


@case(points=1, en="Many rows", zh="很多行")
def many_rows(candidate, rng):
    softmax = Kernel(candidate, "softmax")
    rows = 200_000 if SPEED_COUNTS else 300
    right(softmax, softmax.normal(rng, (rows, 3), torch.float16))


@case(points=4, en="As fast as PyTorch", zh="不慢于 PyTorch")
def as_fast_as_torch(candidate, rng):
    return contest(candidate, rng, TALL, torch.float16).against_rival(floor=0.5, mark=0.9, full=0.9)


@case(points=4, en="As fast as the memory, odd width", zh="逼近显存带宽，不规则宽度")
def as_fast_as_memory(candidate, rng):
    found = contest(candidate, rng, ODD, torch.bfloat16)
    return found.against_memory(floor=0.1, mark=0.25, full=0.85)


def contest(candidate, rng, shape, dtype):
    softmax = Kernel(candidate, "softmax")
    return race(
        softmax,
        lambda: (softmax.normal(rng, shape, dtype),),
        rival,
        lambda got, x: agree(got, truth(x), atol=TOLERANCE),
    )
