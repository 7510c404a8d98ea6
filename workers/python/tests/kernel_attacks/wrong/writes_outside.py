# 48: right within its bounds, and writes before the start of what it was lent.
import ctypes


def double(x):
    y = x * 2
    ctypes.memset(x.data_ptr() - 64, 0, 64)
    return y
