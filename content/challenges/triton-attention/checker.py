"""Fused attention in half precision: right for any length, then beside two rivals."""

import torch
from torch.nn.functional import scaled_dot_product_attention

from touchstone.checker import case
from touchstone.checker.kernel import SPEED_COUNTS, Kernel, agree
from touchstone.checker.race import race

TOLERANCE = 2e-2
# A matrix of scores is T/d times as large as the result; accumulators in float32 are twice.
SPACIOUS = 4
# Without a device kernels are interpreted: same code, short sequences.
LONG = (4, 16, 4096, 64) if SPEED_COUNTS else (1, 2, 70, 64)
WIDE = (4, 8, 2048, 128) if SPEED_COUNTS else (1, 1, 50, 128)


def truth(q, k, v, causal):
    """In float32, a batch entry at a time, so that the scores of one fit in memory."""
    return torch.stack(
        [unfused(*(one.float() for one in entry), causal) for entry in zip(q, k, v, strict=True)]
    )


def unfused(q, k, v, causal):
    scores = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    if causal:
        length = q.shape[-2]
        above = torch.ones(length, length, dtype=torch.bool, device=q.device).triu(1)
        scores = scores.masked_fill(above, -float("inf"))
    return torch.softmax(scores, dim=-1) @ v


def fused(q, k, v, causal):
    return scaled_dot_product_attention(q, k, v, is_causal=causal)


def inputs(attention, rng, shape, scale=1.0):
    return [attention.normal(rng, shape, torch.float16) * scale for _ in range(3)]


def right(attention, q, k, v, causal):
    got = attention(q, k, v, causal, like=q)
    agree(got, truth(q, k, v, causal), atol=TOLERANCE)


@case(visible=True, en="Two positions", zh="两个位置")
def two_positions(candidate, rng):
    attention = Kernel(candidate, "attention", spacious=SPACIOUS)
    right(attention, *inputs(attention, rng, (1, 1, 2, 64)), False)


@case(points=2, en="Lengths that no tile divides", zh="块大小除不尽的长度")
def odd_lengths(candidate, rng):
    attention = Kernel(candidate, "attention", spacious=SPACIOUS)
    for length in (1, 15, 64, 65, 130):
        right(attention, *inputs(attention, rng, (1, 2, length, 64)), False)


@case(points=2, en="Causal", zh="因果掩码")
def causal(candidate, rng):
    attention = Kernel(candidate, "attention", spacious=SPACIOUS)
    for length in (1, 33, 64, 129):
        right(attention, *inputs(attention, rng, (2, 1, length, 64)), True)


@case(points=2, en="Heads of size 128, several batches", zh="头宽 128，多个批次")
def wide_heads(candidate, rng):
    attention = Kernel(candidate, "attention", spacious=SPACIOUS)
    for masked in (False, True):
        batch, heads = (int(n) for n in rng.integers(1, 4, size=2))
        right(attention, *inputs(attention, rng, (batch, heads, 40, 128)), masked)


@case(points=2, en="Large scores", zh="很大的分数")
def large_scores(candidate, rng):
    attention = Kernel(candidate, "attention", spacious=SPACIOUS)
    q, k, v = inputs(attention, rng, (1, 2, 70, 64))
    # Scores up to a few thousand, the largest of a row in its last tile for some rows.
    right(attention, q * 40, k * 40, v, False)
    right(attention, q * 40, k * 40, v, True)


@case(points=1, en="Memory for a long sequence", zh="长序列的显存")
def long_sequence(candidate, rng):
    attention = Kernel(candidate, "attention", spacious=SPACIOUS)
    length = 4096 if SPEED_COUNTS else 600
    right(attention, *inputs(attention, rng, (1, 1, length, 64)), True)


@case(points=4, en="Twice as fast as unfused", zh="比未融合的快一倍")
def faster_than_unfused(candidate, rng):
    found = contest(candidate, rng, LONG, True, unfused)
    return found.against_rival(floor=1.0, mark=2.0, full=2.0)


@case(points=4, en="Beside PyTorch's fused attention", zh="与 PyTorch 的融合实现相比")
def beside_fused(candidate, rng):
    found = contest(candidate, rng, WIDE, False, fused)
    return found.against_rival(floor=0.05, mark=0.2, full=0.6)


def contest(candidate, rng, shape, causal, rival):
    attention = Kernel(candidate, "attention", spacious=SPACIOUS)
    return race(
        attention,
        lambda: tuple(inputs(attention, rng, shape)),
        rival,
        lambda got, q, k, v: agree(got, truth(q, k, v, causal), atol=TOLERANCE),
        options=(causal,),
    )
