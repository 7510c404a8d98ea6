"""Masks with a number that large scores exceed."""

import numpy as np


def attention(Q, K, V, mask=None):
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -1e4)
    top = scores.max(axis=-1, keepdims=True)
    e = np.exp(scores - np.where(np.isfinite(top), top, 0.0))
    total = e.sum(axis=-1, keepdims=True)
    weights = e / np.where(total > 0, total, 1.0)
    return weights @ V, weights


def split(x, heads):
    *lead, n, d = x.shape
    return np.swapaxes(x.reshape(*lead, n, heads, d // heads), -3, -2)


def multi_head(x, Wq, Wk, Wv, Wo, heads, causal):
    n = x.shape[-2]
    mask = np.tril(np.ones((n, n), dtype=bool)) if causal else None
    out, _ = attention(split(x @ Wq, heads), split(x @ Wk, heads), split(x @ Wv, heads), mask)
    return np.swapaxes(out, -3, -2).reshape(x.shape) @ Wo
