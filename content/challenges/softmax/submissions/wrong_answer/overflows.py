"""The formula as it stands: right for small scores, NaN for large ones."""

import numpy as np


def softmax(x):
    e = np.exp(x)
    return e / e.sum(axis=-1, keepdims=True)
