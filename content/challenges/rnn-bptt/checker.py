import numpy as np

from touchstone.checker import case, close, numeric_gradient, require


def rnn_forward(xs, h0, Wx, Wh, b):
    hs, h = [], h0
    for x in xs:
        h = np.tanh(x @ Wx + h @ Wh + b)
        hs.append(h)
    return np.array(hs)


def classify(h, Wo, bo):
    z = h @ Wo + bo
    e = np.exp(z - z.max())
    return e / e.sum()


def loss_of(xs, h0, params, label):
    h = rnn_forward(xs, h0, params["Wx"], params["Wh"], params["b"])[-1]
    z = h @ params["Wo"] + params["bo"]
    return float(z.max() + np.log(np.exp(z - z.max()).sum()) - z[label])


def gradients(xs, h0, params, label):
    """By backpropagation: for states too wide for finite differences."""
    hs = rnn_forward(xs, h0, params["Wx"], params["Wh"], params["b"])
    error = classify(hs[-1], params["Wo"], params["bo"])
    error[label] -= 1
    deltas, flow = np.zeros_like(hs), params["Wo"] @ error
    for t in range(len(xs) - 1, -1, -1):
        deltas[t] = flow * (1 - hs[t] ** 2)
        flow = params["Wh"] @ deltas[t]
    return {
        "Wx": xs.T @ deltas,
        "Wh": np.vstack([h0, hs[:-1]]).T @ deltas,
        "b": deltas.sum(0),
        "Wo": np.outer(hs[-1], error),
        "bo": error,
    }


def problem(rng, T, d, k, c, scale=0.7):
    params = {
        "Wx": rng.normal(size=(d, k)) * scale,
        "Wh": rng.normal(size=(k, k)) * scale / np.sqrt(k),
        "b": rng.normal(size=k) * 0.1,
        "Wo": rng.normal(size=(k, c)),
        "bo": rng.normal(size=c) * 0.1,
    }
    return rng.normal(size=(T, d)), rng.normal(size=k) * 0.5, params, int(rng.integers(c))


def judge(candidate, xs, h0, params, label):
    got = candidate.bptt(xs, h0, params, label)
    require(
        isinstance(got, list) and len(got) == 2,
        en="Return two values: the loss and the gradients.",
        zh="须返回两个值：损失与梯度。",
    )
    close(got[0], loss_of(xs, h0, params, label), rtol=1e-6)
    expected = {
        name: numeric_gradient(
            lambda v, name=name: loss_of(xs, h0, {**params, name: v}, label), value
        )
        for name, value in params.items()
    }
    close(got[1], expected, rtol=1e-6, atol=1e-7)


@case(visible=True, en="Two steps forward", zh="向前两步")
def two_steps(candidate, rng):
    x, zero = np.array([[1.0], [0.0]]), np.zeros(1)
    args = (x, zero, np.array([[1.0]]), np.array([[2.0]]), zero)
    close(candidate.rnn_forward(*args), rnn_forward(*args))


@case(visible=True, en="Two classes of one state", zh="由一个状态分两类")
def two_classes(candidate, rng):
    args = (np.array([1.0, -1.0]), np.array([[1.0, 0.0], [0.0, 2.0]]), np.zeros(2))
    close(candidate.classify(*args), classify(*args))


@case(visible=True, en="Gradients of one step", zh="一步的梯度")
def one_step(candidate, rng):
    params = {
        "Wx": np.array([[0.5]]),
        "Wh": np.array([[0.3]]),
        "b": np.zeros(1),
        "Wo": np.array([[1.0, -1.0]]),
        "bo": np.zeros(2),
    }
    judge(candidate, np.array([[1.0]]), np.array([0.5]), params, 0)


@case(points=2, en="Forty steps forward", zh="向前四十步")
def forward_long(candidate, rng):
    xs, h0, p, _ = problem(rng, 40, 3, 5, 2)
    close(
        candidate.rnn_forward(xs, h0, p["Wx"], p["Wh"], p["b"]),
        rnn_forward(xs, h0, p["Wx"], p["Wh"], p["b"]),
        rtol=1e-6,
    )


@case(en="Scores of a thousand", zh="分数上千")
def large_scores(candidate, rng):
    args = (np.array([1.0, 0.5]), np.array([[1000.0, -1000.0, 999.0], [0, 0, 0]]), np.zeros(3))
    close(candidate.classify(*args), classify(*args))


@case(points=2, en="Gradients of two steps", zh="两步的梯度")
def grads_two(candidate, rng):
    judge(candidate, *problem(rng, 2, 2, 3, 2))


@case(points=3, en="Gradients of twelve steps", zh="十二步的梯度")
def grads_twelve(candidate, rng):
    judge(candidate, *problem(rng, 12, 3, 4, 3))


@case(points=3, en="Gradients of forty steps", zh="四十步的梯度")
def grads_forty(candidate, rng):
    judge(candidate, *problem(rng, 40, 2, 4, 3))


@case(en="Where states saturate", zh="状态饱和时")
def saturated(candidate, rng):
    judge(candidate, *problem(rng, 10, 2, 3, 2, scale=3.0))


@case(en="A loss that softmax alone would lose", zh="直接取对数会丢失的损失")
def tiny_probability(candidate, rng):
    xs, h0, params, _ = problem(rng, 3, 2, 3, 2)
    params["bo"] = np.array([900.0, -900.0])
    judge(candidate, xs, h0, params, 1)


@case(points=3, en="What came first still matters", zh="最早的输入仍有影响")
def long_memory(candidate, rng):
    xs, h0, params, label = problem(rng, 40, 2, 4, 3, scale=0.05)
    params["Wh"] = np.linalg.qr(rng.normal(size=(4, 4)))[0]
    params["b"] *= 0.01
    judge(candidate, xs, h0 * 0.2, params, label)


@case(points=3, en="A wide state, in one walk back", zh="宽状态须一次走完")
def wide(candidate, rng):
    xs, h0, params, label = problem(rng, 40, 4, 192, 3, scale=0.5)
    got = candidate.bptt(xs, h0, params, label)
    require(isinstance(got, list) and len(got) == 2, en="Return two values.", zh="须返回两个值。")
    close(got[1], gradients(xs, h0, params, label), rtol=1e-6, atol=1e-9)
