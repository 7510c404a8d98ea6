"""All windows as a view, then one matrix product."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride, pad):
    padded = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    view = sliding_window_view(padded, w.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    n, _, rows, columns = view.shape[:4]
    table = view.transpose(0, 2, 3, 1, 4, 5).reshape(n * rows * columns, -1)
    y = table @ w.reshape(len(w), -1).T + b
    return y.reshape(n, rows, columns, len(w)).transpose(0, 3, 1, 2)


def maxpool2d(x, k, stride):
    view = sliding_window_view(x, (k, k), axis=(2, 3))
    return view[:, :, ::stride, ::stride].max(axis=(-2, -1))
