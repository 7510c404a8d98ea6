"""Clips scores instead of shifting them: ties appear where there are none."""

import numpy as np


def softmax(x):
    e = np.exp(np.clip(x, -500, 500))
    return e / e.sum(axis=-1, keepdims=True)
