import numpy as np

from touchstone.checker import as_array, case, close, equal, require


def norm(x, g, b):
    return (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-5) * g + b


def attend(x, layer, heads):
    B, T, D = x.shape
    q, k, v = (
        (x @ layer[name]).reshape(B, T, heads, D // heads).transpose(0, 2, 1, 3)
        for name in ("Wq", "Wk", "Wv")
    )
    scores = q @ k.transpose(0, 1, 3, 2) / np.sqrt(D // heads)
    scores = np.where(np.tril(np.ones((T, T), bool)), scores, -np.inf)
    e = np.exp(scores - scores.max(-1, keepdims=True))
    out = (e / e.sum(-1, keepdims=True)) @ v
    return out.transpose(0, 2, 1, 3).reshape(B, T, D) @ layer["Wo"]


def logits(weights, ids, heads):
    x = weights["tok"][ids] + weights["pos"][: ids.shape[1]]
    for layer in weights["layers"]:
        x = x + attend(norm(x, layer["norm1_g"], layer["norm1_b"]), layer, heads)
        inner = norm(x, layer["norm2_g"], layer["norm2_b"]) @ layer["W1"] + layer["b1"]
        x = x + np.maximum(inner, 0) @ layer["W2"] + layer["b2"]
    return norm(x, weights["norm_g"], weights["norm_b"]) @ weights["tok"].T


def generate(weights, ids, heads, max_new):
    ids = list(ids)
    for _ in range(max_new):
        window = np.array(ids[-len(weights["pos"]) :])[None]
        ids.append(int(logits(weights, window, heads)[0, -1].argmax()))
    return np.array(ids)


def model(rng, V=11, L=8, D=8, F=12, layers=2):
    def normal(*shape, scale=1.0):
        return (rng.normal(size=shape) * scale).astype(np.float32)

    def layer():
        square = {name: normal(D, D, scale=D**-0.5) for name in ("Wq", "Wk", "Wv", "Wo")}
        norms = {f"norm{i}_g": 1 + normal(D, scale=0.1) for i in (1, 2)}
        norms |= {f"norm{i}_b": normal(D, scale=0.1) for i in (1, 2)}
        return (
            square
            | norms
            | {
                "W1": normal(D, F, scale=D**-0.5),
                "b1": normal(F, scale=0.1),
                "W2": normal(F, D, scale=F**-0.5),
                "b2": normal(D, scale=0.1),
            }
        )

    return {
        "tok": normal(V, D),
        "pos": normal(L, D),
        "layers": [layer() for _ in range(layers)],
        "norm_g": 1 + normal(D, scale=0.1),
        "norm_b": normal(D, scale=0.1),
    }


def judge(candidate, weights, ids, heads):
    close(candidate.logits(weights, ids, heads), logits(weights, ids, heads), rtol=1e-4, atol=1e-4)


def judge_generation(candidate, rng, context, given, more):
    """On several models: one alone may say the same for a wrong reason."""
    for _ in range(4):
        weights, ids = model(rng, L=context), rng.integers(11, size=given)
        expected = generate(weights, ids, 2, more)
        equal(as_array(candidate.generate(weights, ids, 2, more)), expected)


@case(visible=True, en="Blocks and their targets", zh="分块与目标")
def small_blocks(candidate, rng):
    got = candidate.lm_batch(np.arange(8), 3)
    require(isinstance(got, list) and len(got) == 2, en="Return (x, y).", zh="须返回 (x, y)。")
    equal(as_array(got[0]), np.array([[0, 1, 2], [3, 4, 5]]))
    equal(as_array(got[1]), np.array([[1, 2, 3], [4, 5, 6]]))


@case(visible=True, en="One position, one layer", zh="一个位置、一层")
def one_position(candidate, rng):
    judge(candidate, model(rng, V=4, L=3, D=4, F=4, layers=1), np.array([[2]]), 1)


@case(visible=True, en="Three positions", zh="三个位置")
def three_positions(candidate, rng):
    judge(candidate, model(rng, V=4, L=3, D=4, F=4, layers=1), np.array([[0, 3, 1]]), 2)


@case(points=2, en="No layers at all", zh="没有任何层")
def no_layers(candidate, rng):
    judge(candidate, model(rng, layers=0), rng.integers(11, size=(2, 5)), 2)


@case(points=3, en="A batch through two layers", zh="一批数据通过两层")
def batch(candidate, rng):
    judge(candidate, model(rng), rng.integers(11, size=(3, 8)), 2)


@case(points=2, en="Four heads", zh="四个头")
def four_heads(candidate, rng):
    judge(candidate, model(rng, D=16, F=20, layers=3), rng.integers(11, size=(2, 7)), 4)


@case(points=3, en="Later ids do not move earlier logits", zh="后面的 id 不影响前面的 logits")
def causal(candidate, rng):
    weights, ids = model(rng), rng.integers(11, size=(1, 8))
    other = ids.copy()
    other[0, 5:] = (other[0, 5:] + 1 + rng.integers(9, size=3)) % 11
    one, two = (as_array(candidate.logits(weights, part, 2)) for part in (ids, other))
    close(one, logits(weights, ids, 2), rtol=1e-4, atol=1e-4)
    close(two[:, :5], one[:, :5], rtol=1e-4, atol=1e-4)


@case(points=2, en="Blocks of other lengths", zh="其他长度的分块")
def blocks(candidate, rng):
    for length, block in ((20, 4), (21, 4), (7, 6), (30, 1)):
        ids = rng.integers(50, size=length)
        n = (length - 1) // block
        got = candidate.lm_batch(ids, block)
        require(isinstance(got, list) and len(got) == 2, en="Return (x, y).", zh="须返回 (x, y)。")
        equal(as_array(got[0]), ids[: n * block].reshape(n, block))
        equal(as_array(got[1]), ids[1 : n * block + 1].reshape(n, block))


@case(points=2, en="Greedy generation", zh="贪心生成")
def greedy(candidate, rng):
    judge_generation(candidate, rng, 8, 3, 5)


@case(points=2, en="Generation beyond the context", zh="超出上下文长度的生成")
def beyond(candidate, rng):
    judge_generation(candidate, rng, 5, 4, 6)
