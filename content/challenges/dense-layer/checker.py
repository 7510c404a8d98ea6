import numpy as np

from touchstone.checker import case, close, numeric_gradient, require

ACTS = {
    "identity": lambda z: z,
    "sigmoid": lambda z: 0.5 * (1 + np.tanh(z / 2)),
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
}


def forward(x, W, b, act):
    return ACTS[act](x @ W + b)


def mse(y, p):
    return ((y - p) ** 2).sum() / (2 * len(y))


def problem(rng, act, n=None):
    n = int(n or rng.integers(4, 9))
    d, k = (int(v) for v in rng.integers(2, 6, size=2))
    x, W = rng.normal(size=(n, d)), rng.normal(size=(d, k))
    b, y = rng.normal(size=k), rng.normal(size=(n, k))
    if act == "relu":
        # Central differences are wrong across the kink: keep away from it.
        while np.abs(x @ W + b).min() < 1e-3:
            b = rng.normal(size=k)
    return x, y, W, b


def judge_grads(candidate, x, y, W, b, act):
    got = candidate.grads(x, y, W, b, act)
    require(
        isinstance(got, list) and len(got) == 3,
        en="grads must return three arrays: (dW, db, dx).",
        zh="grads 须返回三个数组：(dW, db, dx)。",
    )
    expected = [
        numeric_gradient(lambda v: mse(y, forward(x, v, b, act)), W),
        numeric_gradient(lambda v: mse(y, forward(x, W, v, act)), b),
        numeric_gradient(lambda v: mse(y, forward(v, W, b, act)), x),
    ]
    for mine, theirs in zip(got, expected, strict=True):
        close(mine, theirs, rtol=1e-6, atol=1e-6)


@case(visible=True, en="Forward, identity", zh="前向：恒等激活")
def forward_identity(candidate, rng):
    x, W, b = np.array([[1.0, 2.0]]), np.array([[1.0], [-1.0]]), np.array([0.5])
    close(candidate.forward(x, W, b, "identity"), np.array([[-0.5]]))


@case(visible=True, en="Squared error", zh="平方误差")
def error_small(candidate, rng):
    close(candidate.mse(np.array([[1.0], [2.0]]), np.array([[1.0], [4.0]])), 1.0)


@case(visible=True, en="Gradients of a linear layer", zh="线性层的梯度")
def grads_small(candidate, rng):
    x, y = np.array([[1.0, 2.0], [3.0, -1.0]]), np.array([[1.0], [0.0]])
    judge_grads(candidate, x, y, np.array([[0.5], [-0.5]]), np.array([0.25]), "identity")


@case(points=2, en="Forward with every activation", zh="各种激活的前向计算")
def forward_all(candidate, rng):
    for act in ACTS:
        x, _, W, b = problem(rng, act)
        close(candidate.forward(x, W, b, act), forward(x, W, b, act), rtol=1e-6)


@case(points=2, en="Large inputs stay finite", zh="大输入仍有限")
def saturated(candidate, rng):
    x, W, b = np.array([[-1e3, 1e3], [1e3, 1e3]]), np.array([[1.0], [0.5]]), np.zeros(1)
    for act in ("sigmoid", "tanh"):
        close(candidate.forward(x, W, b, act), forward(x, W, b, act))


@case(en="Error with several outputs", zh="多个输出的误差")
def error_wide(candidate, rng):
    y, p = rng.normal(size=(7, 4)), rng.normal(size=(7, 4))
    close(candidate.mse(y, p), float(mse(y, p)), rtol=1e-6)


@case(points=2, en="Gradients, identity", zh="梯度：恒等")
def grads_identity(candidate, rng):
    judge_grads(candidate, *problem(rng, "identity"), "identity")


@case(points=2, en="Gradients, sigmoid", zh="梯度：sigmoid")
def grads_sigmoid(candidate, rng):
    judge_grads(candidate, *problem(rng, "sigmoid"), "sigmoid")


@case(points=2, en="Gradients, tanh", zh="梯度：tanh")
def grads_tanh(candidate, rng):
    judge_grads(candidate, *problem(rng, "tanh"), "tanh")


@case(points=2, en="Gradients, relu", zh="梯度：relu")
def grads_relu(candidate, rng):
    judge_grads(candidate, *problem(rng, "relu"), "relu")


@case(en="A single row", zh="只有一行")
def one_row(candidate, rng):
    judge_grads(candidate, *problem(rng, "tanh", n=1), "tanh")
