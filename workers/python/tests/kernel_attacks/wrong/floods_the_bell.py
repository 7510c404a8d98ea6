# 8: rings without end, so that the next call's ring finds no room.
import sys

import torch


def double(x):
    lent = sys._getframe(1).f_locals["self"]
    lent._doorbell.setblocking(False)
    try:
        while True:
            lent._doorbell.send(b"d")
    except BlockingIOError:
        return torch.zeros_like(x)
