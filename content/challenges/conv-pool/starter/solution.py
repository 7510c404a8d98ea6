import numpy as np


def conv2d(x, w, b, stride, pad):
    """Cross-correlation of (N, C, H, W) with filters (F, C, kh, kw)."""
    raise NotImplementedError


def maxpool2d(x, k, stride):
    """The maximum of every k by k window."""
    return x[:, :, ::stride, ::stride]
