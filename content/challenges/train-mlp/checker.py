import numpy as np

from touchstone.checker import as_array, case, close, live, mean_with_interval, measure, require

NUMBERS = 5000


def spiral(rng, count, arms):
    """Points on wound arms, and the arm of each."""
    y = rng.integers(0, arms, count)
    radius = np.sqrt(rng.uniform(0.05, 1, count))
    angle = radius * 2.4 * np.pi + 2 * np.pi * y / arms
    x = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return (x + rng.normal(0, 0.035, x.shape)).astype(np.float32), y


def layers_of(answer, arms):
    """The answer's layers in float64, checked against the contract."""
    good = isinstance(answer, list) and answer and all(isinstance(one, dict) for one in answer)
    good = bool(good) and all(set(one) == {"W", "b"} for one in answer)
    require(
        good,
        en='Return a list of dictionaries with "W" and "b".',
        zh='请返回由含有 "W" 和 "b" 的字典组成的列表。',
    )
    layers = [(as_array(one["W"]), as_array(one["b"])) for one in answer]
    wide = 2
    for W, b in layers:
        require(
            W.ndim == 2 and b.shape == W.shape[1:] and W.shape[0] == wide,
            en=f"A layer after {wide} values has W of shape {W.shape} and b of shape {b.shape}.",
            zh=f"接在 {wide} 个数之后的一层，W 的形状为 {W.shape}，b 的形状为 {b.shape}。",
        )
        wide = W.shape[1]
    require(
        wide == arms,
        en=f"The last layer gives {wide} scores for {arms} arms.",
        zh=f"有 {arms} 条旋臂，最后一层却给出 {wide} 个分数。",
    )
    total = sum(W.size + b.size for W, b in layers)
    require(
        total <= NUMBERS,
        en=f"The network has {total} numbers; {NUMBERS} are allowed.",
        zh=f"网络共有 {total} 个数，最多允许 {NUMBERS} 个。",
    )
    return [(W.astype(np.float64), b.astype(np.float64)) for W, b in layers]


def accuracy(layers, x, y):
    h = x.astype(np.float64)
    for W, b in layers[:-1]:
        h = np.maximum(h @ W + b, 0)
    W, b = layers[-1]
    scores = h @ W + b
    return float((scores.argmax(-1) == y).mean()) if np.isfinite(scores).all() else float("nan")


def trained(candidate, rng, count, arms, seed):
    x, y = spiral(rng, count, arms)
    return layers_of(live(candidate).fit({"x": x, "y": y, "arms": arms}, seed), arms)


@case(visible=True, en="Two arms, 400 points", zh="两条旋臂，400 个点")
def two_arms(candidate, rng):
    layers = trained(candidate, rng, 400, 2, 1)
    return measure(accuracy(layers, *spiral(rng, 1000, 2)), floor=0.5, mark=0.97, full=0.97)


@case(points=8, en="Three arms, three seeds", zh="三条旋臂，三个种子")
def three_arms(candidate, rng):
    reached = []
    for _ in range(3):
        layers = trained(candidate, rng, 900, 3, int(rng.integers(2**31)))
        reached.append(accuracy(layers, *spiral(rng, 2000, 3)))
    mean, half_width = mean_with_interval(reached)
    return measure(mean, floor=0.5, mark=0.97, full=0.996, half_width=half_width)


@case(en="The same seed gives the same network", zh="相同的种子得到相同的网络")
def reproducible(candidate, rng):
    x, y = spiral(rng, 300, 2)
    train = {"x": x, "y": y, "arms": 2}
    first, again = (layers_of(live(candidate).fit(train, 5), 2) for _ in range(2))
    require(
        len(first) == len(again),
        en="The two networks differ in depth.",
        zh="两个网络的层数不同。",
    )
    for (W, b), (other_W, other_b) in zip(first, again, strict=True):
        close(other_W, W, rtol=1e-5, atol=1e-5)
        close(other_b, b, rtol=1e-5, atol=1e-5)
