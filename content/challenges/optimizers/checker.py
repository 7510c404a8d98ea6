import numpy as np

from touchstone.checker import as_array, case, close, require


def sgd(p, g, state, lr, mu):
    v = mu * state.get("v", 0.0) + g
    return p - lr * v, {"v": v}


def rmsprop(p, g, state, lr, rho, eps):
    s = rho * state.get("s", 0.0) + (1 - rho) * g**2
    return p - lr * g / (np.sqrt(s) + eps), {"s": s}


def adam(p, g, state, lr, b1, b2, eps):
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g**2
    step = (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps)
    return p - lr * step, {"t": t, "m": m, "v": v}


RULES = {"sgd": sgd, "rmsprop": rmsprop, "adam": adam}


def bowl(rng, shape):
    """The gradient of a quadratic whose curvatures span three decades."""
    curvature = 10.0 ** rng.uniform(-2, 1, size=shape)
    centre = rng.normal(size=shape)
    return lambda p: curvature * (p - centre)


class Path:
    """The learner's and the reference's steps side by side on one bowl."""

    def __init__(self, candidate, rule, gradient, start, settings):
        self.step_theirs = getattr(candidate, rule)
        self.rule, self.gradient, self.settings = RULES[rule], gradient, settings
        self.mine, self.my_state = start, {}
        self.theirs, self.their_state = start, {}

    def advance(self):
        result = self.step_theirs(
            self.theirs, self.gradient(self.theirs), self.their_state, *self.settings
        )
        require(
            isinstance(result, list) and len(result) == 2 and isinstance(result[1], dict),
            en="Return two values: the new parameters and a dictionary.",
            zh="须返回两个值：新的参数和一个字典。",
        )
        self.theirs, self.their_state = as_array(result[0]), result[1]
        self.mine, self.my_state = self.rule(
            self.mine, self.gradient(self.mine), self.my_state, *self.settings
        )
        close(self.theirs, self.mine, rtol=1e-6, atol=1e-9)


def follow(candidate, rng, rule, settings, shape=(6,), steps=50):
    path = Path(candidate, rule, bowl(rng, shape), rng.normal(size=shape) * 3, settings)
    for _ in range(steps):
        path.advance()


SETTINGS = {"sgd": (0.05, 0.9), "rmsprop": (0.02, 0.9, 1e-8), "adam": (0.05, 0.9, 0.999, 1e-8)}


@case(visible=True, en="SGD, two steps", zh="SGD 走两步")
def sgd_small(candidate, rng):
    path = Path(candidate, "sgd", lambda p: 0.5 * np.ones(1), np.array([1.0]), (0.1, 0.9))
    path.advance()
    path.advance()


@case(visible=True, en="RMSprop, two steps", zh="RMSprop 走两步")
def rmsprop_small(candidate, rng):
    path = Path(candidate, "rmsprop", lambda p: 2 * p, np.array([1.0, -2.0]), (0.1, 0.9, 1e-8))
    path.advance()
    path.advance()


@case(visible=True, en="Adam, two steps", zh="Adam 走两步")
def adam_small(candidate, rng):
    path = Path(candidate, "adam", lambda p: 2 * p, np.array([1.0, -2.0]), (0.1, 0.9, 0.999, 1e-8))
    path.advance()
    path.advance()


@case(points=2, en="SGD, a long path", zh="SGD 长路径")
def sgd_long(candidate, rng):
    follow(candidate, rng, "sgd", SETTINGS["sgd"])


@case(en="SGD without momentum", zh="没有动量的 SGD")
def sgd_plain(candidate, rng):
    follow(candidate, rng, "sgd", (0.08, 0.0), steps=20)


@case(points=2, en="RMSprop, a long path", zh="RMSprop 长路径")
def rmsprop_long(candidate, rng):
    follow(candidate, rng, "rmsprop", SETTINGS["rmsprop"])


@case(points=3, en="Adam, a long path", zh="Adam 长路径")
def adam_long(candidate, rng):
    follow(candidate, rng, "adam", SETTINGS["adam"])


@case(points=2, en="Where eps stands", zh="eps 的位置")
def large_eps(candidate, rng):
    follow(candidate, rng, "rmsprop", (0.05, 0.8, 0.3), steps=15)
    follow(candidate, rng, "adam", (0.05, 0.8, 0.95, 0.3), steps=15)


@case(points=2, en="Two paths in turn", zh="两条路径交替")
def interleaved(candidate, rng):
    for rule, settings in SETTINGS.items():
        paths = [
            Path(candidate, rule, bowl(rng, (3,)), rng.normal(size=3), settings) for _ in range(2)
        ]
        for _ in range(6):
            for path in paths:
                path.advance()


@case(en="Matrices as parameters", zh="参数为矩阵")
def matrices(candidate, rng):
    for rule, settings in SETTINGS.items():
        follow(candidate, rng, rule, settings, shape=(4, 3), steps=5)
