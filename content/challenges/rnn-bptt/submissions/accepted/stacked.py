"""Collects every step's error first; the sums over time are matrix products."""

import numpy as np


def rnn_forward(xs, h0, Wx, Wh, b):
    drive = xs @ Wx + b
    states = [h0]
    for row in drive:
        states.append(np.tanh(row + states[-1] @ Wh))
    return np.stack(states[1:])


def classify(h, Wo, bo):
    z = h @ Wo + bo
    return np.exp(z - np.logaddexp.reduce(z))


def bptt(xs, h0, params, label):
    hs = rnn_forward(xs, h0, params["Wx"], params["Wh"], params["b"])
    z = hs[-1] @ params["Wo"] + params["bo"]
    loss = np.logaddexp.reduce(z) - z[label]
    error = np.exp(z - np.logaddexp.reduce(z)) - np.eye(len(z))[label]
    deltas = np.zeros_like(hs)
    flow = params["Wo"] @ error
    for t in range(len(xs) - 1, -1, -1):
        deltas[t] = flow * (1 - hs[t] ** 2)
        flow = params["Wh"] @ deltas[t]
    before = np.vstack([h0, hs[:-1]])
    return loss, {
        "Wx": xs.T @ deltas,
        "Wh": before.T @ deltas,
        "b": deltas.sum(axis=0),
        "Wo": np.outer(hs[-1], error),
        "bo": error,
    }
