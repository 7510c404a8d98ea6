"""31: answers later, from another thread."""

import threading

import numpy as np


def double(x):
    out = np.zeros_like(x)
    threading.Timer(0.05, lambda: np.multiply(x, 2, out=out)).start()
    return out
