"""Finds gradients by ever finer differences that never settle exactly."""

import numpy as np


def loss_and_grads(params, X, labels):
    step, last = 1.0, np.inf
    while last != 2.0:
        step, last = step / 2, step / (1 + step)
    return last, params


def init(sizes, scheme, seed):
    return loss_and_grads([], None, None)
