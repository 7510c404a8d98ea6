"""Kernel ridge regression on -1 and 1 in NumPy; its width and ridge come from leaving one out."""

import numpy as np


def fit(train, seed):
    mean, spread = train["x"].mean(0), train["x"].std(0)
    x, sign = (train["x"] - mean) / spread, 2.0 * train["y"] - 1
    best = None
    for gamma in (0.02, 0.05, 0.1, 0.2):
        gram = kernel(x, x, gamma)
        values, vectors = np.linalg.eigh(gram)
        for ridge in (0.1, 1.0, 5.0):
            inverse = (vectors / (values + ridge)) @ vectors.T
            weights = inverse @ sign
            left_out = sign - weights / np.diag(inverse)
            right = (np.sign(left_out) == sign).mean()
            if best is None or right > best[0]:
                best = right, gamma, weights
    return mean, spread, x, *best[1:]


def kernel(a, b, gamma):
    squared = (a**2).sum(1)[:, None] + (b**2).sum(1) - 2 * a @ b.T
    return np.exp(-gamma * np.maximum(squared, 0))


def predict(model, x):
    mean, spread, known, gamma, weights = model
    return (kernel((x - mean) / spread, known, gamma) @ weights > 0).astype(int)
