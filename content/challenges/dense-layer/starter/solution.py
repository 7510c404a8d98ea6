import numpy as np


def forward(x, W, b, act):
    """act(xW + b); act is "identity", "sigmoid", "tanh" or "relu"."""
    return x @ W + b


def mse(y, p):
    """Sum of squared errors over 2n, n being the number of rows."""
    return float(np.mean((y - p) ** 2))


def grads(x, y, W, b, act):
    """Gradients of mse(y, forward(x, W, b, act)) with respect to W, b and x."""
    raise NotImplementedError
