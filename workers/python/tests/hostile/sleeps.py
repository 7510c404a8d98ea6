"""55: waits without using the processor."""

import time


def double(x):
    time.sleep(3600)
