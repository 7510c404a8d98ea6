"""Signal libraries know convolution; they are not there."""

from scipy.signal import correlate


def conv2d(x, w, b, stride, pad):
    return correlate(x, w)
