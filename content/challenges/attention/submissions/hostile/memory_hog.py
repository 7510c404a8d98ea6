"""Takes all the memory it can get."""

import numpy as np

KEPT = []


def attention(Q, K, V, mask=None):
    while True:
        KEPT.append(np.ones(2**24))


def multi_head(x, Wq, Wk, Wv, Wo, heads, causal):
    return attention(x, x, x)
