"""Differences instead of the way back: right, and far too slow for a wide state."""

import numpy as np


def rnn_forward(xs, h0, Wx, Wh, b):
    hs, h = [], h0
    for x in xs:
        h = np.tanh(x @ Wx + h @ Wh + b)
        hs.append(h)
    return np.array(hs)


def classify(h, Wo, bo):
    z = h @ Wo + bo
    e = np.exp(z - z.max())
    return e / e.sum()


def loss_of(xs, h0, p, label):
    h = rnn_forward(xs, h0, p["Wx"], p["Wh"], p["b"])[-1]
    z = h @ p["Wo"] + p["bo"]
    return np.logaddexp.reduce(z) - z[label]


def bptt(xs, h0, params, label):
    params = {name: value.copy() for name, value in params.items()}
    grads = {}
    for name, value in params.items():
        grads[name] = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            kept = value[index]
            value[index] = kept + 1e-6
            above = loss_of(xs, h0, params, label)
            value[index] = kept - 1e-6
            grads[name][index] = (above - loss_of(xs, h0, params, label)) / 2e-6
            value[index] = kept
    return loss_of(xs, h0, params, label), grads
