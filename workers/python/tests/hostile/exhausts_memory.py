"""51: takes all the memory it can get."""

import numpy as np

KEPT = []


def double(x):
    while True:
        KEPT.append(np.ones(2**22))
