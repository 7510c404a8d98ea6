"""Waits for a sum that rounding never lets it reach."""

import numpy as np


def softmax(x):
    y = np.full(x.shape, 1.0 / x.shape[-1])
    while not np.all(y.sum(axis=-1) == 2.0):
        y = y / y.sum(axis=-1, keepdims=True)
    return y
