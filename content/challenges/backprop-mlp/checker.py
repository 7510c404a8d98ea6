import numpy as np

from touchstone.checker import as_array, case, close, equal, numeric_gradient, require


def scores(params, X):
    a = X
    for i, layer in enumerate(params):
        z = a @ layer["W"] + layer["b"]
        a = z if i == len(params) - 1 else np.maximum(z, 0)
    return a


def loss_of(params, X, labels):
    z = scores(params, X)
    z = z - z.max(1, keepdims=True)
    return float((np.log(np.exp(z).sum(1)) - z[np.arange(len(z)), labels]).mean())


def network(rng, sizes, scale=1.0):
    return [
        {"W": rng.normal(size=(a, b)) * scale / np.sqrt(a), "b": rng.normal(size=b) * 0.1}
        for a, b in zip(sizes[:-1], sizes[1:], strict=True)
    ]


def far_from_kinks(params, X):
    a = X
    for layer in params[:-1]:
        z = a @ layer["W"] + layer["b"]
        if np.abs(z).min() < 1e-4:
            return False
        a = np.maximum(z, 0)
    return True


def problem(rng, sizes, n):
    while True:
        params, X = network(rng, sizes), rng.normal(size=(n, sizes[0]))
        if far_from_kinks(params, X):
            return params, X, rng.integers(sizes[-1], size=n)


def replaced(params, layer, name, value):
    return [{**p, name: value} if i == layer else p for i, p in enumerate(params)]


def judge_loss(candidate, params, X, labels):
    got = candidate.loss_and_grads(params, X, labels)
    require(
        isinstance(got, list) and len(got) == 2,
        en="Return two values: the loss and the gradients.",
        zh="须返回两个值：损失与梯度。",
    )
    close(got[0], loss_of(params, X, labels), rtol=1e-6)
    return got


def judge(candidate, params, X, labels):
    got = judge_loss(candidate, params, X, labels)
    expected = [
        {
            name: numeric_gradient(
                lambda v, i=i, name=name: loss_of(replaced(params, i, name, v), X, labels), value
            )
            for name, value in layer.items()
        }
        for i, layer in enumerate(params)
    ]
    close(got[1], expected, rtol=1e-5, atol=1e-6)


@case(visible=True, en="One layer of zeros", zh="全零的一层")
def zeros(candidate, rng):
    params = [{"W": np.zeros((2, 2)), "b": np.zeros(2)}]
    judge(candidate, params, np.array([[1.0, -1.0], [0.5, 2.0]]), np.array([0, 1]))


@case(visible=True, en="Two small layers", zh="两个小层")
def two_layers(candidate, rng):
    params = [
        {"W": np.array([[1.0, -1.0], [0.5, 1.0]]), "b": np.array([0.1, 0.2])},
        {"W": np.array([[1.0, 0.0], [-1.0, 1.0]]), "b": np.zeros(2)},
    ]
    judge(candidate, params, np.array([[1.0, 2.0], [-1.0, 1.0]]), np.array([1, 0]))


def initialized(candidate, sizes, scheme, seed):
    """What init returned, once its form has been checked."""
    params = candidate.init(sizes, scheme, seed)
    require(
        isinstance(params, list)
        and len(params) == len(sizes) - 1
        and all(isinstance(p, dict) and set(p) == {"W", "b"} for p in params),
        en='init must return a list with one dictionary {"W", "b"} a layer.',
        zh='init 须返回列表，每层一个字典 {"W", "b"}。',
    )
    for layer, n_in, n_out in zip(params, sizes[:-1], sizes[1:], strict=True):
        equal(list(as_array(layer["W"]).shape), [n_in, n_out])
        close(layer["b"], np.zeros(n_out))
    return params


@case(visible=True, en="Shapes and zero biases", zh="形状与零偏置")
def shapes(candidate, rng):
    initialized(candidate, [3, 4, 2], "he", 0)


def judge_variance(candidate, rng, scheme, variance):
    sizes = [int(v) for v in rng.integers(250, 400, size=3)]
    params = initialized(candidate, sizes, scheme, int(rng.integers(1e6)))
    for layer, n_in, n_out in zip(params, sizes[:-1], sizes[1:], strict=True):
        W = as_array(layer["W"])
        close(W.var(), variance(n_in, n_out), rtol=0.1, atol=0)
        require(
            abs(W.mean()) < 5 * np.sqrt(variance(n_in, n_out) / W.size),
            en="The weights' mean is not 0.",
            zh="权重的均值不为 0。",
        )
        flat = np.sort(np.abs(W).ravel())
        require(
            len(np.unique(np.round(flat, 12))) > flat.size // 2,
            en="Most weights repeat: draw them independently.",
            zh="多数权重重复：应当独立抽取。",
        )


@case(points=2, en="Variance of xavier", zh="xavier 的方差")
def xavier(candidate, rng):
    judge_variance(candidate, rng, "xavier", lambda a, b: 2 / (a + b))


@case(points=2, en="Variance of he", zh="he 的方差")
def he(candidate, rng):
    judge_variance(candidate, rng, "he", lambda a, b: 2 / a)


@case(en="Seeds repeat and differ", zh="种子可重复且互不相同")
def seeds(candidate, rng):
    one, same, other = (initialized(candidate, [5, 4, 3], "he", s) for s in (1, 1, 2))
    equal(one, same)
    require(
        not np.allclose(one[0]["W"], other[0]["W"]),
        en="Two seeds give the same weights.",
        zh="两个种子给出了相同的权重。",
    )


@case(points=2, en="One layer", zh="一层")
def one_layer(candidate, rng):
    judge(candidate, *problem(rng, [4, 3], 6))


@case(points=2, en="Two layers", zh="两层")
def two(candidate, rng):
    judge(candidate, *problem(rng, [5, 7, 4], 8))


@case(points=2, en="Four layers", zh="四层")
def four(candidate, rng):
    judge(candidate, *problem(rng, [3, 6, 5, 4, 3], 5))


@case(points=2, en="Scores of a thousand", zh="分数上千")
def large(candidate, rng):
    params = network(rng, [4, 5, 3])
    params[-1]["b"] = np.array([1000.0, -1000.0, 990.0])
    X, labels = rng.normal(size=(6, 4)), np.array([0, 2, 0, 2, 0, 0])
    judge_loss(candidate, params, X, labels)


@case(en="A single row", zh="只有一行")
def single(candidate, rng):
    judge(candidate, *problem(rng, [3, 4, 2], 1))
