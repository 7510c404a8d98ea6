"""Right, but through a buffer of T × T scores."""

import torch
import triton
import triton.language as tl


@triton.jit
def score(
    q, k, s, scale, length, CAUSAL: tl.constexpr, D: tl.constexpr, M: tl.constexpr, N: tl.constexpr
):
    rows, head = tl.program_id(0) * M + tl.arange(0, M), tl.program_id(1).to(tl.int64)
    columns, keys = tl.arange(0, D), tl.arange(0, N)
    base = head * length * D
    here = base + rows[:, None] * D + columns[None, :]
    there = base + keys[None, :] * D + columns[:, None]
    queries = tl.load(q + here, mask=rows[:, None] < length, other=0.0)
    all_keys = tl.load(k + there, mask=keys[None, :] < length, other=0.0)
    scores = tl.dot(queries, all_keys) * scale
    seen = keys[None, :] < length
    if CAUSAL:
        seen = seen & (keys[None, :] <= rows[:, None])
    scores = tl.where(seen, scores, -float("inf"))
    weights = tl.exp(scores - tl.max(scores, axis=1)[:, None])
    at = (head * length + rows[:, None]) * length + keys[None, :]
    inside = (rows[:, None] < length) & (keys[None, :] < length)
    tl.store(s + at, weights / tl.sum(weights, axis=1)[:, None], mask=inside)


@triton.jit
def mix(s, v, out, length, D: tl.constexpr, M: tl.constexpr, N: tl.constexpr):
    rows, head = tl.program_id(0) * M + tl.arange(0, M), tl.program_id(1).to(tl.int64)
    columns, keys = tl.arange(0, D), tl.arange(0, N)
    inside = (rows[:, None] < length) & (keys[None, :] < length)
    at = (head * length + rows[:, None]) * length + keys[None, :]
    weights = tl.load(s + at, mask=inside, other=0.0)
    there = head * length * D + keys[:, None] * D + columns[None, :]
    values = tl.load(v + there, mask=keys[:, None] < length, other=0.0)
    mixed = tl.dot(weights.to(values.dtype), values)
    here = head * length * D + rows[:, None] * D + columns[None, :]
    tl.store(out + here, mixed.to(out.dtype.element_ty), mask=rows[:, None] < length)


def attention(q, k, v, causal):
    batch, heads, length, d = q.shape
    scores = torch.empty((batch, heads, length, length), device=q.device)
    out = torch.empty_like(q)
    grid, keys = (triton.cdiv(length, 16), batch * heads), max(16, triton.next_power_of_2(length))
    score[grid](q, k, scores, d**-0.5, length, causal, d, 16, keys)
    mix[grid](scores, v, out, length, d, 16, keys)
    return out
