import torch
import triton
import triton.language as tl


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
    start = tl.program_id(0) * M
    base = tl.program_id(1).to(tl.int64) * length * D
    rows, columns = start + tl.arange(0, M), tl.arange(0, D)
    here = base + rows[:, None] * D + columns[None, :]
    queries = tl.load(q + here, mask=rows[:, None] < length, other=0.0)
    highest = tl.full((M,), -float("inf"), tl.float32)
    total = tl.zeros((M,), tl.float32)
    sums = tl.zeros((M, D), tl.float32)
    end = tl.minimum(start + M, length) if CAUSAL else length
    for first in range(0, end, N):
        keys = first + tl.arange(0, N)
        there = base + keys[:, None] * D + columns[None, :]
        inside = keys[:, None] < length
        scores = tl.dot(queries, tl.trans(tl.load(k + there, mask=inside, other=0.0))) * scale
        seen = keys[None, :] < length
        if CAUSAL:
            seen = seen & (keys[None, :] <= rows[:, None])
        scores = tl.where(seen, scores, -float("inf"))
        higher = tl.maximum(highest, tl.max(scores, axis=1))
        weights = tl.exp(scores - higher[:, None])
        shrink = tl.exp(highest - higher)
        total = total * shrink + tl.sum(weights, axis=1)
        values = tl.load(v + there, mask=inside, other=0.0)
        sums = sums * shrink[:, None] + tl.dot(weights.to(values.dtype), values)
        highest = higher
    tl.store(
        out + here, (sums / total[:, None]).to(out.dtype.element_ty), mask=rows[:, None] < length
    )


def attention(q, k, v, causal):
    batch, heads, length, d = q.shape
    out = torch.empty_like(q)
    grid = (triton.cdiv(length, 64), batch * heads)
    attend[grid](q, k, v, out, d**-0.5, length, causal, d, 48, 48, num_warps=4, num_stages=2)
    return out
