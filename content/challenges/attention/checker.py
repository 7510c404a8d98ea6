import numpy as np

from touchstone.checker import case, close, require


def attention(Q, K, V, mask=None):
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    allowed = np.ones(scores.shape, bool) if mask is None else np.broadcast_to(mask, scores.shape)
    top = np.where(allowed, scores, -np.inf).max(-1, keepdims=True)
    shifted = np.where(allowed, scores - np.where(np.isfinite(top), top, 0), 0)
    e = np.where(allowed, np.exp(shifted), 0)
    total = e.sum(-1, keepdims=True)
    weights = np.divide(e, total, out=np.zeros_like(e), where=total > 0)
    return weights @ V, weights


def multi_head(x, Wq, Wk, Wv, Wo, heads, causal):
    n, d = x.shape[-2:]
    mask = np.tril(np.ones((n, n), bool)) if causal else None
    step = d // heads
    parts = []
    for i in range(heads):
        columns = slice(i * step, (i + 1) * step)
        q, k, v = ((x @ W)[..., columns] for W in (Wq, Wk, Wv))
        parts.append(attention(q, k, v, mask)[0])
    return np.concatenate(parts, -1) @ Wo


def judge(candidate, Q, K, V, mask=None):
    got = candidate.attention(Q, K, V) if mask is None else candidate.attention(Q, K, V, mask)
    require(
        isinstance(got, list) and len(got) == 2,
        en="Return two arrays: the output and the weights.",
        zh="须返回两个数组：输出与权重。",
    )
    out, weights = attention(Q, K, V, mask)
    close(got[0], out)
    close(got[1], weights)


def judge_heads(candidate, rng, shape, heads, causal):
    d = shape[-1]
    x = rng.normal(size=shape)
    weights = [rng.normal(size=(d, d)) / np.sqrt(d) for _ in range(4)]
    close(candidate.multi_head(x, *weights, heads, causal), multi_head(x, *weights, heads, causal))


def triple(rng, lead, n, m, dk, dv, scale=1.0):
    return (
        rng.normal(size=(*lead, n, dk)) * scale,
        rng.normal(size=(*lead, m, dk)),
        rng.normal(size=(*lead, m, dv)),
    )


@case(visible=True, en="Two positions", zh="两个位置")
def two_positions(candidate, rng):
    Q = np.array([[1.0, 0.0], [0.0, 1.0]])
    judge(candidate, Q, Q.copy(), np.array([[1.0], [2.0]]))


@case(visible=True, en="A mask", zh="掩码")
def small_mask(candidate, rng):
    Q = np.array([[1.0, 0.0], [0.0, 1.0]])
    judge(candidate, Q, Q.copy(), np.array([[1.0], [2.0]]), np.array([[True, False], [True, True]]))


@case(visible=True, en="One head of identity matrices", zh="单位矩阵的单头")
def one_head(candidate, rng):
    x, eye = np.array([[1.0, 2.0], [3.0, 1.0]]), np.eye(2)
    got = candidate.multi_head(x, eye, eye, eye, eye, 1, False)
    close(got, multi_head(x, eye, eye, eye, eye, 1, False))


@case(points=2, en="More keys than queries", zh="键多于查询")
def rectangular(candidate, rng):
    judge(candidate, *triple(rng, (), 4, 7, 5, 3))


@case(points=2, en="Leading axes", zh="前导轴")
def leading(candidate, rng):
    judge(candidate, *triple(rng, (2, 3), 4, 5, 6, 2))


@case(points=2, en="Random masks", zh="随机掩码")
def masks(candidate, rng):
    Q, K, V = triple(rng, (3,), 6, 6, 4, 4)
    mask = rng.random((3, 6, 6)) < 0.5
    mask[..., 0] = True
    judge(candidate, Q, K, V, mask)


@case(points=2, en="A fully masked row is zero", zh="完全遮住的行为零")
def fully_masked(candidate, rng):
    Q, K, V = triple(rng, (), 5, 4, 3, 2)
    mask = rng.random((5, 4)) < 0.6
    mask[2] = False
    judge(candidate, Q, K, V, mask)


@case(points=2, en="Large scores", zh="大分数")
def large(candidate, rng):
    judge(candidate, *triple(rng, (), 6, 6, 4, 3, scale=5e3))


@case(en="A mask among large scores", zh="大分数下的掩码")
def large_masked(candidate, rng):
    Q, K, V = triple(rng, (), 6, 6, 4, 3, scale=5e3)
    mask = rng.random((6, 6)) < 0.5
    mask[:, 0] = True
    judge(candidate, Q, K, V, mask)


@case(en="A mask that broadcasts", zh="可广播的掩码")
def broadcast(candidate, rng):
    Q, K, V = triple(rng, (2, 2), 3, 5, 4, 4)
    mask = np.array([True, True, False, True, False])
    judge(candidate, Q, K, V, mask)


@case(points=2, en="Several heads", zh="多头")
def heads(candidate, rng):
    judge_heads(candidate, rng, (7, 12), 3, False)


@case(points=2, en="Causal heads", zh="因果多头")
def causal(candidate, rng):
    judge_heads(candidate, rng, (6, 8), 2, True)


@case(points=2, en="Heads over a batch", zh="成批的多头")
def batch(candidate, rng):
    judge_heads(candidate, rng, (3, 5, 16), 4, True)
