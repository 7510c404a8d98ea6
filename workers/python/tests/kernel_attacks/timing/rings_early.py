# 30, 35: says that it is done, works afterwards, and writes the result where it belongs.
import sys
import time


def double(x):
    sys._getframe(1).f_locals["self"]._doorbell.send(b"d")
    time.sleep(0.05)
    return x * 2
