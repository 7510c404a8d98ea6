import numpy as np


def sgd(p, g, state, lr, mu):
    """One step of gradient descent with momentum; returns (p, state)."""
    return p - lr * g, state


def rmsprop(p, g, state, lr, rho, eps):
    """One step of RMSprop; returns (p, state)."""
    raise NotImplementedError


def adam(p, g, state, lr, b1, b2, eps):
    """One step of bias-corrected Adam; returns (p, state)."""
    raise NotImplementedError
