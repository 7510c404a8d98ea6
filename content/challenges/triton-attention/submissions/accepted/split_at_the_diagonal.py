"""Tiles below the diagonal need no mask; powers of two in the place of e; longest rows first."""

import torch
import triton
import triton.language as tl

LOG2_E = 1.4426950408889634


@triton.jit
def absorb(
    state,
    queries,
    k,
    v,
    base,
    scale,
    first,
    last,
    rows,
    length,
    D: tl.constexpr,
    N: tl.constexpr,
    MASK: tl.constexpr,
    CAUSAL: tl.constexpr,
):
    sums, total, highest = state
    columns = tl.arange(0, D)
    for start in range(first, last, N):
        keys = start + tl.arange(0, N)
        transposed = base + keys[None, :] * D + columns[:, None]
        straight = base + keys[:, None] * D + columns[None, :]
        if MASK:
            kt = tl.load(k + transposed, mask=keys[None, :] < length, other=0.0)
            values = tl.load(v + straight, mask=keys[:, None] < length, other=0.0)
        else:
            kt = tl.load(k + transposed)
            values = tl.load(v + straight)
        scores = tl.dot(queries, kt) * scale
        if MASK:
            seen = keys[None, :] < length
            if CAUSAL:
                seen = seen & (keys[None, :] <= rows[:, None])
            scores = tl.where(seen, scores, -float("inf"))
        higher = tl.maximum(highest, tl.max(scores, axis=1))
        shrink = tl.exp2(highest - higher)
        weights = tl.exp2(scores - higher[:, None])
        total = total * shrink + tl.sum(weights, axis=1)
        sums = tl.dot(weights.to(values.dtype), values, sums * shrink[:, None])
        highest = higher
    return sums, total, highest


@triton.jit
def attend(
    q,
    k,
    v,
    out,
    scale,
    length,
    CAUSAL: tl.constexpr,
    D: tl.constexpr,
    M: tl.constexpr,
    N: tl.constexpr,
):
    tile = tl.num_programs(1) - 1 - tl.program_id(1)
    base = tl.program_id(0).to(tl.int64) * length * D
    rows = tile * M + tl.arange(0, M)
    here = base + rows[:, None] * D + tl.arange(0, D)[None, :]
    queries = tl.load(q + here, mask=rows[:, None] < length, other=0.0)
    state = (
        tl.zeros((M, D), tl.float32),
        tl.zeros((M,), tl.float32),
        tl.full((M,), -float("inf"), tl.float32),
    )
    if CAUSAL:
        whole = tl.minimum(tile * M, length) // N * N
        end = tl.minimum(tile * M + M, length)
    else:
        whole = length // N * N
        end = length
    state = absorb(state, queries, k, v, base, scale, 0, whole, rows, length, D, N, False, CAUSAL)
    sums, total, _ = absorb(
        state, queries, k, v, base, scale, whole, end, rows, length, D, N, True, CAUSAL
    )
    tl.store(
        out + here, (sums / total[:, None]).to(out.dtype.element_ty), mask=rows[:, None] < length
    )


def attention(q, k, v, causal):
    batch, heads, length, d = q.shape
    out = torch.empty_like(q)
    grid = (batch * heads, triton.cdiv(length, 128))
    warps = 4 if d == 64 else 8
    attend[grid](
        q, k, v, out, d**-0.5 * LOG2_E, length, causal, d, 128, 64, num_warps=warps, num_stages=3
    )
    return out
