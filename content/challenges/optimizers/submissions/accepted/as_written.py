"""The three rules as they are written."""

import numpy as np


def sgd(p, g, state, lr, mu):
    v = mu * state.get("v", np.zeros_like(p)) + g
    return p - lr * v, {"v": v}


def rmsprop(p, g, state, lr, rho, eps):
    s = rho * state.get("s", np.zeros_like(p)) + (1 - rho) * g**2
    return p - lr * g / (np.sqrt(s) + eps), {"s": s}


def adam(p, g, state, lr, b1, b2, eps):
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", np.zeros_like(p)) + (1 - b1) * g
    v = b2 * state.get("v", np.zeros_like(p)) + (1 - b2) * g**2
    corrected_m = m / (1 - b1**t)
    corrected_v = v / (1 - b2**t)
    return p - lr * corrected_m / (np.sqrt(corrected_v) + eps), {"t": t, "m": m, "v": v}
