"""Backpropagation and momentum written out in NumPy, in mini-batches with a falling step."""

import numpy as np


def fit(train, seed):
    rng = np.random.default_rng(seed)
    x, y, arms = train["x"].astype(np.float64), train["y"], train["arms"]
    sizes = [2, 40, 40, arms]
    pairs = list(zip(sizes[:-1], sizes[1:], strict=True))
    params = [[rng.normal(size=(a, b)) * np.sqrt(2 / a), np.zeros(b)] for a, b in pairs]
    speed = [[np.zeros_like(W), np.zeros_like(b)] for W, b in params]
    epochs = 300
    for epoch in range(epochs):
        lr = 0.08 * (1 - epoch / epochs) + 0.002
        order = rng.permutation(len(x))
        for start in range(0, len(x), 64):
            rows = order[start : start + 64]
            step(params, speed, x[rows], y[rows], lr)
    return [{"W": W, "b": b} for W, b in params]


def step(params, speed, x, y, lr):
    hidden = [x]
    for W, b in params[:-1]:
        hidden.append(np.maximum(hidden[-1] @ W + b, 0))
    scores = hidden[-1] @ params[-1][0] + params[-1][1]
    e = np.exp(scores - scores.max(1, keepdims=True))
    delta = e / e.sum(1, keepdims=True)
    delta[np.arange(len(y)), y] -= 1
    delta /= len(y)
    for k in reversed(range(len(params))):
        gradient = hidden[k].T @ delta, delta.sum(0)
        if k:
            delta = (delta @ params[k][0].T) * (hidden[k] > 0)
        for which in range(2):
            speed[k][which] = 0.9 * speed[k][which] - lr * gradient[which]
            params[k][which] += speed[k][which]
