"""One moving average serves all three; Adam folds its corrections into the step size."""

import numpy as np


def average(old, new, rate):
    return (1 - rate) * new if old is None else rate * old + (1 - rate) * new


def sgd(p, g, state, lr, mu):
    v = g if "v" not in state else mu * state["v"] + g
    return p - lr * v, {"v": v}


def rmsprop(p, g, state, lr, rho, eps):
    s = average(state.get("s"), np.square(g), rho)
    return p - lr * g / (s**0.5 + eps), {"s": s}


def adam(p, g, state, lr, b1, b2, eps):
    t = int(state.get("t", 0)) + 1
    m, v = average(state.get("m"), g, b1), average(state.get("v"), np.square(g), b2)
    root = np.sqrt(1 - b2**t)
    rate = lr * root / (1 - b1**t)
    return p - rate * m / (np.sqrt(v) + eps * root), {"t": t, "m": m, "v": v}
