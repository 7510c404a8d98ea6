# Not an attack: what the work takes when it is done where it should be.
import time


def double(x):
    time.sleep(0.05)
    return x * 2
