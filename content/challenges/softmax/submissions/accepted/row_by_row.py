"""A loop over rows with plain Python numbers."""

import math

import numpy as np


def softmax(x):
    rows = x.reshape(-1, x.shape[-1])
    out = np.empty_like(rows)
    for i, row in enumerate(rows.tolist()):
        top = max(row)
        e = [math.exp(v - top) for v in row]
        total = math.fsum(e)
        out[i] = [v / total for v in e]
    return out.reshape(x.shape)
